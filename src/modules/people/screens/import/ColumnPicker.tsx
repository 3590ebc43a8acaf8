import { NativeSelect } from '@mantine/core'
import { useTexts } from '#ui/language.tsx'
import { peopleTexts } from '../../messages.ts'
import styles from './import.module.css'

type Columns<Field extends string> = Partial<Record<Field, number>>
type Props<Field extends string> = {
  table: { headers: readonly string[]; sample: readonly (readonly string[])[] }
  fields: readonly Field[]
  names: Readonly<Record<Field, string>>
  columns: Columns<Field>
  onChange: (columns: Columns<Field>) => void
}

/** What each column of a table holds, with some of it to see by: each field stands in one column at most. */
export function ColumnPicker<Field extends string>({
  table,
  fields,
  names,
  columns,
  onChange,
}: Props<Field>) {
  const text = useTexts(peopleTexts)
  const assign = (at: number, field: Field | '') => {
    const others = Object.entries(columns).filter(([name, place]) => place !== at && name !== field)
    onChange(Object.fromEntries(field ? [...others, [field, at]] : others) as Columns<Field>)
  }
  return (
    <ul className={styles.columns}>
      {table.headers.map((header, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one heading; their place tells them apart.
        <li key={at}>
          <NativeSelect
            label={header}
            value={fields.find((field) => columns[field] === at) ?? ''}
            onChange={(event) => assign(at, event.currentTarget.value as Field | '')}
            data={[
              { value: '', label: text.ignore },
              ...fields.map((field) => ({ value: field, label: names[field] })),
            ]}
          />
          <span className={styles.sample}>
            {table.sample
              .map((row) => row[at])
              .filter(Boolean)
              .slice(0, 3)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  )
}
