import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { Choice } from '#ui/Choice.tsx'
import { useLanguage, useTexts } from '#ui/language.tsx'
import type { Mapping } from '../../contract.evidence.ts'
import { workbookTexts } from '../../messages.workbooks.ts'
import { capital } from '../parts/numbers.ts'
import { type Grammar, useGrammar } from '../parts/queries.ts'
import styles from '../programs.module.css'
import { guessColumn, guessMapping, wordsOf } from './guess.ts'

type Saved = Omit<Mapping, 'id'> & { id: string }
const orders = ['iso', 'day_first', 'month_first'] as const

/** Which column of a workbook is what, and what the words in it mean; kept under a name for the next quarter. */
export function MappingForm(props: Props) {
  const grammar = useGrammar()
  if (!grammar.data) return <Failure error={grammar.error} />
  return <Fields {...props} grammar={grammar.data} />
}

function Fields({ headings, sample, mapping, onKept, grammar }: Props & { grammar: Grammar }) {
  const text = useTexts(workbookTexts)
  const [language] = useLanguage()
  const kinds = grammar.kinds.filter(({ kind }) => kind.startsWith('reported.'))
  const [reading, setReading] = useState<Saved>(
    () => mapping ?? guessMapping(crypto.randomUUID(), kinds[0]?.kind ?? '', headings),
  )
  const change = (part: Partial<Saved>) => setReading({ ...reading, ...part })
  const kind = grammar.kinds.find((one) => one.kind === reading.kind)
  const dimensions = grammar.dimensions.filter(({ id }) => kind?.dimensions.includes(id))
  const keep = useMutation({
    mutationFn: () =>
      api.programs.keepMapping({
        ...reading,
        person: kind?.people ? reading.person : null,
        quantity: kind?.quantity ? reading.quantity : null,
        dimensions: Object.fromEntries(
          Object.entries(reading.dimensions).filter(([id]) => kind?.dimensions.includes(id)),
        ),
      }),
    onSuccess: () => onKept(reading.id),
  })
  const columns = headings.filter(Boolean).map((heading) => ({ value: heading, label: heading }))
  const optional = [{ value: '', label: text.noColumn }, ...columns]
  const setDimension = (id: string, heading: string) => {
    const { [id]: _, ...others } = reading.dimensions
    change({ dimensions: heading ? { ...others, [id]: heading } : others })
  }
  const whole = reading.name.trim() && reading.day && kind && (!kind.people || reading.person)
  return (
    <div className={styles.stack} style={{ gap: '1.25rem' }}>
      <h2>{text.mapping}</h2>
      <TextInput
        label={text.mappingName}
        description={text.mappingNameHelp}
        value={reading.name}
        maxLength={200}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <NativeSelect
        label={text.kind}
        value={reading.kind}
        onChange={(event) => change({ kind: event.currentTarget.value })}
        data={kinds.map((one) => ({ value: one.kind, label: one.label[language] }))}
      />
      <div className={styles.pair}>
        <NativeSelect
          label={text.day}
          value={reading.day}
          onChange={(event) => change({ day: event.currentTarget.value })}
          data={[{ value: '', label: '…' }, ...columns]}
        />
        <Choice
          label={text.dayOrder}
          value={reading.dayOrder}
          onChange={(dayOrder) => change({ dayOrder })}
          options={orders.map((value) => ({ value, label: text.dayOrders[value]! }))}
        />
      </div>
      {kind?.people && (
        <NativeSelect
          label={text.person}
          description={text.personHelp}
          value={reading.person ?? ''}
          onChange={(event) => change({ person: event.currentTarget.value || null })}
          data={[{ value: '', label: '…' }, ...columns]}
        />
      )}
      {kind?.quantity && (
        <NativeSelect
          label={text.quantity}
          value={reading.quantity ?? ''}
          onChange={(event) => change({ quantity: event.currentTarget.value || null })}
          data={optional}
        />
      )}
      {dimensions.map((dimension) => (
        <div key={dimension.id} className={styles.stack}>
          <NativeSelect
            label={capital(dimension.label[language])}
            value={reading.dimensions[dimension.id] ?? ''}
            onChange={(event) => setDimension(dimension.id, event.currentTarget.value)}
            data={optional}
          />
          {reading.dimensions[dimension.id] && dimension.values.length > 0 && (
            <Words
              dimension={dimension}
              written={wordsOf(headings, sample, reading.dimensions[dimension.id]!)}
              meanings={reading.values[dimension.id] ?? {}}
              onChange={(meanings) => change({ values: { ...reading.values, [dimension.id]: meanings } })}
            />
          )}
        </div>
      ))}
      <Failure error={keep.error} />
      <div>
        <Button onClick={() => keep.mutate()} loading={keep.isPending} disabled={!whole}>
          {text.keepMapping}
        </Button>
      </div>
    </div>
  )
}

/** What the words of a column mean. One that reads like a value needs no saying. */
function Words({ dimension, written, meanings, onChange }: WordsProps) {
  const text = useTexts(workbookTexts)
  const [language] = useLanguage()
  const guessed = (word: string) =>
    guessColumn(
      dimension.values.flatMap(({ label }) => [label.es, label.en]),
      word,
    ) !== undefined
  const unclear = [...new Set([...written, ...Object.keys(meanings)])].filter(
    (word) => word in meanings || !guessed(word),
  )
  if (unclear.length === 0) return null
  const put = (word: string, value: string) => {
    const { [word]: _, ...others } = meanings
    onChange(value ? { ...others, [word]: value } : others)
  }
  return (
    <fieldset className={styles.both}>
      <legend>{text.values(dimension.label[language])}</legend>
      <p className={styles.soft}>{text.valuesHelp}</p>
      <div className={styles.pair}>
        {unclear.map((word) => (
          <NativeSelect
            key={word}
            label={`«${word}»`}
            value={meanings[word] ?? ''}
            onChange={(event) => put(word, event.currentTarget.value)}
            data={[
              { value: '', label: text.sameWord },
              ...dimension.values.map(({ id, label }) => ({ value: id, label: label[language] })),
            ]}
          />
        ))}
      </div>
    </fieldset>
  )
}

type Props = {
  headings: readonly string[]
  sample: readonly (readonly string[])[]
  mapping: Saved | undefined
  onKept: (id: string) => void
}
type WordsProps = {
  dimension: Grammar['dimensions'][number]
  written: readonly string[]
  meanings: Readonly<Record<string, string>>
  onChange: (meanings: Record<string, string>) => void
}
