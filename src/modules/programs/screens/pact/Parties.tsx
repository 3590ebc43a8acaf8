import { Button, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { useMay } from '#platform/access/screens/session.tsx'
import { moment } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Section } from '#ui/Page.tsx'
import { pactTexts } from '../../messages.pact.ts'
import { programWords } from '../../messages.ts'
import { signers } from '../../roles.ts'
import { shortDigest } from '../parts/numbers.ts'
import type { DefinitionSeen } from '../parts/queries.ts'
import { saveFile } from '../parts/save.ts'
import programs from '../programs.module.css'
import styles from './pact.module.css'

const sides = ['program', 'funder'] as const

/** Each party with its reading and its word, side by side. */
export function Parties({ definition }: { definition: DefinitionSeen }) {
  const text = useTexts(pactTexts)
  const words = useTexts(programWords)
  const says = useMay(signers)
  const mayWrite = says && definition.state.state !== 'superseded'
  return (
    <Section title={text.readings}>
      <p className={programs.soft}>{text.readingsHelp}</p>
      <div className={styles.columns} style={{ marginTop: '0.75rem' }}>
        {sides.map((side) => {
          const reading = definition.readings.find((one) => one.side === side)
          return (
            <div key={side} className={styles.party}>
              <span className={programs.soft}>{words.side[side]}</span>
              <h3>{side === 'program' ? definition.programName : definition.funderName}</h3>
              {mayWrite && side === definition.side ? (
                <OwnReading id={definition.id} written={reading?.text ?? ''} />
              ) : reading ? (
                <p className={styles.reading}>{reading.text}</p>
              ) : (
                <p className={programs.soft}>{text.noReading}</p>
              )}
              <Word definition={definition} side={side} />
            </div>
          )
        })}
      </div>
    </Section>
  )
}

function OwnReading({ id, written }: { id: string; written: string }) {
  const text = useTexts(pactTexts)
  const client = useQueryClient()
  const [typed, setTyped] = useState(written)
  const keep = useMutation({
    mutationFn: () => api.programs.keepReading({ id, text: typed.trim() }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['definition', id] }),
  })
  const changed = typed.trim() !== '' && typed.trim() !== written
  return (
    <>
      <Textarea
        label={text.yourReading}
        value={typed}
        maxLength={4000}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Failure error={keep.error} />
      {changed && (
        <div>
          <Button size="sm" variant="default" onClick={() => keep.mutate()} loading={keep.isPending}>
            {text.keepReading}
          </Button>
        </div>
      )}
    </>
  )
}

/** What a party said of this very text, on the screen or by letter. */
function Word({ definition, side }: { definition: DefinitionSeen; side: (typeof sides)[number] }) {
  const text = useTexts(pactTexts)
  const [language] = useLanguage()
  const open = useMutation({
    mutationFn: async ({ fileId, fileName }: { fileId: string; fileName: string }) =>
      saveFile((await api.programs.file({ id: fileId })) as Blob, fileName),
  })
  const own = definition.signatures.filter((one) => one.side === side)
  if (own.length === 0) return <p className={programs.soft}>{text.noWord}</p>
  return own.map(({ says, by, at, digest }) => {
    const when = moment(at, language)
    const agreed = says.says === 'signed'
    const sentence =
      by.by === 'screen'
        ? (agreed ? text.signedBy : text.disputedBy)(by.alias, when)
        : (agreed ? text.signedByLetter : text.disputedByLetter)(when)
    return (
      <div key={`${at} ${digest}`} className={programs.stack} style={{ gap: '0.25rem' }}>
        <p>
          <span aria-hidden="true">{agreed ? '✓ ' : '✕ '}</span>
          <strong>{sentence}</strong>
          {digest !== definition.digest && ` (${text.olderText})`}
        </p>
        {says.says === 'disputed' && <p className={styles.reading}>{says.reason}</p>}
        {by.by === 'letter' && (
          <p>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => open.mutate(by)}
              loading={open.isPending}
            >
              {by.fileName}
            </Button>{' '}
            <span className={programs.mono}>{shortDigest(by.digest)}</span>
          </p>
        )}
        <Failure error={open.error} />
      </div>
    )
  })
}
