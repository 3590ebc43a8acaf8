import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { leadership } from '#platform/access/roles.ts'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { useMay } from '#platform/access/screens/session.tsx'
import { deviceToday, longDay, moment } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Section } from '#ui/Page.tsx'
import { deskTexts, rollTexts } from '../messages.desk.ts'
import { voteWords } from '../messages.ts'
import { Enrolling } from './Enrolling.tsx'
import { Objections } from './Objections.tsx'
import { RollNames } from './RollNames.tsx'
import { Split } from './Split.tsx'
import { type SeenVote, VoteFrame } from './VoteFrame.tsx'
import styles from './votes.module.css'

/** Who votes: how many by mode and sex for all; names, problems and objections for the leadership. */
export function RollPage() {
  const leads = useMay(leadership)
  return <VoteFrame>{(vote) => <Roll vote={vote} leads={leads} />}</VoteFrame>
}

function Roll({ vote, leads }: { vote: SeenVote; leads: boolean }) {
  const text = useTexts(rollTexts)
  const desk = useTexts(deskTexts)
  const words = useTexts(voteWords)
  const [language] = useLanguage()
  const { covered, paper, booth, remote, women, men, otherOrUnknown } = vote.roll
  const open = vote.state.name === 'preparing' || vote.state.name === 'called'
  const log = useQuery({
    queryKey: ['votes', vote.id, 'roll-log'],
    queryFn: () => api.votes.rollLog({ id: vote.id }),
  })
  return (
    <>
      <p>
        <strong>{text.covered(covered)}</strong>
        <br />
        {text.byMode(paper, booth, remote)}
        <br />
        {text.bySex(women, men, otherOrUnknown)}
      </p>
      {vote.rollPublishedOn && <p>{desk.publishedOn(longDay(vote.rollPublishedOn, language))}</p>}
      {'rollHash' in vote.state && <Frozen vote={vote} hash={vote.state.rollHash} leads={leads} />}
      {leads && open && (
        <>
          <Enrolling vote={vote} />
          <Split vote={vote} />
          <Problems vote={vote} />
          <Publication vote={vote} />
        </>
      )}
      {leads && <RollNames vote={vote} open={open} />}
      {leads && <Objections vote={vote} open={open} />}
      {log.data && log.data.length > 0 && (
        <Section title={text.log}>
          {log.data.map(({ verb, people, doneAt, by }) => (
            <div key={doneAt} className={styles.row}>
              <span>{text.did(by, words.verbs[verb] ?? verb, people)}</span>
              <span className={styles.soft}>{moment(doneAt, language)}</span>
            </div>
          ))}
        </Section>
      )}
    </>
  )
}

function Frozen({ vote, hash, leads }: { vote: SeenVote; hash: string; leads: boolean }) {
  const text = useTexts(rollTexts)
  const verify = useMutation({ mutationFn: () => api.votes.verifyRoll({ id: vote.id }) })
  return (
    <Notice title={text.frozen}>
      <p>
        {text.hash}: <span className={styles.hash}>{hash}</span>
      </p>
      {leads && (
        <Button variant="default" onClick={() => verify.mutate()} loading={verify.isPending}>
          {text.verify}
        </Button>
      )}
      <Failure error={verify.error} />
      {verify.data && (
        <p className={verify.data.equal ? styles.good : styles.bad} role="status">
          {verify.data.equal ? text.equal : text.differs}
        </p>
      )}
    </Notice>
  )
}

function Problems({ vote }: { vote: SeenVote }) {
  const text = useTexts(rollTexts)
  const words = useTexts(voteWords)
  const { data, error } = useQuery({
    queryKey: ['votes', vote.id, 'problems'],
    queryFn: () => api.votes.problems({ id: vote.id }),
  })
  return (
    <Section title={text.check}>
      <Failure error={error} />
      {data?.every(({ blocks }) => !blocks) && <p className={styles.good}>{text.nothing}</p>}
      {data?.map(({ kind, blocks, voterIds }) => (
        <div key={kind} className={styles.row}>
          <span>
            {words.problems[kind]}
            {voterIds.length > 0 && ` (${voterIds.length})`}
          </span>
          <span className={blocks ? styles.bad : styles.soft}>{blocks ? text.stops : text.look}</span>
        </div>
      ))}
    </Section>
  )
}

function Publication({ vote }: { vote: SeenVote }) {
  const text = useTexts(deskTexts)
  const client = useQueryClient()
  const [on, setOn] = useState(vote.rollPublishedOn ?? deviceToday())
  const publish = useMutation({
    mutationFn: () => api.votes.publishRoll({ id: vote.id, on }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['votes', vote.id] }),
  })
  return (
    <Section title={text.publishRoll}>
      <div className={styles.bar} style={{ alignItems: 'end' }}>
        <TextInput
          type="date"
          label={text.calledOn}
          value={on}
          onChange={(event) => setOn(event.currentTarget.value)}
        />
        <Button onClick={() => publish.mutate()} loading={publish.isPending} disabled={!on}>
          {text.save}
        </Button>
      </div>
      <Failure error={publish.error} />
    </Section>
  )
}
