import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { peopleTexts } from '../../messages.ts'
import type { RowsRequest } from '../../rows/rows.worker.ts'
import type { Reader, TableAnswer } from './ImportWizard.tsx'
import styles from './import.module.css'

type Reason = keyof (typeof peopleTexts)['es']['failed']

export function SourceStep({ reader, onTable }: { reader: Reader; onTable: (table: TableAnswer) => void }) {
  const text = useTexts(peopleTexts)
  const [pasted, setPasted] = useState('')
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<Reason>()
  const read = async (request: RowsRequest) => {
    setBusy(true)
    setFailed(undefined)
    const answer = await reader.ask(request)
    setBusy(false)
    if (answer.answer === 'table') onTable(answer)
    else setFailed(answer.answer === 'failed' ? answer.reason : 'unreadable')
  }
  return (
    <div className={styles.stack}>
      <label className={styles.file}>
        <input
          type="file"
          accept=".csv,.txt,.tsv,.xlsx"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? []
            if (file) void read({ ask: 'file', file })
          }}
        />
        <span>{busy ? text.reading : text.chooseFile}</span>
      </label>
      <Textarea
        label={text.paste}
        description={text.pasteHelp}
        value={pasted}
        onChange={(event) => setPasted(event.currentTarget.value)}
        minRows={5}
        maxRows={14}
      />
      {failed && <Notice kind="bad">{text.failed[failed]}</Notice>}
      <div className={styles.bar}>
        <Button
          onClick={() => read({ ask: 'text', text: pasted })}
          disabled={pasted.trim() === ''}
          loading={busy}
        >
          {text.read}
        </Button>
      </div>
    </div>
  )
}
