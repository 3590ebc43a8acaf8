import { protect } from '@asamblea/disclosure'
import { fileOf } from '@asamblea/disclosure/file'
import { ledger, ledgerRecords, type Release, record } from '@asamblea/disclosure/ledger'
import { defaultPolicy } from '@asamblea/disclosure/policy'
import { publication } from '@asamblea/disclosure/publication'
import type { PublishedTable } from '@asamblea/disclosure/table'
import type { OrgId } from '#platform/db/brand.ts'
import type { Doors, Tx } from '#platform/db/doors.ts'
import type { Definition } from '#platform/facts/definition.ts'
import type { FactKinds } from '#platform/facts/fact.ts'
import { openRaw } from '#platform/facts/raw.ts'
import { type Span, type Weighed, weighCells } from '#platform/facts/store.ts'
import { canonical } from '../canonical.ts'
import { type Calendar, type Period, placeInTime } from '../periods.ts'
import { besideText, problemsOf } from '../problems.ts'
import type { Both, DefinitionId, Figure } from '../schema.ts'
import { clashOf, kindsOf, shapeOf } from './beside.ts'
import { figureOf, type Told } from './present.ts'
import { type Moment, specOf } from './spec.ts'
import {
  confirmPublished,
  findPublished,
  findReleases,
  findShapes,
  insertPublished,
  insertRelease,
  lockKinds,
} from './store.ts'
import { countsPeople, type Sums, sumsOf, type Term, termsIn, unitOf } from './terms.ts'

/** Where figures are counted and kept: a program's organization, and the kinds that all modules declare. */
export type Press = { doors: Doors; orgId: OrgId; kinds: FactKinds; now: Date }

export type Asked = {
  definitionId: DefinitionId
  definition: Definition
  calendar: Calendar
  period: Period
  /** `cumulative` counts from `since` to the end of the period. */
  scope: 'period' | 'cumulative' | 'evidence'
  since: string
  /** The last fact that counts; the same for all figures of one report. */
  asOf: number
}

export type Outcome = { outcome: 'published'; figure: Figure } | { outcome: 'withheld'; text: Both }

/**
 * The only way out for a figure: counts, protects it together with everything ever released on its population, writes the
 * release into the ledger, and only then answers what may be read. One release at a time for each kind of fact. Nothing else
 * opens a raw count of facts that may be another organization's.
 */
export const publishFigure = (press: Press, asked: Asked): Promise<Outcome> =>
  press.doors.asJob(press.orgId, async (tx) => {
    const sums = sumsOf(asked.definition, press.kinds)
    const terms = termsIn(sums)
    await lockKinds(
      tx,
      press.orgId,
      terms.flatMap(({ population }) => kindsOf(population)),
    )
    const reason = await refusedFor(tx, press, asked, terms)
    if (reason) return keepWithheld(tx, press, asked, reason)
    const raw = openRaw(await weighCells(tx, asked.definition, spanOf(asked)))
    const told = new Map<Term, Told>()
    for (const term of terms) {
      const cells = await cellsOf(tx, term, asked, sums, raw)
      const table = await release(tx, press, asked, term, cells)
      if (table.kind === 'withheld') return keepWithheld(tx, press, asked, table.text)
      told.set(term, table.told)
    }
    const figure = presented(sums, told, asked, press)
    return keepFigure(tx, press, asked, figure, [...told.values()])
  })

/** Why nothing of a definition leaves: what nobody could count safely, or what stands beside it already. No number decides it. */
const refusedFor = async (tx: Tx, { orgId, kinds }: Press, asked: Asked, terms: readonly Term[]) => {
  const [problem] = problemsOf(asked.definition, kinds)
  if (problem) return problem.text
  const known = await findShapes(tx, orgId)
  const time = placeInTime(asked.calendar, asked.period).dimension
  for (const term of terms) {
    const shape = shapeOf(term, time, measureOf(asked))
    const clash = known.map((other) => clashOf(shape, other, kinds)).find((found) => found !== undefined)
    if (clash) return besideText(clash, kinds)
  }
  return undefined
}

const measureOf = ({ scope }: Asked) => (scope === 'cumulative' ? 'cumulative' : 'count')

const spanOf = ({ scope, since, period, asOf }: Asked): Span => ({
  since: scope === 'cumulative' ? since : period.since,
  until: period.until,
  asOf,
})

/** A whole definition is counted at once; only a sum of several kinds is counted again, kind by kind. */
const cellsOf = async (tx: Tx, term: Term, asked: Asked, sums: Sums, raw: Weighed) => {
  if (raw.counts === 'duration') return raw.cells
  if (raw.counts === 'one' && sums.sums === 'one' && sums.of.length === 1) return raw.cells
  if (raw.counts === 'ratio' && sums.sums === 'ratio') {
    if (sums.part.length === 1 && sums.part[0] === term) return raw.part
    if (sums.whole.length === 1 && sums.whole[0] === term) return raw.whole
  }
  const one = openRaw(await weighCells(tx, term.definition, spanOf(asked)))
  return one.counts === 'one' ? one.cells : []
}

type Released = { kind: 'released'; told: Told } | { kind: 'withheld'; text: Both }

