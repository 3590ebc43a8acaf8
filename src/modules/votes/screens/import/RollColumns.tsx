import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { count } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { importTexts } from '../../messages.import.ts'
import { guessRollColumns, type RollField, rollFields } from '../../rules.import.ts'
import type { SeenVote } from '../VoteFrame.tsx'
import styles from '../votes.module.css'
import own from './import.module.css'
import type { TableRead, VotersRead, Where } from './RollImport.tsx'
import type { VotersReader } from './reader.ts'

type RollColumnsProps = {
  vote: SeenVote
  where: Where
  reader: VotersReader
  table: TableRead
  onRead: (read: VotersRead) => void
  onBack: () => void
}

/** What each column holds: a guess from its heading, always for a person to check. */
export function RollColumns({ vote, where, reader, table, onRead, onBack }: RollColumnsProps) {
  const text = useTexts(importTexts)
  const [language] = useLanguage()
  const [columns, setColumns] = useState(() => guessRollColumns(table.headers))
  const [busy, setBusy] = useState(false)
  const assign = (at: number, field: RollField | '') => {
    const others = Object.entries(columns).filter(([name, place]) => place !== at && name !== field)
    setColumns(Object.fromEntries(field ? [...others, [field, at]] : others))
  }
  const named = columns.name !== undefined || columns.given !== undefined
  const check = async () => {
    setBusy(true)
    const told = await reader.ask({
      ask: 'prepare',
      columns,
      where: { ...where, tables: vote.tables, english: language === 'en' },
    })
    setBusy(false)
    if (told.answer === 'prepared') onRead(told)
  }
  return (
    <div className={styles.stack}>
      <h3>{text.columns}</h3>
      <p>{text.columnsLead(count(table.count, language))}</p>
      <ul className={own.columns}>
        {table.headers.map((header, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one heading; their place tells them apart.
          <li key={at}>
            <NativeSelect
              label={header}
              value={rollFields.find((field) => columns[field] === at) ?? ''}
              onChange={(event) => assign(at, event.currentTarget.value as RollField | '')}
              data={[
                { value: '', label: text.ignore },
                ...rollFields.map((field) => ({ value: field, label: text.fields[field] })),
              ]}
            />
            <span className={styles.soft}>
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
