import type { Measure } from '#platform/facts/definition.ts'
import { Choice, Choices } from '#ui/Choice.tsx'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { pactTexts } from '../../messages.pact.ts'
import type { Grammar } from '../parts/queries.ts'

type Duration = Extract<Measure, { measure: 'duration' }>

/** How long something takes: from the first record of some kinds to the first of others about the same thing. */
export function DurationField({ grammar, measure, onChange }: Props) {
  const text = useTexts(pactTexts)
  const [language] = useLanguage()
  const kinds = grammar.kinds.map(({ kind, label }) => ({ value: kind, label: label[language] }))
  const used = grammar.kinds.filter(({ kind }) => [...measure.from, ...measure.to].includes(kind))
  const shared = grammar.dimensions.filter(
    ({ id }) => used.length > 0 && used.every(({ dimensions }) => dimensions.includes(id)),
  )
  return (
    <>
      <Choices
        label={text.from}
        options={kinds}
        value={measure.from}
        onChange={(from) => onChange({ ...measure, from })}
      />
      <Choices
        label={text.to}
        options={kinds}
        value={measure.to}
        onChange={(to) => onChange({ ...measure, to })}
      />
      <Choice
        label={text.thread}
        value={measure.thread}
        onChange={(thread) => onChange({ ...measure, thread })}
        options={[
          ...(['record', 'subject'] as const).map((value) => ({ value, label: text.threads[value]! })),
          ...shared.map(({ id, label }) => ({ value: id, label: text.sameValue(label[language]) })),
        ]}
      />
      <Choice
        label={text.statistic}
        value={measure.statistic}
        onChange={(statistic) => onChange({ ...measure, statistic })}
        options={(['median', 'mean'] as const).map((value) => ({ value, label: text.statistics[value]! }))}
      />
    </>
  )
}

type Props = { grammar: Grammar; measure: Duration; onChange: (measure: Duration) => void }
