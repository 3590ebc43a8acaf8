import { sql } from 'kysely'
import type { Actor, Tx } from '../db/doors.ts'
import type { Counted, Definition, Facts, Measure } from './definition.ts'
import { type Cell, type Raw, sealRaw, type WeighedCell } from './raw.ts'

/** A period, both days included, and the last fact that counts: a report freezes it, `null` counts all there is now. */
export type Span = { since: string; until: string; asOf: number | null }

type Row = {
  cell: Record<string, string | null>
  value: string
  persons: number
  organizations: number
  largest: string
  second: string
  own: string
}

const beginning = '-infinity'

/** The cells of a definition over what the organization in context may count: one for each combination of its breakdown. */
export const countCells = async (tx: Tx, definition: Definition, span: Span): Promise<Raw<Cell[]>> => {
  const { measure, breakdown } = definition
  const asked = { breakdown, span, margins: false }
  if (measure.measure === 'duration')
    return sealRaw(await durationCells(tx, measure, asked), await isAlone(tx))
  if (measure.measure === 'ratio') {
    const parts = new Map((await countedCells(tx, measure.part, asked)).map((cell) => [keyOf(cell), cell]))
    const wholes = await countedCells(tx, measure.whole, asked)
    const cells = wholes.map((whole) => ({
      ...plainCell(whole),
      value: parts.get(keyOf(whole))?.value ?? 0,
      base: whole.value,
    }))
    return sealRaw(cells, await isAlone(tx))
  }
  return sealRaw((await countedCells(tx, measure, asked)).map(plainCell), await isAlone(tx))
}

/** What a definition counts as a publication needs it: every total over its breakdown, and a ratio's two parts apart. */
export type Weighed =
  | { counts: 'one'; cells: WeighedCell[] }
  | { counts: 'ratio'; part: WeighedCell[]; whole: WeighedCell[] }
  | { counts: 'duration'; cells: Cell[] }

export const weighCells = async (tx: Tx, definition: Definition, span: Span): Promise<Raw<Weighed>> => {
  const { measure, breakdown } = definition
  return sealRaw(await weighed(tx, measure, { breakdown, span, margins: true }), await isAlone(tx))
}

type Asked = { breakdown: readonly string[]; span: Span; margins: boolean }

const weighed = async (tx: Tx, measure: Measure, asked: Asked): Promise<Weighed> => {
  if (measure.measure === 'duration')
    return { counts: 'duration', cells: await durationCells(tx, measure, asked) }
  if (measure.measure !== 'ratio') return { counts: 'one', cells: await countedCells(tx, measure, asked) }
  return { counts: 'ratio', ...(await ratioCells(tx, measure, asked)) }
}

/**
 * A part that is one value of its whole, as women of leaders are one sex of them, is read off the same count: broken down by that
 * dimension too, and the other values left out. Any other part is counted by itself.
 */
const ratioCells = async (tx: Tx, { part, whole }: Extract<Measure, { measure: 'ratio' }>, asked: Asked) => {
  const value = valueWithin(part, whole)
  if (!value || asked.breakdown.includes(value.dimension) || asked.breakdown.length === mostDimensions)
    return { part: await countedCells(tx, part, asked), whole: await countedCells(tx, whole, asked) }
  const { dimension } = value
  const cells = await countedCells(tx, whole, { ...asked, breakdown: [...asked.breakdown, dimension] })
  const inPart = cells.filter(({ key }) => key[dimension] === value.value)
  return {
    part: orNone(
      inPart.map(({ key: { [dimension]: _, ...key }, ...cell }) => ({ ...cell, key })),
      asked,
    ),
    whole: orNone(
      cells.filter(({ key }) => !(dimension in key)),
      asked,
    ),
  }
}

const mostDimensions = 3

/** The one value by which a part is narrower than its whole; `undefined` when they differ in anything else. */
const valueWithin = (part: Counted, whole: Counted): { dimension: string; value: string } | undefined => {
  const narrower = partsOf(part).map(({ where }) => where.at(-1))
  const [first] = narrower
  const [value, ...others] = first?.in ?? []
  if (!first || value === undefined || others.length > 0) return undefined
  const rest = JSON.stringify(withoutLast(part)) === JSON.stringify(whole)
  return rest && narrower.every((one) => JSON.stringify(one) === JSON.stringify(first))
    ? { dimension: first.dimension, value }
    : undefined
}

const partsOf = (counted: Counted): Facts[] => {
  if (counted.measure !== 'stock') return [counted]
  return counted.ended ? [counted.began, counted.ended] : [counted.began]
}

const withoutLast = (counted: Counted): Counted => {
  const shorter = <Part extends Facts>(part: Part): Part => ({ ...part, where: part.where.slice(0, -1) })
  if (counted.measure !== 'stock') return shorter(counted)
  return { ...counted, began: shorter(counted.began), ended: counted.ended && shorter(counted.ended) }
}

/** Whether the organization in context counts only facts of its own, whoever shared some with it. */
const isAlone = async (tx: Tx): Promise<boolean> => {
  const { rows } = await sql<{ alone: boolean }>`select not exists (select from sharings
    where receiver_id = nullif(current_setting('app.org', true), '')::uuid and signed_at is not null) as alone`.execute(
    tx,
  )
  return rows[0]!.alone
}

