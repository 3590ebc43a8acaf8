import { useEffect, useState } from 'react'
import { useTexts } from '#ui/language.tsx'
import { SourceStep, tableOr } from '../../../people/screens/import/SourceStep.tsx'
import { importTexts } from '../../messages.import.ts'
import type { Mode, TableId } from '../../schema.ts'
import type { SeenVote } from '../VoteFrame.tsx'
import { RollColumns } from './RollColumns.tsx'
import { RollDryRun } from './RollDryRun.tsx'
import { openVotersReader, type VotersReader } from './reader.ts'
import type { VotersTold } from './voters.worker.ts'

export type TableRead = Extract<VotersTold, { answer: 'table' }>
export type VotersRead = Extract<VotersTold, { answer: 'prepared' }>
export type Where = { mode: Mode; tableId: TableId | null }

/** A roll from a file or from pasted lines: read, say what each column holds, see what will happen, bring in. */
export function RollImport({ vote, where }: { vote: SeenVote; where: Where }) {
  const text = useTexts(importTexts)
  const [reader, setReader] = useState<VotersReader>()
  const [table, setTable] = useState<TableRead>()
  const [read, setRead] = useState<VotersRead>()
  useEffect(() => {
    const opened = openVotersReader()
    setReader(opened)
    return opened.close
  }, [])
  if (!reader) return null
  if (!table)
    return (
      <SourceStep<TableRead>
        pasteHelp={text.pasteHelp}
        read={async (source) => tableOr(await reader.ask(source))}
        onTable={setTable}
      />
    )
  const restart = () => {
    setRead(undefined)
    setTable(undefined)
  }
  return read ? (
    <RollDryRun vote={vote} read={read} onBack={() => setRead(undefined)} onDone={restart} />
  ) : (
    <RollColumns vote={vote} where={where} reader={reader} table={table} onRead={setRead} onBack={restart} />
  )
}
