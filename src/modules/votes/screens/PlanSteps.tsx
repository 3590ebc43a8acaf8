import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { longDay } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Section } from '#ui/Page.tsx'
import { deskTexts } from '../messages.desk.ts'
import { voteWords } from '../messages.ts'
import { HappenedDialog } from './HappenedDialog.tsx'
import { OpinionDialog } from './OpinionDialog.tsx'
import type { SeenVote } from './VoteFrame.tsx'
import styles from './votes.module.css'

type Plan = Awaited<ReturnType<typeof api.votes.plan>>

/** Each step with its article, both readings and the safe date; the law's list; what may be voted other than on paper. */
export function PlanSteps({ vote, leads }: { vote: SeenVote; leads: boolean }) {
  const text = useTexts(deskTexts)
  const [language] = useLanguage()
  const words = useTexts(voteWords)
  const [noting, setNoting] = useState<Plan['events'][number]>()
  const [opining, setOpining] = useState(false)
  const { data, error } = useQuery({
    queryKey: ['votes', vote.id, 'plan'],
    queryFn: () => api.votes.plan({ id: vote.id }),
  })
  if (!data) return <Failure error={error} />
  const running = vote.state.name !== 'concluded' && vote.state.name !== 'cancelled'
  const inSteps = new Set(data.steps.map(({ event }) => event))
  const others = data.events.filter(({ event }) => !inSteps.has(event))
  return (
    <>
      {data.refusal && <Notice kind="bad">{data.refusal[language]}</Notice>}
      {data.blocked && running && <Notice kind="warn">{text.blocked}</Notice>}
      {data.steps.length > 0 && (
        <Section title={text.steps}>
          {data.steps.map((step) => (
            <Step
              key={step.id}
              step={step}
              event={leads ? data.events.find(({ event }) => event === step.event) : undefined}
              onNote={setNoting}
            />
          ))}
          {data.notices.map((notice) => (
            <p key={notice.es} className={styles.soft}>
              {notice[language]}
            </p>
          ))}
        </Section>
      )}
      {data.items.length > 0 && (
        <Section title={text.list}>
          <p>{text.missing(data.missing.length)}</p>
          {data.items.map((item) => (
            <Item key={item.id} vote={vote} item={item} leads={leads} />
          ))}
        </Section>
      )}
      {leads && others.length > 0 && (
        <Section title={text.otherEvents}>
          {others.map((event) => (
            <div key={event.event} className={styles.row}>
              <span>{event.name[language]}</span>
              <span className={styles.bar}>
                {event.on && <span className={styles.soft}>{longDay(event.on, language)}</span>}
                <Button variant="default" onClick={() => setNoting(event)}>
                  {text.noteDay}
                </Button>
              </span>
            </div>
          ))}
        </Section>
      )}
      <Section title={text.remote}>
        {data.remote.says.map((says) => (
          <p key={says.es}>{says[language]}</p>
        ))}
        {data.remote.modes.map(({ mode, on, readings }) => (
          <div key={mode} className={styles.step}>
            <span>
              <strong>{words.modes[mode]}</strong>{' '}
              <span className={on ? styles.good : styles.soft}>{on ? text.modeOn : text.modeOff}</span>
            </span>
            {readings.length > 0 && (
              <details>
                <summary>{text.readings}</summary>
                {readings.map((reading) => (
                  <p key={reading.es}>{reading[language]}</p>
                ))}
              </details>
            )}
          </div>
        ))}
        {leads && running && (
          <Button variant="default" onClick={() => setOpining(true)}>
            {text.recordOpinion}
          </Button>
        )}
      </Section>
      {noting && <HappenedDialog voteId={vote.id} event={noting} onClose={() => setNoting(undefined)} />}
      {opining && <OpinionDialog kind={vote.kind} onClose={() => setOpining(false)} />}
    </>
  )
}

type StepProps = {
  step: Plan['steps'][number]
  event: Plan['events'][number] | undefined
  onNote: (event: Plan['events'][number]) => void
}

function Step({ step, event, onNote }: StepProps) {
  const text = useTexts(deskTexts)
  const [language] = useLanguage()
  const { title, status, who, absence, effect, why } = step.words
  return (
    <div className={styles.step}>
      <strong>{title[language]}</strong>
      <span className={styles.soft}>
        {status[language]} · {who[language]} · {step.article}
      </span>
      {step.given ? (
        <p>
          {text.done} {longDay(step.given.slice(0, 10), language)}
        </p>
      ) : (
        step.when.map((when) => <p key={when.es}>{when[language]}</p>)
      )}
      {step.conflict.map((conflict) => (
        <Notice key={conflict.es} kind="warn">
          {conflict[language]}
        </Notice>
      ))}
      <details>
        <summary>
          {text.absence}: {effect[language]}
        </summary>
        <p>{absence[language]}</p>
        <p className={styles.soft}>{why[language]}</p>
        {step.papers.length > 0 && <p>{step.papers.map((paper) => paper[language]).join(' · ')}</p>}
      </details>
      {event && (
        <div className="no-print">
          <Button variant="default" onClick={() => onNote(event)}>
            {text.noteDay}
          </Button>
        </div>
      )}
    </div>
  )
}

function Item({ vote, item, leads }: { vote: SeenVote; item: Plan['items'][number]; leads: boolean }) {
  const text = useTexts(deskTexts)
  const [language] = useLanguage()
  const client = useQueryClient()
  const check = useMutation({
    mutationFn: (present: boolean) => api.votes.check({ id: vote.id, requirement: item.id, present }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['votes', vote.id, 'plan'] }),
  })
  const done = item.present === true
  return (
    <div className={styles.step}>
      <div className={styles.item}>
        <span>
          <span aria-hidden="true" className={done ? styles.good : styles.bad}>
            {done ? '✓' : '○'}
          </span>{' '}
          {item.says[language]} <span className={styles.soft}>{item.article}</span>
        </span>
        {leads ? (
          <Button
            className="no-print"
            variant="default"
            onClick={() => check.mutate(!done)}
            loading={check.isPending}
            aria-label={`${done ? text.absent : text.present}: ${item.says[language]}`}
          >
            {done ? text.absent : text.present}
          </Button>
        ) : (
          <span className={styles.soft}>{done ? text.present : text.absent}</span>
        )}
      </div>
      {!done && (
        <details>
          <summary>{text.whatToDo}</summary>
          {item.todo && <p>{item.todo[language]}</p>}
          {item.absence && <p className={styles.soft}>{item.absence[language]}</p>}
        </details>
      )}
      <Failure error={check.error} />
    </div>
  )
}
