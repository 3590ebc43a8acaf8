import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { count, longDay } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Scroll } from '#ui/Scroll.tsx'
import { programWords } from '../../messages.ts'
import { workbookTexts } from '../../messages.workbooks.ts'
import type { Upload } from '../parts/PickFile.tsx'
import { useGrammar } from '../parts/queries.ts'
import styles from '../programs.module.css'
import { RowProblems } from './RowProblems.tsx'

type Read = Awaited<ReturnType<typeof api.programs.tryWorkbook>>

/** What would come in, row by row what would not, and only then the rows themselves. */
export function Trial({ file, mapping, read, onChange, onRestart, onDone }: Props) {
  const text = useTexts(workbookTexts)
  const words = useTexts(programWords)
  const [language] = useLanguage()
  const client = useQueryClient()
  const [id] = useState(() => crypto.randomUUID())
  const number = (value: number) => count(value, language)
  const bring = useMutation({
    mutationFn: () =>
      api.programs.importWorkbook({ id, mappingId: mapping.id, file, digest: read.digest, good: read.good }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['workbooks'] }),
  })
  if (bring.data)
    return (
      <Notice kind="good" title={text.imported(number(bring.data.recorded))}>
        <div className={styles.bar} style={{ marginTop: '0.5rem' }}>
          <Button size="sm" onClick={onDone}>
            {words.done}
          </Button>
          <Button size="sm" variant="default" onClick={onRestart}>
            {text.another}
          </Button>
        </div>
      </Notice>
    )
  return (
    <div className={styles.stack} style={{ gap: '1.25rem' }}>
      <h2>
        {text.trial}: {file.fileName}
      </h2>
      <Notice kind={read.problems.length > 0 ? 'warn' : 'good'} title={text.good(number(read.good))}>
        {read.known > 0 && <p>{text.known(number(read.known))}</p>}
        {read.problems.length > 0 && (
          <p>
            {text.bad(read.problems.length)}. {text.importRest}
          </p>
        )}
        <p>{text.trialHelp}</p>
      </Notice>
      {read.problems.length > 0 && <RowProblems problems={read.problems} />}
      {read.sample.length > 0 && <Sample read={read} />}
      {read.good === 0 && <p>{text.nothing}</p>}
      <Failure error={bring.error} />
      <div className={styles.bar}>
        <Button onClick={() => bring.mutate()} loading={bring.isPending} disabled={read.good === 0}>
          {text.import(number(read.good))}
        </Button>
        <Button variant="default" onClick={onChange}>
          {text.change}
        </Button>
        <Button variant="default" onClick={onRestart}>
          {text.restart}
        </Button>
      </div>
    </div>
  )
}

function Sample({ read }: { read: Read }) {
  const text = useTexts(workbookTexts)
  const [language] = useLanguage()
  const grammar = useGrammar()
  const called = (value: string) =>
    grammar.data?.dimensions.flatMap(({ values }) => values).find(({ id }) => id === value)?.label[
      language
    ] ?? value
  const hasAmounts = read.sample.some(({ quantity }) => quantity !== null)
  return (
    <Scroll label={text.sample} className={styles.tableWrap}>
      <table className={styles.table}>
        <caption>{text.sample}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.right}>
              {text.row}
            </th>
            <th scope="col">{text.happenedOn}</th>
            {hasAmounts && <th scope="col">{text.amount}</th>}
            <th scope="col">{text.detail}</th>
          </tr>
        </thead>
        <tbody>
          {read.sample.map((row) => (
            <tr key={row.row}>
              <th scope="row" className={styles.right}>
                {row.row}
              </th>
              <td>{longDay(row.happenedOn, language)}</td>
              {hasAmounts && <td>{row.quantity}</td>}
              <td>{row.at.map(called).join(' · ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

type Props = {
  file: Upload
  mapping: { id: string }
  read: Read
  onChange: () => void
  onRestart: () => void
  onDone: () => void
}
