import { Button } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import { api } from '#api'
import { count } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { peopleTexts } from '../../messages.ts'
import { type ColumnMapping, columnFields, digestOfHeaders, guessColumns } from '../../rows/columns.ts'
import { ColumnPicker } from './ColumnPicker.tsx'
import type { PreparedAnswer, Reader, TableAnswer } from './ImportWizard.tsx'
import styles from './import.module.css'

type Step = {
  reader: Reader
  table: TableAnswer
  onPrepared: (prepared: PreparedAnswer) => void
  onBack: () => void
}

/** What each column means: as it was said last time for the same headings, else a guess, always for a person to check. */
export function ColumnsStep({ reader, table, onPrepared, onBack }: Step) {
  const text = useTexts(peopleTexts)
  const [language] = useLanguage()
  const guessed = useMemo(() => guessColumns(table.headers), [table.headers])
  const [mapping, setMapping] = useState<ColumnMapping>(guessed)
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    digestOfHeaders(table.headers)
      .then((digest) => api.people.mapping({ digest }))
      // Over what was guessed only: what somebody has chosen meanwhile stands.
      .then(({ columns }) => columns && setMapping((now) => (now === guessed ? asMapping(columns) : now)))
      .catch(() => {})
  }, [table.headers, guessed])
  const named = mapping.name !== undefined || mapping.given !== undefined || mapping.handle !== undefined
  const check = async () => {
    setBusy(true)
    const answer = await reader.ask({ ask: 'prepare', mapping })
    const digest = await digestOfHeaders(table.headers)
    const columns = Object.fromEntries(Object.entries(mapping).map(([field, at]) => [field, String(at)]))
    await api.people.keepMapping({ digest, columns }).catch(() => {})
    setBusy(false)
    if (answer.answer === 'prepared') onPrepared(answer)
  }
  return (
    <div className={styles.stack}>
      <h2>{text.columns}</h2>
      <p>{text.columnsLead(count(table.count, language))}</p>
      <ColumnPicker
        table={table}
        fields={columnFields}
        names={text.fields}
        columns={mapping}
        onChange={setMapping}
      />
      {!named && <Notice kind="warn">{text.needsName}</Notice>}
      <div className={styles.bar}>
        <Button onClick={check} disabled={!named} loading={busy}>
          {text.check}
        </Button>
        <Button variant="default" onClick={onBack}>
          {text.back}
        </Button>
      </div>
    </div>
  )
}

const asMapping = (columns: Record<string, string>): ColumnMapping =>
  Object.fromEntries(
    columnFields.flatMap((field) =>
      columns[field] === undefined ? [] : [[field, Number(columns[field])] as const],
    ),
  )