const release = async (
  tx: Tx,
  { orgId, now, kinds }: Press,
  asked: Asked,
  term: Term,
  cells: Parameters<typeof specOf>[0]['cells'],
): Promise<Released> => {
  const releases = await findReleases(tx, orgId, term.population)
  const books = ledger(releases)
  const cumulative = asked.scope === 'cumulative'
  const { dimension, node } = placeInTime(asked.calendar, asked.period)
  const moment: Moment = { dimension, node, label: { es: asked.period.es, en: asked.period.en } }
  const id = [asked.definitionId, asked.period.id, asked.scope, ...Object.values(term.at)].join('/')
  const spec = (edition: number) => ({
    id,
    edition,
    term,
    cells,
    moment,
    cumulative,
    earlier: releases,
    kinds,
  })
  const last = Math.max(1, ...releases.map(({ edition }) => edition))
  const first = await protect(publication(specOf(spec(last))), defaultPolicy, books)
  // What was released and is different now comes out as a correction, or not at all.
  const table =
    first.kind === 'withheld' && first.reason === 'changed-figure'
      ? await protect(publication(specOf(spec(last + 1))), defaultPolicy, books)
      : first
  if (table.kind === 'withheld') return { kind: 'withheld', text: table.text }
  await keepRelease(tx, orgId, releases, table, now)
  const at = { ...term.at, [moment.dimension]: moment.node }
  return { kind: 'released', told: { term, table, at, measure: measureOf(asked) } }
}

const keepRelease = async (
  tx: Tx,
  orgId: OrgId,
  releases: readonly Release[],
  table: PublishedTable,
  now: Date,
) => {
  const next = record(ledger(releases), table)
  if (!next) throw new Error('Somebody released on this population at the same time.')
  const records = ledgerRecords(next)
  if (records.length > releases.length)
    await insertRelease(tx, orgId, records.length, records.at(-1)!, fileOf(table), now)
}

/**
 * Counts the facts of then once more and holds them against what was shown: true when everything shown up to that moment comes out
 * the same. What is hidden is not compared, or whoever asks again would learn when it changes.
 */
export const recountFigure = (press: Press, asked: Asked, upTo: Date): Promise<boolean> =>
  press.doors.asJob(press.orgId, async (tx) => {
    const sums = sumsOf(asked.definition, press.kinds)
    const raw = openRaw(await weighCells(tx, asked.definition, spanOf(asked)))
    for (const term of termsIn(sums)) {
      const cells = await cellsOf(tx, term, asked, sums, raw)
      const releases = await findReleases(tx, press.orgId, term.population, upTo)
      const values = new Map(
        releases.flatMap((one) =>
          one.figures.map((figure) => [
            canonical([figure.measure, figure.at]),
            figure.shown ? figure.value : undefined,
          ]),
        ),
      )
      const { dimension, node } = placeInTime(asked.calendar, asked.period)
      const moment = { dimension, node, label: { es: asked.period.es, en: asked.period.en } }
      const cumulative = asked.scope === 'cumulative'
      const { kinds } = press
      const spec = specOf({ id: 'recount', edition: 1, term, cells, moment, cumulative, earlier: [], kinds })
      const differs = spec.cells.some(({ measure, at, value }) => {
        const known = values.get(canonical([measure, at]))
        return known !== undefined && known !== value
      })
      if (differs) return false
    }
    return true
  })

const presented = (
  sums: Sums,
  told: ReadonlyMap<Term, Told>,
  { definition }: Asked,
  press: Press,
): Omit<Figure, 'edition'> => {
  const find = (terms: readonly Term[]) => terms.map((term) => told.get(term)!)
  const figure = figureOf(
    sums.sums === 'one'
      ? { sums: 'one', of: find(sums.of) }
      : sums.sums === 'ratio'
        ? { sums: 'ratio', part: find(sums.part), whole: find(sums.whole) }
        : { sums: 'duration', of: told.get(sums.of)! },
    press.kinds,
  )
  return {
    unit: unitOf(definition, press.kinds),
    ...figure,
    mayCountTwice: countsPeople(definition),
    publishedAt: press.now,
  }
}

/** A figure that came out as it did before keeps its edition. */
const keepFigure = async (
  tx: Tx,
  { orgId, now }: Press,
  asked: Asked,
  figure: Omit<Figure, 'edition'>,
  told: readonly Told[],
): Promise<Outcome> => {
  const last = await lastOf(tx, orgId, asked)
  if (last?.parts && said(last.parts.figure) === said(figure)) {
    await confirmPublished(tx, orgId, last, asked.asOf)
    return { outcome: 'published', figure: last.parts.figure }
  }
  const kept = { ...figure, edition: (last?.edition ?? 0) + 1 }
  await insertPublished(tx, orgId, asked, { figure: kept, tables: told.map(({ table }) => table) }, null, now)
  return { outcome: 'published', figure: kept }
}

const keepWithheld = async (tx: Tx, { orgId, now }: Press, asked: Asked, text: Both): Promise<Outcome> => {
  const last = await lastOf(tx, orgId, asked)
  if (last?.withheld && canonical(last.withheld) === canonical(text))
    await confirmPublished(tx, orgId, last, asked.asOf)
  else await insertPublished(tx, orgId, { ...asked, edition: (last?.edition ?? 0) + 1 }, null, text, now)
  return { outcome: 'withheld', text }
}

const lastOf = (tx: Tx, orgId: OrgId, { definitionId, period, scope }: Asked) =>
  findPublished(tx, orgId, definitionId, period.id, scope)

const said = ({ publishedAt: _, ...figure }: Omit<Figure, 'edition'> & { edition?: number }) =>
  canonical({ ...figure, edition: undefined })
