import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { peopleTexts } from '../../messages.ts'
import styles from './import.module.css'

type Reason = keyof (typeof peopleTexts)['es']['failed']
type Source = { ask: 'file'; file: File } | { ask: 'text'; text: string }
type Props<Table> = {
  /** What to paste, when it is not a plain list of names. */
  pasteHelp?: string
  read: (source: Source) => Promise<Table | Reason>
  onTable: (table: Table) => void
}

/** A file that somebody chooses, or rows that they paste: whatever reads them answers with a table or why there is none. */
export function SourceStep<Table extends object>({ pasteHelp, read, onTable }: Props<Table>) {
  const text = useTexts(peopleTexts)
  const [pasted, setPasted] = useState('')
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<Reason>()
  const take = async (source: Source) => {
    setBusy(true)
    setFailed(undefined)
    const found = await read(source)
    setBusy(false)
    if (typeof found === 'string') setFailed(found)
    else onTable(found)
  }
  return (
    <div className={styles.stack}>
      <label className={styles.file}>
        <input
          type="file"
          accept=".csv,.txt,.tsv,.xlsx"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? []
            if (file) void take({ ask: 'file', file })
          }}
        />
        <span>{busy ? text.reading : text.chooseFile}</span>
      </label>
      <Textarea
        label={text.paste}
        description={pasteHelp ?? text.pasteHelp}
        value={pasted}
        onChange={(event) => setPasted(event.currentTarget.value)}
        minRows={5}
        maxRows={14}
      />
      {failed && <Notice kind="bad">{text.failed[failed]}</Notice>}
      <div className={styles.bar}>
        <Button
          onClick={() => take({ ask: 'text', text: pasted })}
          disabled={pasted.trim() === ''}
          loading={busy}
        >
          {text.read}
        </Button>
      </div>
    </div>
  )
}

type Told = { answer: string; reason?: Reason }
type TableOf<T extends Told> = Extract<T, { answer: 'table' }>

/** What a reader told, as a table or the reason why there is none. */
export const tableOr = <T extends Told>(told: T): TableOf<T> | Reason =>
  isTable(told) ? told : (told.reason ?? 'unreadable')

const isTable = <T extends Told>(told: T): told is TableOf<T> => told.answer === 'table'
