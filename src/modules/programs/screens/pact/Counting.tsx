import { useQuery } from '@tanstack/react-query'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import type { Definition } from '#platform/facts/definition.ts'
import { Choice, Choices } from '#ui/Choice.tsx'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { pactTexts } from '../../messages.pact.ts'
import { capital } from '../parts/numbers.ts'
import type { Grammar } from '../parts/queries.ts'
import programs from '../programs.module.css'
import { CountedField } from './CountedField.tsx'
import { emptyMeasure, isWhole, kindsOf, type MeasureName } from './counted.ts'
import { DurationField } from './DurationField.tsx'
import styles from './pact.module.css'

const measures = ['distinct', 'flow', 'stock', 'ratio', 'duration'] as const satisfies readonly MeasureName[]

/** What is counted, chosen from what is recorded; its sentence follows along, or why it cannot be counted. */
export function Counting({ grammar, indicatorId, counted, onChange }: Props) {
  const text = useTexts(pactTexts)
  const [language] = useLanguage()
  const { measure, breakdown } = counted
  const kinds = kindsOf(measure)
  const offered = grammar.dimensions.filter(({ id }) =>
    grammar.kinds
      .filter(({ kind }) => kinds.includes(kind))
      .every(({ dimensions }) => dimensions.includes(id)),
  )
  const set = (changed: Definition['measure']) => onChange({ measure: changed, breakdown })
  return (
    <div className={programs.stack} style={{ gap: '1.25rem' }}>
      <Choice
        label={text.measure}
        value={measure.measure}
        onChange={(name) => set(emptyMeasure(name, measure))}
        options={measures.map((value) => ({ value, label: text.measures[value]! }))}
      />
      {measure.measure === 'ratio' ? (
        (['part', 'whole'] as const).map((side) => (
          <fieldset key={side} className={styles.part}>
            <legend>{text[side]}</legend>
            <CountedField
              grammar={grammar}
              counted={measure[side]}
              onChange={(changed) => set({ ...measure, [side]: changed })}
            />
          </fieldset>
        ))
      ) : measure.measure === 'duration' ? (
        <DurationField grammar={grammar} measure={measure} onChange={set} />
      ) : (
        <CountedField grammar={grammar} counted={measure} onChange={set} fixed />
      )}
      {kinds.length > 0 && offered.length > 0 && (
        <div>
          <Choices
            label={text.breakdown}
            options={offered.map(({ id, label }) => ({ value: id, label: capital(label[language]) }))}
            value={breakdown}
            onChange={(chosen) => onChange({ measure, breakdown: chosen.slice(-3) })}
          />
          <p className={programs.soft} style={{ marginTop: '0.5rem' }}>
            {text.breakdownHelp}
          </p>
        </div>
      )}
      <Spoken counted={counted} indicatorId={indicatorId} />
    </div>
  )
}

function Spoken({ counted, indicatorId }: Pick<Props, 'counted' | 'indicatorId'>) {
  const text = useTexts(pactTexts)
  const [language] = useLanguage()
  const whole = isWhole(counted.measure)
  const { data, error } = useQuery({
    queryKey: ['definition check', counted, indicatorId],
    queryFn: () => api.programs.checkDefinition({ counted, indicatorId: indicatorId as never }),
    enabled: whole,
    placeholderData: (before) => before,
  })
  if (error) return <Failure error={error} />
  if (!whole || !data) return <p className={programs.soft}>{text.chooseFirst}</p>
  const bad = data.problems.length > 0
  return (
    <div className={styles.live} aria-live="polite">
      <Notice kind={bad ? 'warn' : 'good'} title={bad ? text.cannot : text.says_}>
        {bad ? (
          data.problems.map((one) => <p key={`${one.problem} ${one.name}`}>{one.text[language]}</p>)
        ) : (
          <p>{data.words[language]}</p>
        )}
      </Notice>
    </div>
  )
}

type Props = {
  grammar: Grammar
  /** Whose definition it is: it is not held against an earlier version of itself. */
  indicatorId: string
  counted: Definition
  onChange: (counted: Definition) => void
}
