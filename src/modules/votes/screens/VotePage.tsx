import { leadership } from '#platform/access/roles.ts'
import { useMay } from '#platform/access/screens/session.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { useTexts } from '#ui/language.tsx'
import { deskTexts } from '../messages.desk.ts'
import { NextStep } from './NextStep.tsx'
import { Papers } from './Papers.tsx'
import { PlanSteps } from './PlanSteps.tsx'
import { VotedText } from './VotedText.tsx'
import { VoteFrame } from './VoteFrame.tsx'

/** A vote's plan: what comes next, each step by the law, its list, its papers. */
export function VotePage() {
  const leads = useMay(leadership)
  const text = useTexts(deskTexts)
  const works = useMay(['owner', 'coordinator', 'organizer'])
  return (
    <VoteFrame>
      {(vote) => (
        <>
          {leads && <NextStep vote={vote} />}
          {leads && vote.state.name === 'preparing' && (
            <p className="no-print">
              <LinkButton to="/votes/$voteId/edit" params={{ voteId: vote.id }} variant="default">
                {text.editDraft}
              </LinkButton>
            </p>
          )}
          <PlanSteps vote={vote} leads={leads} />
          <VotedText vote={vote} leads={leads} />
          {works && <Papers vote={vote} leads={leads} />}
        </>
      )}
    </VoteFrame>
  )
}
