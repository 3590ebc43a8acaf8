import { Button } from '@mantine/core'
import { dayParts, longDay } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { deskTexts } from '../messages.desk.ts'
import type { Plan } from './PlanSteps.tsx'
import plan from './plan.module.css'
import styles from './votes.module.css'

type StepProps = {
  step: Plan['steps'][number]
  event: Plan['events'][number] | undefined
  onNote: (event: Plan['events'][number]) => void
}

/** A step on the line of time: the day it was done or the safe day, what the law says of it, and both readings. */
export function PlanStep({ step, event, onNote }: StepProps) {
  const text = useTexts(deskTexts)
  const [language] = useLanguage()
  const { title, status, who, absence, effect, why } = step.words
  const day = step.given ?? step.safe
  return (
    <li className={plan.step} data-standing={step.standing}>
      <DayBlock day={day?.slice(0, 10)} caption={step.given ? text.doneOn : text.safeDay} />
      <div className={plan.body}>
        <strong>{title[language]}</strong>
        <span>
          <span className={plan.status}>{status[language]}</span>{' '}
          <span className={styles.soft}>· {who[language]}</span>
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
        <span className={styles.soft}>
          {[step.article, step.mark[language]].filter((said) => said !== '').join(' · ')}
        </span>
        {event && (
          <div className="no-print">
            <Button variant="default" onClick={() => onNote(event)}>
              {step.given ? text.changeDay : text.noteDay}
            </Button>
          </div>
        )}
      </div>
    </li>
  )
}

function DayBlock({ day, caption }: { day: string | undefined; caption: string }) {
  const [language] = useLanguage()
  if (!day) return <div className={plan.day}>—</div>
  const { date, month } = dayParts(day, language)
  return (
    <div className={plan.day}>
      <b>{date}</b>
      <span>{month}</span>
      <small>{caption}</small>
    </div>
  )
}
