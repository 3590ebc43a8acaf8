import { useLanguage, useTexts } from '#ui/language.tsx'
import { Section } from '#ui/Page.tsx'
import { pactTexts } from '../../messages.pact.ts'
import { programWords } from '../../messages.ts'
import type { Both } from '../../schema.ts'
import { type DefinitionSeen, useGrammar } from '../parts/queries.ts'
import programs from '../programs.module.css'
import styles from './pact.module.css'

/** What was agreed, in both languages: both are signed, so both are on the screen. */
export function Content({ definition: { content, words: sentence } }: { definition: DefinitionSeen }) {
  const text = useTexts(pactTexts)
  const [language] = useLanguage()
  const other = language === 'es' ? 'en' : 'es'
  const grammar = useGrammar()
  const { breakdown } = content.counted
  const called = (id: string) => grammar.data?.dimensions.find((one) => one.id === id)?.label[language] ?? id
  return (
    <>
      <Section title={text.text}>
        <InBoth value={content.text} />
      </Section>
      <div className={styles.columns}>
        <Section title={text.whatCounts}>
          <Examples examples={content.counts} />
        </Section>
        <Section title={text.whatNot}>
          <Examples examples={content.countsNot} not />
        </Section>
      </div>
      <Section title={text.countedAs}>
        <p className={styles.sentence}>{sentence[language]}</p>
        <p className={styles.other} lang={other}>
          {sentence[other]}
        </p>
        <p className={programs.soft} style={{ marginTop: '0.75rem' }}>
          {text.countedHelp}
        </p>
        <p style={{ marginTop: '0.75rem' }}>
          {breakdown.length === 0
            ? text.notBroken
            : `${text.brokenDown}: ${breakdown.map(called).join(', ')}.`}
        </p>
      </Section>
      {(content.feasibility.es || content.feasibility.en) && (
        <Section title={text.feasibility}>
          <InBoth value={content.feasibility} />
        </Section>
      )}
    </>
  )
}

function InBoth({ value }: { value: Both }) {
  const words = useTexts(programWords)
  return (
    <div className={styles.columns}>
      {(['es', 'en'] as const).map((one) => (
        <div key={one}>
          <h3 className={programs.soft}>{one === 'es' ? words.spanish : words.english}</h3>
          <p lang={one} className={styles.reading}>
            {value[one]}
          </p>
        </div>
      ))}
    </div>
  )
}

function Examples({ examples, not = false }: { examples: readonly Both[]; not?: boolean }) {
  const text = useTexts(pactTexts)
  const [language] = useLanguage()
  if (examples.length === 0) return <p className={programs.soft}>{text.noExamples}</p>
  return (
    <ul className={styles.examples} data-not={not}>
      {examples.map((example) => (
        <li key={`${example.es} ${example.en}`}>
          <span>{example[language] || example.es || example.en}</span>
        </li>
      ))}
    </ul>
  )
}
