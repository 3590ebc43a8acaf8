import { Button, NativeSelect } from '@mantine/core'
import type { Facts } from '#platform/facts/definition.ts'
import { Choices } from '#ui/Choice.tsx'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { pactTexts } from '../../messages.pact.ts'
import { programWords } from '../../messages.ts'
import { capital } from '../parts/numbers.ts'
import type { Grammar } from '../parts/queries.ts'
import styles from './pact.module.css'

/** Which records, and of them only some. `people` offers first those that tell one person from another. */
export function FactsField({ grammar, facts, onChange, people = false }: Props) {
  const text = useTexts(pactTexts)
  const [language] = useLanguage()
  const offered = grammar.kinds.filter((one) => !people || one.people || facts.kinds.includes(one.kind))
  const chosen = grammar.kinds.filter(({ kind }) => facts.kinds.includes(kind))
  const dimensions = grammar.dimensions.filter(
    ({ id, values }) => values.length > 0 && chosen.every((one) => one.dimensions.includes(id)),
  )
  const filters = facts.where
  const put = (at: number, filter: Facts['where'][number] | undefined) =>
    onChange({ ...facts, where: filters.flatMap((one, place) => (place === at ? (filter ?? []) : one)) })
  return (
    <>
      <Choices
        label={text.kinds}
        options={offered.map(({ kind, label }) => ({ value: kind, label: label[language] }))}
        value={facts.kinds}
        onChange={(kinds) => onChange({ ...facts, kinds })}
      />
      {filters.map((filter, at) => (
        <Filter
          // biome-ignore lint/suspicious/noArrayIndexKey: a filter being chosen has nothing but its place.
          key={at}
          dimensions={dimensions}
          filter={filter}
          onChange={(changed) => put(at, changed)}
        />
      ))}
      {chosen.length > 0 && dimensions.length > filters.length && filters.length < 6 && (
        <div>
          <Button
            variant="default"
            size="sm"
            onClick={() => onChange({ ...facts, where: [...filters, { dimension: '', in: [] }] })}
          >
            {text.addWhere}
          </Button>
        </div>
      )}
    </>
  )
}

function Filter({ dimensions, filter, onChange }: FilterProps) {
  const text = useTexts(pactTexts)
  const words = useTexts(programWords)
  const [language] = useLanguage()
  const values = dimensions.find(({ id }) => id === filter.dimension)?.values ?? []
  return (
    <div className={styles.where}>
      <NativeSelect
        label={text.whereDimension}
        value={filter.dimension}
        onChange={(event) => onChange({ dimension: event.currentTarget.value, in: [] })}
        data={[
          { value: '', label: '…' },
          ...dimensions.map(({ id, label }) => ({ value: id, label: capital(label[language]) })),
        ]}
      />
      {values.length > 0 && (
        <Choices
          label={text.where}
          options={values.map(({ id, label }) => ({ value: id, label: label[language] }))}
          value={filter.in}
          onChange={(chosen) => onChange({ ...filter, in: chosen })}
        />
      )}
      <div>
        <Button variant="subtle" size="compact-sm" onClick={() => onChange(undefined)}>
          {words.remove}
        </Button>
      </div>
    </div>
  )
}

type Props = { grammar: Grammar; facts: Facts; onChange: (facts: Facts) => void; people?: boolean }
type FilterProps = {
  dimensions: Grammar['dimensions']
  filter: Facts['where'][number]
  onChange: (filter: Facts['where'][number] | undefined) => void
}
