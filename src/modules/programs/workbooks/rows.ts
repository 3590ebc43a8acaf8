import type { FactKinds } from '#platform/facts/fact.ts'
import { plain } from '#platform/text/plain.ts'
import { sectors, stateNamed } from '../../companies/store.places.ts'
import { digestOf } from '../canonical.ts'
import type { Mapping, RowProblem } from '../contract.evidence.ts'
import { labelsOf } from '../labels.ts'
import type { Both } from '../schema.ts'
import type { Sheet } from './sheet.ts'

/** One row read as a fact: `person` still as written, to be told apart by a keyed digest and forgotten. */
export type ReadRow = {
  row: number
  happenedOn: string
  person: string | null
  quantity: number | null
  dimensions: Record<string, string>
  /** The same for the same content, in whatever file: a row comes in once. */
  digest: string
}
export type Reading = { good: ReadRow[]; problems: RowProblem[] }

/** Reads every row or says of it why not; no row is half read. */
export const readRows = (sheet: Sheet, mapping: Mapping, kinds: FactKinds, today: string): Reading => {
  const kind = kinds[mapping.kind]!
  const columns = new Map(sheet.headings.map((heading, at) => [plain(heading), at]))
  const at = (name: string) => columns.get(plain(name))!
  const good: ReadRow[] = []
  const problems: RowProblem[] = []
  const seen = new Map<string, number>()
  for (const { row, cells } of sheet.rows) {
    const found: RowProblem[] = []
    const read = (name: string) => {
      const column = at(name)
      const place = `${row - 1}:${column}`
      const written = cells[column] ?? ''
      if (sheet.formulas.has(place)) found.push(problem(row, name, 'formula', written))
      else if (sheet.merged.has(place)) found.push(problem(row, name, 'merged', written))
      return written
    }
    const day = dayOf(read(mapping.day), mapping.dayOrder)
    if (day === 'none') found.push(problem(row, mapping.day, 'no_day', ''))
    else if (day === 'bad') found.push(problem(row, mapping.day, 'bad_day', cells[at(mapping.day)] ?? ''))
    else if (day > today) found.push(problem(row, mapping.day, 'future_day', day))
    const person = mapping.person ? read(mapping.person) : null
    if (kind.subject && !person) found.push(problem(row, mapping.person ?? '', 'no_person', ''))
    const quantity = mapping.quantity ? quantityOf(read(mapping.quantity)) : null
    if (kind.unit && quantity === null)
      found.push(
        problem(row, mapping.quantity ?? '', 'bad_quantity', mapping.quantity ? read(mapping.quantity) : ''),
      )
    const dimensions: Record<string, string> = {}
    for (const [dimension, name] of Object.entries(mapping.dimensions)) {
      const written = read(name)
      const value = written === '' ? null : meaningOf(dimension, written, mapping, kinds)
      if (value === undefined) found.push(problem(row, name, 'unknown_value', written))
      else if (value !== null) dimensions[dimension] = value
    }
    const content = { kind: mapping.kind, day, person: person && plain(person), quantity, dimensions }
    const base = digestOf(content)
    const times = seen.get(base) ?? 0
    seen.set(base, times + 1)
    // Somebody twice on one line of one day is a line too many; lines without a person may be alike, and are numbered.
    if (found.length === 0 && times > 0 && person) found.push(problem(row, '', 'repeated', ''))
    // Whoever a row is about is named nowhere but in the file, not even where the row is refused.
    const said = found.map((one) => (ofPerson(one.column, mapping) ? { ...one, written: '' } : one))
    if (found.length > 0) problems.push(...said.slice(0, 4))
    else good.push({ row, happenedOn: day, person, quantity, dimensions, digest: digestOf([base, times]) })
  }
  return { good, problems }
}

/** Whether a column, under whatever name it is read, is the one that says who a row is about. */
export const ofPerson = (column: string, { person }: Pick<Mapping, 'person'>): boolean =>
  person !== null && plain(column) === plain(person)

const dayOf = (written: string, order: Mapping['dayOrder']): string => {
  const text = written.trim()
  if (text === '') return 'none'
  const parts = text.split(/[-/. ]/).map(Number)
  if (parts.length !== 3 || parts.some((part) => !Number.isInteger(part))) return 'bad'
  const [a, b, c] = parts as [number, number, number]
  const [year, month, day] =
    a > 31 || order === 'iso' ? [a, b, c] : order === 'day_first' ? [c, b, a] : [c, a, b]
  const full = year < 100 ? 2000 + year : year
  const iso = `${String(full).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const date = new Date(`${iso}T00:00:00Z`)
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso || full < 1950 ? 'bad' : iso
}

const quantityOf = (written: string): number | null => {
  const value = Number(written.replaceAll(/[ ,$]/g, ''))
  return written !== '' && Number.isSafeInteger(value) && value >= 0 ? value : null
}

const meaningOf = (
  dimension: string,
  written: string,
  { values }: Mapping,
  kinds: FactKinds,
): string | undefined => {
  const wanted = plain(written)
  const named = Object.entries(values[dimension] ?? {}).find(([word]) => plain(word) === wanted)
  if (named) return named[1]
  if (dimension === 'state') return /^\d\d$/.test(written) ? written : stateNamed(written)?.code
  if (dimension === 'sector')
    return sectors.find(
      ({ code, es, en }) => [code, plain(es), plain(en)].includes(wanted) || code === written,
    )?.code
  const known = Object.entries(labelsOf(dimension, kinds).values)
  const found = known.find(
    ([value, { es, en }]) => [plain(value), plain(es), plain(en)].includes(wanted) || value === written,
  )
  if (found) return found[0]
  // A dimension without a list of values takes short words as they are.
  return known.length === 0 && written.length <= 40 ? written : undefined
}

const problem = (row: number, column: string, name: RowProblem['problem'], written: string): RowProblem => ({
  row,
  column,
  problem: name,
  written: written.slice(0, 60),
  text: sentences[name],
})

const sentences: Record<RowProblem['problem'], Both> = {
  no_day: { es: 'Falta la fecha.', en: 'The day is missing.' },
  bad_day: { es: 'No es una fecha del calendario.', en: 'Not a day of the calendar.' },
  future_day: { es: 'La fecha todavía no llega.', en: 'The day has not come yet.' },
  no_person: { es: 'No dice de quién se trata.', en: 'It does not say who it is about.' },
  bad_quantity: { es: 'No es una cantidad entera.', en: 'Not a whole quantity.' },
  unknown_value: {
    es: 'No se sabe qué significa esta palabra. Agrégala a la lectura.',
    en: 'Nobody knows what this word means. Add it to the reading.',
  },
  formula: { es: 'Es una fórmula. Pégala como valor.', en: 'It is a formula. Paste it as a value.' },
  merged: {
    es: 'La celda está combinada con otras. Sepárala.',
    en: 'The cell is merged with others. Unmerge it.',
  },
  repeated: {
    es: 'Este renglón repite otro del mismo libro.',
    en: 'This row repeats another of the same workbook.',
  },
}
