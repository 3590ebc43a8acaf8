import { Button, Textarea } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { importTexts } from '../../messages.import.ts'
import type { Mode, TableId } from '../../schema.ts'
import type { SeenVote } from '../VoteFrame.tsx'
import styles from '../votes.module.css'
import own from './import.module.css'
import { RollColumns } from './RollColumns.tsx'
import { RollDryRun } from './RollDryRun.tsx'
import { openVotersReader, type VotersReader } from './reader.ts'
import type { VotersAsked, VotersTold } from './voters.worker.ts'

export type TableRead = Extract<VotersTold, { answer: 'table' }>
export type VotersRead = Extract<VotersTold, { answer: 'prepared' }>
export type Where = { mode: Mode; tableId: TableId | null }

/** A roll from a file or from pasted lines: read, say what each column holds, see what will happen, bring in. */
export function RollImport({ vote, where }: { vote: SeenVote; where: Where }) {
  const [reader, setReader] = useState<VotersReader>()
  const [table, setTable] = useState<TableRead>()
  const [read, setRead] = useState<VotersRead>()
  useEffect(() => {
    const opened = openVotersReader()
    setReader(opened)
    return opened.close
  }, [])
  if (!reader) return null
  if (!table) return <Source reader={reader} onTable={setTable} />
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

function Source({ reader, onTable }: { reader: VotersReader; onTable: (table: TableRead) => void }) {
  const text = useTexts(importTexts)
  const [pasted, setPasted] = useState('')
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<keyof typeof text.failed>()
  const ask = async (asked: VotersAsked) => {
    setBusy(true)
    setFailed(undefined)
    const told = await reader.ask(asked)
    setBusy(false)
    if (told.answer === 'table') onTable(told)
    else setFailed(told.answer === 'failed' ? told.reason : 'unreadable')
  }
  return (
    <div className={styles.stack}>
      <label className={own.file}>
        <input
          type="file"
          accept=".csv,.txt,.tsv,.xlsx"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? []
            if (file) void ask({ ask: 'file', file })
          }}
        />
        <span>{busy ? text.reading : text.choose}</span>
      </label>
      <Textarea
        label={text.paste}
        description={text.pasteHelp}
        value={pasted}
        onChange={(event) => setPasted(event.currentTarget.value)}
        autosize
        minRows={3}
        maxRows={10}
      />
      {failed && <Notice kind="bad">{text.failed[failed]}</Notice>}
      <div>
        <Button
          variant="default"
          onClick={() => ask({ ask: 'text', text: pasted })}
          disabled={pasted.trim() === ''}
          loading={busy}
        >
          {text.read}
        </Button>
      </div>
    </div>
  )
}
