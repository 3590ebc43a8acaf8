import { leadership } from '#platform/access/roles.ts'
import { useMay } from '#platform/access/screens/session.tsx'
import { NextStep } from './NextStep.tsx'
import { Papers } from './Papers.tsx'
import { PlanSteps } from './PlanSteps.tsx'
import { VotedText } from './VotedText.tsx'
import { VoteFrame } from './VoteFrame.tsx'

/** A vote's plan: what comes next, each step by the law, its list, its papers. */
export function VotePage() {
  const leads = useMay(leadership)
  const works = useMay(['owner', 'coordinator', 'organizer'])
  return (
    <VoteFrame>
      {(vote) => (
        <>
          {leads && <NextStep vote={vote} />}
          <PlanSteps vote={vote} leads={leads} />
          <VotedText vote={vote} leads={leads} />
          {works && <Papers vote={vote} leads={leads} />}
        </>
      )}
    </VoteFrame>
  )
}
