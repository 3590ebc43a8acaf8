import { Button } from '@mantine/core'
import { useState } from 'react'
import { count } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { ColumnPicker } from '../../../people/screens/import/ColumnPicker.tsx'
import { importTexts } from '../../messages.import.ts'
import { guessRollColumns, rollFields } from '../../rules.import.ts'
import type { SeenVote } from '../VoteFrame.tsx'
import styles from '../votes.module.css'
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
      <ColumnPicker
        table={table}
        fields={rollFields}
        names={text.fields}
        columns={columns}
        onChange={setColumns}
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
