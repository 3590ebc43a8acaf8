import { Checkbox } from '@mantine/core'
import type { Counted } from '#platform/facts/definition.ts'
import { Choice } from '#ui/Choice.tsx'
import { useTexts } from '#ui/language.tsx'
import { pactTexts } from '../../messages.pact.ts'
import type { Grammar } from '../parts/queries.ts'
import { type CountedName, emptyCounted, factsOf } from './counted.ts'
import { FactsField } from './FactsField.tsx'
import styles from './pact.module.css'

const counts = ['distinct', 'flow', 'stock'] as const satisfies readonly CountedName[]
const distincts = ['subjects', 'records', 'organizations'] as const

/** One thing that is counted: how, and which records. `fixed` when how is chosen already. */
export function CountedField({ grammar, counted, onChange, fixed = false }: Props) {
  const text = useTexts(pactTexts)
  const facts = factsOf(counted)
  const hasAmounts = grammar.kinds.some((one) => facts.kinds.includes(one.kind) && one.quantity !== null)
  return (
    <>
      {!fixed && (
        <Choice
          label={text.measure}
          value={counted.measure}
          onChange={(name) => onChange(emptyCounted(name, facts))}
          options={counts.map((value) => ({ value, label: text.measures[value]! }))}
        />
      )}
      {counted.measure === 'distinct' && (
        <Choice
          label={text.distinctOf}
          value={counted.of}
          onChange={(of) => onChange({ ...counted, of })}
          options={distincts.map((value) => ({ value, label: text.distincts[value]! }))}
        />
      )}
      {counted.measure === 'stock' ? (
        <>
          <fieldset className={styles.part}>
            <legend>{text.began}</legend>
            <FactsField
              grammar={grammar}
              facts={counted.began}
              onChange={(began) => onChange({ ...counted, began })}
            />
          </fieldset>
          <Checkbox
            label={text.hasEnded}
            checked={counted.ended !== null}
            onChange={(event) =>
              onChange({ ...counted, ended: event.currentTarget.checked ? { kinds: [], where: [] } : null })
            }
          />
          {counted.ended && (
            <fieldset className={styles.part}>
              <legend>{text.ended}</legend>
              <FactsField
                grammar={grammar}
                facts={counted.ended}
                onChange={(ended) => onChange({ ...counted, ended })}
              />
            </fieldset>
          )}
        </>
      ) : (
        <FactsField
          grammar={grammar}
          facts={facts}
          people={counted.measure === 'distinct' && counted.of === 'subjects'}
          onChange={(changed) => onChange({ ...counted, ...changed })}
        />
      )}
      {counted.measure === 'flow' && (hasAmounts || counted.of === 'quantity') && (
        <Choice
          label={text.sumOf}
          value={counted.of}
          onChange={(of) => onChange({ ...counted, of })}
          options={[
            { value: 'facts', label: text.ofFacts },
            { value: 'quantity', label: text.ofQuantity },
          ]}
        />
      )}
    </>
  )
}

type Props = {
  grammar: Grammar
  counted: Counted
  onChange: (counted: Counted) => void
  fixed?: boolean
}
