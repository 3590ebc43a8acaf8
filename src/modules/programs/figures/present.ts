import type { PublishedTable } from '@asamblea/disclosure/table'
import type { FactKinds } from '#platform/facts/fact.ts'
import { labelsOf, valueLabel } from '../labels.ts'
import type { Both, Value } from '../schema.ts'
import { statisticId } from './spec.ts'
import type { Term } from './terms.ts'

/** A protected table of one term, with where the term stands in it. */
export type Told = {
  term: Term
  table: PublishedTable
  at: Readonly<Record<string, string>>
  measure: string
}

export type Row = { at: Record<string, string>; label: Both[]; value: Value; base: Value }
type Read = (more: Readonly<Record<string, string>>) => { value: Value; base: Value }

const none: Value = { kind: 'none' }
const hidden: Value = { kind: 'hidden' }
const shown = (value: number): Value => ({ kind: 'shown', value })

/** The figure of the whole and one row for each combination of the breakdown, from protected tables alone. */
export const figureOf = (
  told:
    | { sums: 'one'; of: Told[] }
    | { sums: 'ratio'; part: Told[]; whole: Told[] }
    | { sums: 'duration'; of: Told },
  kinds: FactKinds,
) => {
  const tables =
    told.sums === 'one' ? told.of : told.sums === 'ratio' ? [...told.part, ...told.whole] : [told.of]
  const { breakdown } = tables[0]!.term.definition
  const read = reader(told)
  const rows = combinations(tables, breakdown)
    .map(
      (at): Row => ({ at, label: breakdown.map((name) => valueLabel(name, at[name]!, kinds)), ...read(at) }),
    )
    .filter(({ value, base }) => !isZero(value) || (base.kind !== 'none' && !isZero(base)))
  const notes = tables.map(({ table }) => table.note).find((note) => note !== null)
  return {
    ...read({}),
    breakdown: breakdown.map((id) => ({ id, label: labelsOf(id, kinds).label })),
    rows,
    note: notes ?? null,
  }
}

const isZero = (value: Value) => value.kind === 'none' || (value.kind === 'shown' && value.value === 0)

const reader = (told: Parameters<typeof figureOf>[0]): Read => {
  if (told.sums === 'one') return (more) => ({ value: sum(told.of, more), base: none })
  if (told.sums === 'duration')
    return (more) => ({ value: statistic(told.of, more), base: cellValue(told.of, more) })
  return (more) => {
    const [part, whole] = [sum(told.part, more), sum(told.whole, more)]
    if (whole.kind === 'shown' && whole.value === 0) return { value: none, base: whole }
    const value = part.kind === 'shown' && whole.kind === 'shown' ? shown(part.value / whole.value) : hidden
    return { value, base: whole }
  }
}

const sum = (terms: readonly Told[], more: Readonly<Record<string, string>>): Value => {
  const values = terms.map((one) => cellValue(one, more))
  if (values.some(({ kind }) => kind === 'hidden')) return hidden
  return shown(values.reduce((total, value) => total + (value.kind === 'shown' ? value.value : 0), 0))
}

const cellValue = ({ table, at, measure }: Told, more: Readonly<Record<string, string>>): Value => {
  const wanted = { ...at, ...more }
  const cell = table.cells.find((one) => one.measure === measure && sameAt(one.at, wanted))
  // What the table does not hold, its policy may have taken out altogether.
  return cell?.kind === 'shown' ? shown(cell.value) : hidden
}

const statistic = ({ table, at }: Told, more: Readonly<Record<string, string>>): Value => {
  const found = table.statistics.find(({ id }) => id === statisticId({ ...at, ...more }))
  if (!found) return none
  return found.kind === 'shown' ? shown(found.value) : hidden
}

const sameAt = (one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>) => {
  const names = Object.keys(one)
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name])
}

const combinations = (tables: readonly Told[], breakdown: readonly string[]) => {
  if (breakdown.length === 0) return []
  const found = new Map<string, Record<string, string>>()
  for (const { table } of tables)
    for (const { at } of table.cells)
      if (breakdown.every((name) => at[name] !== undefined)) {
        const own = Object.fromEntries(breakdown.map((name) => [name, at[name]!]))
        found.set(JSON.stringify(own), own)
      }
  return [...found.values()].toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}
