import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { useTexts } from '#ui/language.tsx'
import { dayTexts } from '../messages.day.ts'
import type { TableId } from '../schema.ts'
import type { SeenVote } from './VoteFrame.tsx'
import styles from './votes.module.css'

type Counted = Awaited<ReturnType<typeof api.votes.counts>>[number]

/** What each counter of a table found, and the way to set one aside: a leader asks and says why, another confirms. */
export function Counts({ vote, tableId }: { vote: SeenVote; tableId: TableId }) {
  const text = useTexts(dayTexts)
  const { data, error } = useQuery({
    queryKey: ['votes', vote.id, 'counts'],
    queryFn: () => api.votes.counts({ id: vote.id }),
    refetchInterval: 20_000,
  })
  const own = data?.filter((one) => one.tableId === tableId) ?? []
  return (
    <details>
      <summary>
        {text.counts} ({own.length})
      </summary>
      <Failure error={error} />
      <p className={styles.soft}>{text.asideHelp}</p>
      {own.map((counted) => (
        <OneCount key={counted.counter} vote={vote} counted={counted} />
      ))}
    </details>
  )
}

function OneCount({ vote, counted }: { vote: SeenVote; counted: Counted }) {
  const text = useTexts(dayTexts)
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const { tableId, counter, by, count, aside } = counted
  const settled = () => client.invalidateQueries({ queryKey: ['votes', vote.id] })
  const ask = useMutation({
    mutationFn: () =>
      api.votes.askAside({ voteId: vote.id, id: crypto.randomUUID() as never, tableId, counter, reason }),
    onSuccess: settled,
  })
  const confirm = useMutation({
    mutationFn: (id: NonNullable<Counted['aside']>['id']) => api.votes.confirmAside({ voteId: vote.id, id }),
    onSuccess: settled,
  })
  const choices = vote.questions.flatMap((question) => question.choices)
  const said = count.tallies.flatMap(({ votes }) =>
    votes.map((one) => `${choices.find(({ id }) => id === one.choiceId)?.text ?? ''} ${one.votes}`),
  )
  return (
    <div className={styles.step}>
      <span>
        <strong>{by}</strong>: {text.countSays(count.signed, count.ballots)}; {said.join(', ')}
      </span>
      {aside && <span>{aside.isSet ? text.asideSet : text.asideWaits(aside.asked)}</span>}
      {aside && <span className={styles.soft}>{aside.reason}</span>}
      <Failure error={ask.error ?? confirm.error} />
      {aside && !aside.isSet && !aside.mine && (
        <div>
          <Button onClick={() => confirm.mutate(aside.id)} loading={confirm.isPending}>
            {text.asideConfirm}
          </Button>
        </div>
      )}
      {!aside && (
        <div className={styles.bar} style={{ alignItems: 'end' }}>
          <TextInput
            label={text.asideReason}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            maxLength={400}
          />
          <Button
            variant="default"
            onClick={() => ask.mutate()}
            loading={ask.isPending}
            disabled={reason.trim().length < 10}
          >
            {text.asideAsk}
          </Button>
        </div>
      )}
    </div>
  )
}
