import { leadership } from '#platform/access/roles.ts'
import { useMay } from '#platform/access/screens/session.tsx'
import { Officers } from './Officers.tsx'
import { Slates } from './Slates.tsx'
import { Tables } from './Tables.tsx'
import { VoteFrame } from './VoteFrame.tsx'

/** Who stands, where people vote, and who has a task. */
export function StandingPage() {
  const leads = useMay(leadership)
  return (
    <VoteFrame>
      {(vote) => (
        <>
          {vote.questions.some(({ kind }) => kind === 'slates') && <Slates vote={vote} leads={leads} />}
          <Tables vote={vote} leads={leads} />
          {leads && <Officers vote={vote} />}
        </>
      )}
    </VoteFrame>
  )
}
