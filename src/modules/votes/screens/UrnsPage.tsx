import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { api } from '#api'
import { field, leadership } from '#platform/access/roles.ts'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { useMay } from '#platform/access/screens/session.tsx'
import { moment } from '#ui/format.ts'
import { LinkButton } from '#ui/LinkButton.tsx'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Section } from '#ui/Page.tsx'
import { Scroll } from '#ui/Scroll.tsx'
import { dayTexts } from '../messages.day.ts'
import { voteWords } from '../messages.ts'
import { Counts } from './Counts.tsx'
import { showable } from './files.ts'
import { type SeenVote, VoteFrame } from './VoteFrame.tsx'
import styles from './votes.module.css'

type Urn = Awaited<ReturnType<typeof api.votes.urns>>[number]

/** Each urn: what was noted of it, what its record lacks, and whether its two counts agree. */
export function UrnsPage() {
  return <VoteFrame>{(vote) => <Urns vote={vote} />}</VoteFrame>
}

function Urns({ vote }: { vote: SeenVote }) {
  const text = useTexts(dayTexts)
  const { data, error } = useQuery({
    queryKey: ['votes', vote.id, 'urns'],
    queryFn: () => api.votes.urns({ id: vote.id }),
    refetchInterval: 20_000,
  })
  return (
    <>
      <Failure error={error} />
      {data?.length === 0 && <p>{text.noTables}</p>}
      {data?.map((urn) => (
        <UrnRecord key={urn.id} vote={vote} urn={urn} />
      ))}
    </>
  )
}

function UrnRecord({ vote, urn }: { vote: SeenVote; urn: Urn }) {
  const text = useTexts(dayTexts)
  const words = useTexts(voteWords)
  const [language] = useLanguage()
  const inField = useMay(field)
  const leads = useMay(leadership)
  const running = ['frozen', 'open', 'closed'].includes(vote.state.name)
  const gaps = urn.gaps.filter((gap) => !atTheEnd.includes(gap) || new Date(vote.closesAt) <= new Date())
  const counting = vote.state.name === 'open' || vote.state.name === 'closed'
  return (
    <Section
      title={`${text.table(urn.number)} · ${urn.place}`}
      actions={
        inField &&
        running && (
          <LinkButton to="/votes/$voteId/urns/$tableId" params={{ voteId: vote.id, tableId: urn.id }}>
            {counting ? text.countHere : text.noteSomething}
          </LinkButton>
        )
      }
    >
      <p>
        {text.onSheet(urn.onRoll)} ·{' '}
        <strong
          className={urn.agreement === 'agreed' ? styles.good : urn.agreement === 'differ' ? styles.bad : ''}
        >
          {words.agreements[urn.agreement]}
        </strong>
      </p>
      {urn.differs.length > 0 && (
        <p className={styles.bad}>
          {text.differs} {urn.differs.map((what) => nameOf(vote, what, text)).join(', ')}
        </p>
      )}
      {urn.setAside.map((reason) => (
        <p key={reason}>
          {text.setAside} {reason}
        </p>
      ))}
      {leads && vote.state.name === 'closed' && urn.counters > 0 && <Counts vote={vote} tableId={urn.id} />}
      {urn.doubts.map(({ kind, difference }) => (
        <p key={kind} className={styles.bad}>
          {text.doubts[kind]} ({Math.abs(difference)})
        </p>
      ))}
      {counting && gaps.length > 0 && (
        <ul>
          {gaps.map((gap) => (
            <li key={gap} className={gap === 'seals_differ' ? styles.bad : ''}>
              {words.gaps[gap]}
            </li>
          ))}
        </ul>
      )}
      {urn.agreed && <Sums vote={vote} count={urn.agreed} />}
      <details>
        <summary>
          {text.events} ({urn.events.length})
        </summary>
        {urn.events.length === 0 && <p>{text.noEvents}</p>}
        {urn.events.map((event) => (
          <div key={event.id} className={styles.step}>
            <span>
              <strong>{words.urnEvents[event.kind]}</strong> {event.seals.join(', ')} {event.custodian}{' '}
              {event.ballots}
            </span>
            {event.note && <span>{event.note}</span>}
            <span className={styles.soft}>
              {moment(event.happenedAt, language)} {event.by && text.by(event.by)}
            </span>
            {event.digest && <span className={styles.hash}>{text.digest(event.digest)}</span>}
            {inField && event.fileId && <Photo vote={vote} fileId={event.fileId} />}
          </div>
        ))}
      </details>
    </Section>
  )
}

// Before the hour of the close these are not missing yet.
const atTheEnd: readonly Urn['gaps'][number][] = ['not_unsealed', 'no_closing_acta']

function Photo({ vote, fileId }: { vote: SeenVote; fileId: NonNullable<Urn['events'][number]['fileId']> }) {
  const text = useTexts(dayTexts)
  const show = useMutation({
    mutationFn: async () => showable(await api.votes.file({ voteId: vote.id, id: fileId })),
  })
  if (show.data) return <img src={show.data} alt={text.seePhoto} className={styles.photo} />
  const whole = vote.files.find(({ id }) => id === fileId)?.complete
  if (whole === false) return <span className={styles.soft}>{text.photoWaits}</span>
  return (
    <div>
      <Button variant="default" onClick={() => show.mutate()} loading={show.isPending}>
        {text.seePhoto}
      </Button>
      <Failure error={show.error} />
    </div>
  )
}

function Sums({ vote, count }: { vote: SeenVote; count: NonNullable<Urn['agreed']> }) {
  const text = useTexts(dayTexts)
  return (
    <Scroll label={text.count} className={styles.rows}>
      {vote.questions.map((question) => {
        const tally = count.tallies.find(({ questionId }) => questionId === question.id)
        return (
          <table key={question.id}>
            <caption style={{ textAlign: 'start' }}>{question.text}</caption>
            <tbody>
              {question.choices.map((choice) => (
                <tr key={choice.id}>
                  <th scope="row">{choice.text}</th>
                  <td data-number>
                    {tally?.votes.find(({ choiceId }) => choiceId === choice.id)?.votes ?? 0}
                  </td>
                </tr>
              ))}
              <tr>
                <th scope="row">{text.blank}</th>
                <td data-number>{tally?.blank}</td>
              </tr>
              <tr>
                <th scope="row">{text.nulled}</th>
                <td data-number>{tally?.nulled}</td>
              </tr>
            </tbody>
          </table>
        )
      })}
    </Scroll>
  )
}

/** What two counts differ in, by the name a counter knows it by: a field, a choice, or a question's blank and null. */
const nameOf = (vote: SeenVote, what: string, text: (typeof dayTexts)['es']): string => {
  const fields: Record<string, string> = {
    signed: text.signed,
    received: text.received,
    unused: text.unused,
    ballots: text.inUrn,
  }
  if (fields[what]) return fields[what]
  const [questionId, part] = what.split(':')
  if (part) return part === 'blank' ? text.blank : text.nulled
  const choice = vote.questions.flatMap(({ choices }) => choices).find(({ id }) => id === questionId)
  return choice?.text ?? ''
}
