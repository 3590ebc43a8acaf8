import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { deviceToday, longDay } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Section } from '#ui/Page.tsx'
import { afterTexts } from '../messages.after.ts'
import { deskTexts } from '../messages.desk.ts'
import { HappenedDialog } from './HappenedDialog.tsx'
import type { SeenVote } from './VoteFrame.tsx'
import styles from './votes.module.css'

type Plan = Awaited<ReturnType<typeof api.votes.plan>>

const dayMs = 86_400_000
const daysUntil = (day: string) => Math.round((Date.parse(day) - Date.parse(deviceToday())) / dayMs)

/** What the union files or posts once the vote was held: each with its clock, and its receipt. */
export function Filings({ vote, leads }: { vote: SeenVote; leads: boolean }) {
  const text = useTexts(afterTexts)
  const desk = useTexts(deskTexts)
  const [language] = useLanguage()
  const [noting, setNoting] = useState<Plan['events'][number]>()
  const { data, error } = useQuery({
    queryKey: ['votes', vote.id, 'plan'],
    queryFn: () => api.votes.plan({ id: vote.id }),
  })
  if (!data) return <Failure error={error} />
  const heldOn = vote.opensAt.toString().slice(0, 10)
  // What is still to be done, or was done, after the vote was held.
  const after = data.steps.filter(
    ({ ours, event, given, safe, latest }) =>
      ours &&
      event &&
      (given ?? safe ?? latest ?? '') > heldOn &&
      data.events.some((one) => one.event === event),
  )
  if (after.length === 0) return null
  return (
    <Section title={text.filings}>
      {after.map((step) => {
        const event = data.events.find((one) => one.event === step.event)!
        const due = step.safe ?? step.latest
        return (
          <div key={step.id} className={styles.step}>
            <strong>{step.words.title[language]}</strong>
            <span className={styles.soft}>{step.article}</span>
            {event.on ? (
              <p>
                <span className={styles.good}>{text.filed(longDay(event.on, language))}</span>{' '}
                {event.folio && text.folio(event.folio)} {leads && !event.fileId && text.noReceipt}
              </p>
            ) : (
              due && <Clock due={due.slice(0, 10)} />
            )}
            {leads && (
              <div className="no-print">
                <Button variant="default" onClick={() => setNoting(event)}>
                  {desk.noteDay}
                </Button>
              </div>
            )}
          </div>
        )
      })}
      {noting && <HappenedDialog voteId={vote.id} event={noting} onClose={() => setNoting(undefined)} />}
    </Section>
  )
}

function Clock({ due }: { due: string }) {
  const text = useTexts(afterTexts)
  const [language] = useLanguage()
  const left = daysUntil(due)
  return (
    <p>
      {text.safe(longDay(due, language))}{' '}
      <strong className={left < 0 ? styles.bad : ''}>
        {left < 0 ? text.late(-left) : left === 0 ? text.dueToday : text.dueIn(left)}
      </strong>
    </p>
  )
}
