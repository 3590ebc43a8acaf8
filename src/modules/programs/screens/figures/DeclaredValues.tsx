import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { moment } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Section } from '#ui/Page.tsx'
import { figureTexts } from '../../messages.figures.ts'
import { programWords } from '../../messages.ts'
import { ConfirmDialog } from '../parts/ConfirmDialog.tsx'
import { quantity, shortDigest } from '../parts/numbers.ts'
import type { FigureOpen } from '../parts/queries.ts'
import { saveFile } from '../parts/save.ts'
import styles from '../programs.module.css'
import { DeclareDialog } from './DeclareDialog.tsx'
import figures from './figure.module.css'

type Declared = FigureOpen['declared'][number]

/** Numbers from outside with their documents, drawn so that nobody takes them for a count. */
export function DeclaredValues({ opened, period }: { opened: FigureOpen; period: string }) {
  const text = useTexts(figureTexts)
  const [declaring, setDeclaring] = useState(false)
  return (
    <Section
      title={text.declared}
      actions={
        <Button size="sm" variant="default" onClick={() => setDeclaring(true)}>
          {text.declare}
        </Button>
      }
    >
      <div className={styles.stack}>
        <p className={styles.soft}>{text.declaredHelp}</p>
        {opened.declared.map((declared) => (
          <DeclaredValue key={declared.id} declared={declared} />
        ))}
      </div>
      {declaring && (
        <DeclareDialog
          indicatorId={opened.indicatorId}
          period={period}
          unit={opened.figure?.unit ?? 'people'}
          onClose={() => setDeclaring(false)}
        />
      )}
    </Section>
  )
}

function DeclaredValue({ declared }: { declared: Declared }) {
  const text = useTexts(figureTexts)
  const words = useTexts(programWords)
  const [language] = useLanguage()
  const client = useQueryClient()
  const [sure, setSure] = useState(false)
  const open = useMutation({
    mutationFn: async () =>
      saveFile((await api.programs.file({ id: declared.fileId })) as Blob, declared.fileName),
  })
  const remove = useMutation({
    mutationFn: () => api.programs.removeDeclared({ id: declared.id }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['figures'] }),
  })
  return (
    <div className={figures.declared}>
      <span className={styles.cardHead}>
        <span>
          <strong>{quantity(declared.value, declared.unit, language)}</strong>{' '}
          {declared.unit !== 'percent' && words.units[declared.unit]}{' '}
          {declared.base !== null && text.base(quantity(declared.base, 'records', language))}
        </span>
        <span className={styles.badge}>{text.declaredMark}</span>
      </span>
      <span>
        {declared.source} · {moment(declared.declaredAt, language)}
      </span>
      <span className={`${styles.bar} no-print`}>
        <Button size="compact-md" variant="default" onClick={() => open.mutate()} loading={open.isPending}>
          {text.openDocument}
        </Button>
        <Button size="compact-md" variant="subtle" onClick={() => setSure(true)}>
          {text.takeOut}
        </Button>
        <span className={styles.mono}>{shortDigest(declared.digest)}</span>
      </span>
      <Failure error={open.error} />
      {sure && (
        <ConfirmDialog title={text.takeOut} act={remove} onClose={() => setSure(false)}>
          <p>{text.takeOutSure}</p>
        </ConfirmDialog>
      )}
    </div>
  )
}
