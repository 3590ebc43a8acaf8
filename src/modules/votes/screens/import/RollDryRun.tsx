import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { Choices } from '#ui/Choice.tsx'
import { useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Scroll } from '#ui/Scroll.tsx'
import { importTexts } from '../../messages.import.ts'
import { comesIn } from '../../rules.import.ts'
import type { SeenVote } from '../VoteFrame.tsx'
import styles from '../votes.module.css'
import type { VotersRead } from './RollImport.tsx'

const atOnce = 2_000
const mostShown = 100

type RollDryRunProps = { vote: SeenVote; read: VotersRead; onBack: () => void; onDone: () => void }

/** What will happen, line by line where something is wrong; nothing was kept so far. */
export function RollDryRun({ vote, read, onBack, onDone }: RollDryRunProps) {
  const text = useTexts(importTexts)
  const client = useQueryClient()
  const [again, setAgain] = useState(false)
  const rehearsal = useQuery({
    queryKey: ['votes', vote.id, 'rehearsal', read.voters[0]?.id],
    queryFn: async () => {
      const found: Awaited<ReturnType<typeof api.votes.rehearseRoll>>['standing'] = []
      for (let at = 0; at < read.voters.length; at += atOnce) {
        const part = read.voters.slice(at, at + atOnce)
        const voters = part.map(({ id, name, identifier }) => ({ id, name, identifier }))
        found.push(...(await api.votes.rehearseRoll({ id: vote.id, voters })).standing)
      }
      return found
    },
    staleTime: 0,
    enabled: read.voters.length > 0,
  })
  const standing = new Map((rehearsal.data ?? []).map(({ id, by }) => [id, by]))
  const coming = read.voters.filter(({ id }) => {
    const by = standing.get(id)
    return by === undefined || (by === 'name' && again)
  })
  const bring = useMutation({
    mutationFn: async () => {
      let added = 0
      for (let at = 0; at < coming.length; at += atOnce)
        added += (await api.votes.importRoll({ id: vote.id, voters: coming.slice(at, at + atOnce) })).added
      return added
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['votes', vote.id] }),
  })
  if (bring.data !== undefined)
    return (
      <div className={styles.stack}>
        <Notice kind="good">{text.brought(bring.data)}</Notice>
        <div>
          <Button variant="default" onClick={onDone}>
            {text.another}
          </Button>
        </div>
      </div>
    )
  const lineOf = new Map(read.voters.map(({ id }, at) => [id, read.lines[at]!]))
  const out = read.faults.filter((row) => !comesIn(row))
  const look = read.faults.filter(comesIn)
  const names = [...standing.values()].filter((by) => by === 'name').length
  return (
    <div className={styles.stack}>
      <h3>{text.willHappen}</h3>
      <Failure error={rehearsal.error ?? bring.error} />
      <p role="status">
        <strong>{text.comes(coming.length)}</strong> {out.length > 0 && text.stays(out.length)}
      </p>
      <Faults
        title={text.left}
        lines={out.map(({ line, fault, sameAs }) => ({ line, says: text.faults[fault!](sameAs) }))}
      />
      <Faults
        title={text.standing}
        lines={[...standing].map(([id, by]) => ({ line: lineOf.get(id)!, says: text.standingBy[by] }))}
      />
      {names > 0 && (
        <Choices
          label={text.namesakesLabel}
          options={[{ value: 'again', label: text.namesakes(names) }]}
          value={again ? ['again'] : []}
          onChange={(value) => setAgain(value.length > 0)}
        />
      )}
      <Faults
        title={text.look}
        lines={look.map(({ line, fault, sameAs }) => ({ line, says: text.faults[fault!](sameAs) }))}
      />
      <div className={styles.bar}>
        <Button
          onClick={() => bring.mutate()}
          loading={bring.isPending || rehearsal.isLoading}
          disabled={coming.length === 0 || rehearsal.isError}
        >
          {text.bring}
        </Button>
        <Button variant="default" onClick={onBack}>
          {text.back}
        </Button>
      </div>
    </div>
  )
}

function Faults({ title, lines }: { title: string; lines: { line: number; says: string }[] }) {
  const text = useTexts(importTexts)
  if (lines.length === 0) return null
  return (
    <Scroll label={title} className={styles.rows}>
      <table>
        <caption style={{ textAlign: 'start' }}>
          <strong>
            {title} ({lines.length})
          </strong>
        </caption>
        <thead>
          <tr>
            <th scope="col">{text.line}</th>
            <th scope="col">{text.what}</th>
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, mostShown).map(({ line, says }) => (
            <tr key={line}>
              <th scope="row">{line}</th>
              <td>{says}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {lines.length > mostShown && <p>{text.more(lines.length - mostShown)}</p>}
    </Scroll>
  )
}