const countedCells = async (tx: Tx, counted: Counted, asked: Asked): Promise<WeighedCell[]> => {
  if (counted.measure !== 'stock') return partCells(tx, counted, asked)
  const { began, ended } = counted
  const whole = { ...asked, span: { ...asked.span, since: beginning } }
  return partCells(tx, { ...began, of: 'facts', ...(ended && { ended }) }, whole)
}

const durationCells = async (
  tx: Tx,
  { from, to, thread, statistic }: Extract<Measure, { measure: 'duration' }>,
  { breakdown, span: { since, until, asOf }, margins }: Asked,
): Promise<Cell[]> => {
  const { rows } = await sql<Row & { median: string | null; mean: string | null; threads: number }>`
    select * from counting.durations(${from}::text[], ${to}::text[], ${thread}, ${[...breakdown]}::text[], ${since}::date,
      ${until}::date, ${asOf}::bigint, ${margins})`.execute(tx)
  return rows
    .filter((row) => row.threads > 0)
    .map(({ cell, persons, organizations, threads, ...row }) => ({
      key: cell,
      value: Number(row[statistic]),
      base: threads,
      persons,
      organizations,
    }))
}

type Part = Facts & { of: string; ended?: Facts }

const partCells = async (tx: Tx, { kinds, where, of, ended }: Part, asked: Asked): Promise<WeighedCell[]> => {
  const { breakdown, span, margins } = asked
  const { rows } =
    await sql<Row>`select * from counting.cells(${JSON.stringify({ kinds, where, of, ended })}::jsonb,
    ${[...breakdown]}::text[], ${span.since}::date, ${span.until}::date, ${span.asOf}::bigint, ${margins})`.execute(
      tx,
    )
  const cells = rows.map(({ cell, value, persons, organizations, largest, second, own }) => ({
    key: cell,
    value: Math.max(0, Number(value)),
    base: null,
    persons,
    organizations,
    largest: Number(largest),
    second: Number(second),
    own: Number(own),
  }))
  return orNone(cells, asked)
}

/** Of nothing, the whole is zero: a count that is not broken down always has its one cell. */
const orNone = (cells: WeighedCell[], { breakdown }: Pick<Asked, 'breakdown'>): WeighedCell[] =>
  cells.length === 0 && breakdown.length === 0 ? [noneCounted] : cells

const noneCounted: WeighedCell = {
  key: {},
  value: 0,
  base: null,
  persons: 0,
  organizations: 0,
  largest: 0,
  second: 0,
  own: 0,
}

const plainCell = ({ key, value, base, persons, organizations }: WeighedCell): Cell => ({
  key,
  value,
  base,
  persons,
  organizations,
})

/** The same text for the same cell, whatever the order of its dimensions. */
export const keyOf = ({ key }: Pick<Cell, 'key'>): string =>
  JSON.stringify(Object.entries(key).toSorted(([a], [b]) => a.localeCompare(b)))

/** Waits for facts on their way and answers the number of the last: what arrives after it is not in a report frozen now. */
export const freezeFacts = async (tx: Tx): Promise<number> => {
  await sql`lock table facts in share mode`.execute(tx)
  const { rows } = await sql<{ last: number }>`select counting.last_number() as last`.execute(tx)
  return rows[0]!.last
}

/** Draws facts behind one part of a definition by lot, whoever they belong to. The ids tell nothing; the facts stay where they are. */
export const drawFacts = async (tx: Tx, { kinds, where }: Facts, span: Span, seed: string, size: number) => {
  const { rows } = await sql<{ orgId: string; id: string }>`select * from counting.sample(
    ${JSON.stringify({ kinds, where })}::jsonb, ${span.since}::date, ${span.until}::date, ${span.asOf}::bigint, ${seed}, ${size})`.execute(
    tx,
  )
  return rows
}

/** A fact as its own organization sees it. */
export type OwnFact = {
  id: string
  kind: string
  happenedOn: string
  source: string
  recordId: string
  quantity: number | null
  dimensions: Record<string, string>
}

export type FactCursor = { happenedOn: string; id: string }

/** Fifty of the organization's own facts that a part of a definition counts, the latest first. */
export const findFacts = async (
  tx: Tx,
  { orgId }: Pick<Actor, 'orgId'>,
  { kinds, where }: Facts,
  { since, until, asOf }: Span,
  after: FactCursor | undefined,
): Promise<OwnFact[]> => {
  const conditions = [
    ...where.map((one) => sql`and f.dimensions->>${one.dimension} = any(${[...one.in]}::text[])`),
    ...(asOf === null ? [] : [sql`and f.number <= ${asOf}`]),
    ...(after ? [sql`and (f.happened_on, f.id) < (${after.happenedOn}::date, ${after.id}::uuid)`] : []),
  ]
  const { rows } =
    await sql<OwnFact>`select f.id, f.kind, f.happened_on, f.source, f.record_id, f.quantity, f.dimensions
    from facts f where f.org_id = ${orgId} and f.kind = any(${[...kinds]}::text[]) and f.happened_on between ${since}::date and ${until}::date
      and f.reverses is null and not exists (select from facts r where r.org_id = f.org_id and r.reverses = f.id)
      ${sql.join(conditions, sql` `)}
    order by f.happened_on desc, f.id desc limit 50`.execute(tx)
  return rows
}
