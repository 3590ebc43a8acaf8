import { useEffect, useState } from 'react'
import { openReader } from '../../rows/reader.ts'
import type { RowsAnswer } from '../../rows/rows.worker.ts'
import { ColumnsStep } from './ColumnsStep.tsx'
import { DryRunStep } from './DryRunStep.tsx'
import type { ImportPort } from './port.ts'
import { SourceStep, tableOr } from './SourceStep.tsx'

export type Reader = ReturnType<typeof openReader>
export type TableAnswer = Extract<RowsAnswer, { answer: 'table' }>
export type PreparedAnswer = Extract<RowsAnswer, { answer: 'prepared' }>

/** From a file or pasted text to people: choose, map the columns, see what will happen, bring in, undo. */
export function ImportWizard({ port }: { port: ImportPort }) {
  const [reader, setReader] = useState<Reader>()
  const [table, setTable] = useState<TableAnswer>()
  const [prepared, setPrepared] = useState<PreparedAnswer>()
  useEffect(() => {
    const opened = openReader()
    setReader(opened)
    return opened.close
  }, [])
  const restart = () => {
    setTable(undefined)
    setPrepared(undefined)
  }
  if (!reader) return null
  if (!table)
    return (
      <SourceStep<TableAnswer>
        read={async (source) => tableOr(await reader.ask(source))}
        onTable={setTable}
      />
    )
  if (!prepared)
    return <ColumnsStep reader={reader} table={table} onPrepared={setPrepared} onBack={restart} />
  return (
    <DryRunStep
      reader={reader}
      table={table}
      prepared={prepared}
      port={port}
      onBack={() => setPrepared(undefined)}
      onRestart={restart}
    />
  )
}
