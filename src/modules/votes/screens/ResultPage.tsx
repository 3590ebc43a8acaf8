import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '#api'
import { leadership } from '#platform/access/roles.ts'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { useMay, useMembership } from '#platform/access/screens/session.tsx'
import { longDay } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Section } from '#ui/Page.tsx'
import { afterTexts } from '../messages.after.ts'
import { dayTexts } from '../messages.day.ts'
import { Disputes } from './Disputes.tsx'
import { Filings } from './Filings.tsx'
import { NextStep } from './NextStep.tsx'
import { ResultTables } from './ResultTables.tsx'
import { type SeenVote, VoteFrame } from './VoteFrame.tsx'

/** The result: nothing before the close, then what is still missing, then the acta. */
export function ResultPage() {
  return <VoteFrame>{(vote) => <Outcome vote={vote} />}</VoteFrame>
}

function Outcome({ vote }: { vote: SeenVote }) {
  const text = useTexts(dayTexts)
  const after = useTexts(afterTexts)
  const [language] = useLanguage()
  const leads = useMay(leadership)
  const { orgId } = useMembership()
  const counted = vote.state.name === 'closed' || vote.state.name === 'concluded'
  const { data, error } = useQuery({
    queryKey: ['votes', vote.id, 'result', vote.state.name],
    queryFn: () => api.votes.result({ id: vote.id }),
    enabled: counted,
  })
  const challengeable = vote.state.name !== 'preparing' && vote.state.name !== 'called'
  const rollHash = 'rollHash' in vote.state ? vote.state.rollHash : ''
  return (
    <>
      {!counted && <p>{text.beforeClose}</p>}
      <Failure error={error} />
      {data && data.waitsFor.length > 0 && (
        <Notice kind="warn" title={text.waits}>
          <ul>
            {data.waitsFor.map((what) => (
              <li key={what}>{what === 'electronic' ? text.waitsElectronic : text.waitsTable(what)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {data?.result && <ResultTables questions={vote.questions} result={data.result} rollHash={rollHash} />}
      {leads && vote.state.name === 'closed' && data?.result && <NextStep vote={vote} />}
      {counted && <Filings vote={vote} leads={leads} />}
      {leads && challengeable && !vote.destroyedOn && <Disputes vote={vote} />}
      {vote.state.name === 'concluded' && !vote.destroyedOn && (
        <p>
          {text.keepUntil(longDay(vote.state.keepUntil, language))}{' '}
          {vote.challenged ? after.heldBack : after.willDestroy(longDay(vote.state.keepUntil, language))}
        </p>
      )}
      {vote.destroyedOn && (
        <Notice title={after.destroyed(longDay(vote.destroyedOn, language))}>{after.destroyedHelp}</Notice>
      )}
      {rollHash !== '' && (
        <Section title={text.observers}>
          <p>{text.observersHelp}</p>
          <Link to="/observe/$orgId/$voteId" params={{ orgId, voteId: vote.id }}>
            {`${location.origin}/observe/${orgId}/${vote.id}`}
          </Link>
        </Section>
      )}
    </>
  )
}
