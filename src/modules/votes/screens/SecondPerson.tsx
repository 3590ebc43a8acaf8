import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '#api'
import { leadership } from '#platform/access/roles.ts'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { useMay } from '#platform/access/screens/session.tsx'
import { codeOf } from '#platform/http/client.ts'
import { useTexts } from '#ui/language.tsx'
import { dayTexts } from '../messages.day.ts'
import type { VoteId } from '../schema.ts'
import type { SeenVote } from './VoteFrame.tsx'
import styles from './votes.module.css'

/** What two leaders agreed to about the names of this vote, as an operation takes it; empty while nothing was agreed. */
export const useAgreed = (voteId: VoteId) => {
  const leads = useMay(leadership)
  const { data } = useQuery({
    queryKey: ['team', 'approvals'],
    queryFn: () => api.team.approvals(),
    enabled: leads,
  })
  const asked = data?.find(({ kind, subject }) => kind === 'names' && subject === voteId)
  return { asked, agreed: asked?.grantedBy ? { approvalId: asked.id } : {} }
}

/** After a refusal of many names at once: asks another leader, and tries again once they agreed. */
export function SecondPerson({ vote, error, onRetry }: SecondPersonProps) {
  const text = useTexts(dayTexts)
  const client = useQueryClient()
  const { asked } = useAgreed(vote.id)
  const ask = useMutation({
    mutationFn: () =>
      api.team.askApproval({
        id: crypto.randomUUID() as never,
        kind: 'names',
        subject: vote.id,
        reason: vote.title,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['team', 'approvals'] }),
  })
  if (codeOf(error) !== 'votes.many-names') return null
  return (
    <div className={styles.stack}>
      <Failure error={ask.error} />
      {asked && !asked.grantedBy && <p role="status">{text.namesWait}</p>}
      <div>
        {!asked && (
          <Button onClick={() => ask.mutate()} loading={ask.isPending}>
            {text.namesAsk}
          </Button>
        )}
        {asked?.grantedBy && <Button onClick={onRetry}>{text.namesAgreed}</Button>}
      </div>
    </div>
  )
}

type SecondPersonProps = { vote: SeenVote; error: unknown; onRetry: () => unknown }
