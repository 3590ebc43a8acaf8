import { Button } from '@mantine/core'
import { useState } from 'react'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Section } from '#ui/Page.tsx'
import { deskTexts } from '../messages.desk.ts'
import { voteWords } from '../messages.ts'
import { OpinionDialog } from './OpinionDialog.tsx'
import type { Plan } from './PlanSteps.tsx'
import type { SeenVote } from './VoteFrame.tsx'
import styles from './votes.module.css'

/** What may be voted other than on paper, both readings, and counsel's opinion. */
export function Modes({ vote, plan, leads }: { vote: SeenVote; plan: Plan; leads: boolean }) {
  const text = useTexts(deskTexts)
  const words = useTexts(voteWords)
  const [language] = useLanguage()
  const [opining, setOpining] = useState(false)
  return (
    <Section title={text.remote}>
      {plan.remote.says.map((says) => (
        <p key={says.es}>{says[language]}</p>
      ))}
      {plan.remote.modes.map(({ mode, on, readings }) => (
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
      {leads && (
        <Button variant="default" onClick={() => setOpining(true)}>
          {text.recordOpinion}
        </Button>
      )}
      {opining && <OpinionDialog kind={vote.kind} onClose={() => setOpining(false)} />}
    </Section>
  )
}
