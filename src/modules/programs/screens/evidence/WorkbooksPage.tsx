import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { count, moment } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Empty, Page, Section } from '#ui/Page.tsx'
import { workbookTexts } from '../../messages.workbooks.ts'
import { ConfirmDialog } from '../parts/ConfirmDialog.tsx'
import styles from '../programs.module.css'
import { BringIn } from './BringIn.tsx'
import { RowProblems } from './RowProblems.tsx'

type Brought = Awaited<ReturnType<typeof api.programs.workbooks>>[number]

/** Workbooks of partners: one being brought in, and those that were, each of which can be undone whole. */
export function WorkbooksPage() {
  const text = useTexts(workbookTexts)
  const [bringing, setBringing] = useState(false)
  const { data, error } = useQuery({ queryKey: ['workbooks'], queryFn: () => api.programs.workbooks() })
  return (
    <Page
      title={text.title}
      lead={text.lead}
      wide={bringing}
      actions={!bringing && <Button onClick={() => setBringing(true)}>{text.bring}</Button>}
    >
      {bringing && <BringIn onDone={() => setBringing(false)} />}
      <Failure error={error} />
      {data?.length === 0 && !bringing && (
        <Empty title={text.none}>
          <p>{text.noneHelp}</p>
        </Empty>
      )}
      {data && data.length > 0 && (
        <Section title={text.history}>
          <ul className={styles.list}>
            {data.map((one) => (
              <BroughtIn key={one.id} workbook={one} />
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}

function BroughtIn({ workbook }: { workbook: Brought }) {
  const text = useTexts(workbookTexts)
  const [language] = useLanguage()
  const client = useQueryClient()
  const [opened, setOpened] = useState<'undo' | 'problems'>()
  const undo = useMutation({
    mutationFn: () => api.programs.undoWorkbook({ id: workbook.id }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['workbooks'] })
      setOpened(undefined)
    },
  })
  const number = (value: number) => count(value, language)
  return (
    <li className={styles.card}>
      <span className={styles.cardHead}>
        <strong>{workbook.fileName}</strong>
        {workbook.undoneAt ? (
          <span className={styles.badge}>{text.undone(moment(workbook.undoneAt, language))}</span>
        ) : (
          <Button size="compact-md" variant="default" onClick={() => setOpened('undo')}>
            {text.undo}
          </Button>
        )}
      </span>
      <span className={styles.soft}>
        {workbook.mappingName} · {text.of(number(workbook.recorded), number(workbook.rows))} ·{' '}
        {moment(workbook.importedAt, language)}
      </span>
      {workbook.problems.length > 0 && (
        <details>
          <summary>
            {text.showErrors} ({text.bad(workbook.problems.length)})
          </summary>
          <RowProblems problems={workbook.problems} />
        </details>
      )}
      {opened === 'undo' && (
        <ConfirmDialog title={text.undo} act={undo} onClose={() => setOpened(undefined)}>
          <p>{text.undoSure}</p>
        </ConfirmDialog>
      )}
    </li>
  )
}
