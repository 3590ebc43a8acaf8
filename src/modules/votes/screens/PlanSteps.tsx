import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { longDay } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Section } from '#ui/Page.tsx'
import { deskTexts } from '../messages.desk.ts'
import { HappenedDialog } from './HappenedDialog.tsx'
import { LegalList } from './LegalList.tsx'
import { Modes } from './Modes.tsx'
import { PlanStep } from './PlanStep.tsx'
import plan from './plan.module.css'
import type { SeenVote } from './VoteFrame.tsx'
import styles from './votes.module.css'

export type Plan = Awaited<ReturnType<typeof api.votes.plan>>

const dayOf = ({ given, safe }: Plan['steps'][number]) => given ?? safe ?? 'later'

/** By the day done or the safe day; what has no day yet comes last. */
const inTime = (steps: Plan['steps']) => steps.toSorted((a, b) => dayOf(a).localeCompare(dayOf(b)))

/** Each step with its article, both readings and the safe date; the law's list; what may be voted other than on paper. */
export function PlanSteps({ vote, leads }: { vote: SeenVote; leads: boolean }) {
  const text = useTexts(deskTexts)
  const [language] = useLanguage()
  const [noting, setNoting] = useState<Plan['events'][number]>()
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
      {data.blocked && running && (
        <div className={plan.warning}>
          <Notice kind="warn">
            {text.blocked}{' '}
            {data.missing.length > 0 && <a href="#list">{text.seeMissing(data.missing.length)}</a>}
          </Notice>
        </div>
      )}
      {data.steps.length > 0 && (
        <Section title={text.steps}>
          <ol className={plan.timeline}>
            {inTime(data.steps).map((step) => (
              <PlanStep
                key={step.id}
                step={step}
                event={leads ? data.events.find(({ event }) => event === step.event) : undefined}
                onNote={setNoting}
              />
            ))}
          </ol>
          {data.notices.map((notice) => (
            <p key={notice.es} className={styles.soft}>
              {notice[language]}
            </p>
          ))}
        </Section>
      )}
      {data.items.length > 0 && <LegalList vote={vote} plan={data} leads={leads} />}
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
      <Modes vote={vote} plan={data} leads={leads && running} />
      {noting && <HappenedDialog voteId={vote.id} event={noting} onClose={() => setNoting(undefined)} />}
    </>
  )
}
