import type { api } from '#api'
import { percent } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Section } from '#ui/Page.tsx'
import { activityTexts } from '../messages.desk.ts'
import { hereTexts } from '../messages.here.ts'
import styles from './support.module.css'

type Shown = Awaited<ReturnType<typeof api.support.activity>>

/** Opinions and answers about oneself, only ever together. */
export function Opinions({
  opinions,
  answers,
  leads,
}: {
  opinions: Shown['opinions']
  answers: Shown['answers']
  leads: boolean
}) {
  const text = useTexts(activityTexts)
  const asked = useTexts(hereTexts)
  const [language] = useLanguage()
  const outOf = (mean: number) =>
    text.outOf(mean.toLocaleString(language === 'es' ? 'es-MX' : 'en-US', { maximumFractionDigits: 1 }))
  const questions = Map.groupBy(answers, ({ question }) => question)
  return (
    <>
      <Section title={text.opinions}>
        {'hidden' in opinions ? (
          <p className={styles.soft}>
            {opinions.hidden === 'open' ? text.untilClosed(opinions.answers) : text.tooFew(opinions.answers)}
          </p>
        ) : (
          <dl className={styles.means}>
            <div>
              <dt>{text.useful}</dt>
              <dd>{outOf(opinions.useful)}</dd>
            </div>
            <div>
              <dt>{text.clear}</dt>
              <dd>{outOf(opinions.clear)}</dd>
            </div>
            <div>
              <dt>{text.willUse}</dt>
              <dd>{percent(opinions.willUse, language)}</dd>
            </div>
            <div>
              <dt className={styles.soft}>{text.opinionsOf(opinions.answers)}</dt>
            </div>
          </dl>
        )}
      </Section>
      {leads && (
        <Section title={text.answers}>
          <p className={styles.soft}>{text.answersHelp}</p>
          {[...questions].map(([question, given]) => (
            <div key={question} className={styles.question}>
              <h3>{asked.questions[question]}</h3>
              <ul className={styles.rows}>
                {given.map(({ answer, people }) => (
                  <li key={answer}>
                    <span>{asked.answers[question]?.[answer]}</span>
                    <strong>{people === 0 ? text.fewOrNone : text.about(people)}</strong>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </Section>
      )}
    </>
  )
}
