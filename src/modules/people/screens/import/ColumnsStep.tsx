import { Button, NativeSelect } from '@mantine/core'
import { useEffect, useState } from 'react'
import { api } from '#api'
import { count } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { peopleTexts } from '../../messages.ts'
import {
  type ColumnField,
  type ColumnMapping,
  columnFields,
  digestOfHeaders,
  guessColumns,
} from '../../rows/columns.ts'
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
  const [mapping, setMapping] = useState<ColumnMapping>(() => guessColumns(table.headers))
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    digestOfHeaders(table.headers)
      .then((digest) => api.people.mapping({ digest }))
      .then(({ columns }) => columns && setMapping(asMapping(columns)))
      .catch(() => {})
  }, [table.headers])
  const fieldAt = (at: number) => columnFields.find((field) => mapping[field] === at) ?? ''
  const assign = (at: number, field: ColumnField | '') => {
    const others = Object.entries(mapping).filter(([name, position]) => position !== at && name !== field)
    setMapping(Object.fromEntries(field ? [...others, [field, at]] : others))
  }
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
      <ul className={styles.columns}>
        {table.headers.map((header, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one heading; their place tells them apart.
          <li key={at}>
            <NativeSelect
              label={header}
              value={fieldAt(at)}
              onChange={(event) => assign(at, event.currentTarget.value as ColumnField | '')}
              data={[
                { value: '', label: text.ignore },
                ...columnFields.map((field) => ({ value: field, label: text.fields[field] })),
              ]}
            />
            <span className={styles.sample}>
              {table.sample
                .map((row) => row[at])
                .filter(Boolean)
                .slice(0, 3)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
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
