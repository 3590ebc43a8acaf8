import type { OrgId } from '#platform/db/brand.ts'
import type { Tx } from '#platform/db/doors.ts'
import { drawFacts } from '#platform/facts/store.ts'
import type { Call } from '#platform/http/call.ts'
import { localDay } from '#platform/text/day.ts'
import { findSharings, nameOfOrganization } from '../organizations/store.sharings.ts'
import { factsOf } from './figures/press.ts'
import { findAllPublished } from './figures/store.ts'
import { factsTold } from './figures/told.ts'
import { calendarOf, periodNamed } from './periods.ts'
import type { Both, Figure } from './schema.ts'
import { changedSince } from './sharings.ts'
import { findDrawn } from './store.audits.ts'
import { findAwards } from './store.awards.ts'
import { type DefinitionRow, findDefinitions } from './store.definitions.ts'
import { findEditions } from './store.reports.ts'

/** A figure that may be held against its records. */
export type Auditable = {
  row: DefinitionRow
  period: { id: string; since: string; until: string; label: Both }
  /** The last fact behind it. */
  lastFact: number
  /** How many records may be drawn. */
  most: number
}

/** A sample of everything would tell how many records each organization has: at most one in five is drawn. */
const leastForOne = 5
const mostDrawn = 60

/**
 * The figures that whoever asks may audit: of the program, what it published; of who pays for it, what it was issued in a report.
 * Only of a period that is over, only where the number is shown, and as many as that number alone allows: nothing of what is counted
 * now decides it. A figure is audited once, and not when the agreements behind it are no longer those it was counted under: two
 * samples would tell more than one in five, and what is left of one would tell who left.
 */
export const findAuditable = async (call: Call): Promise<Auditable[]> => {
  const { tx, actor } = call
  const rows = await findDefinitions(tx, actor)
  const told = [...(await publishedOf(call, rows)), ...(await issuedTo(call, rows))]
  const drawn = new Set(
    (await findDrawn(tx, actor)).map(({ indicatorId, period }) => `${indicatorId} ${period}`),
  )
  const found: Auditable[] = []
  for (const { figure, at, ...one } of told) {
    const counted = one.row.content.counted.measure
    const most = Math.min(Math.floor(factsTold(counted, figure) / leastForOne), mostDrawn)
    if (most === 0 || drawn.has(`${one.row.indicatorId} ${one.period.id}`)) continue
    if (!(await sharedAnew(call, one.row, at))) found.push({ ...one, most })
  }
  return found.toSorted(
    (a, b) => b.period.since.localeCompare(a.period.since) || a.row.code.localeCompare(b.row.code),
  )
}

type ToldFigure = Omit<Auditable, 'most'> & { figure: Figure | undefined; at: Date }

/** The latest edition of every figure that the program itself published, of periods that are over. */
const publishedOf = async (
  { tx, actor, now }: Call,
  rows: readonly DefinitionRow[],
): Promise<ToldFigure[]> => {
  const own = rows.filter(({ programId }) => programId === actor.orgId)
  const awards = new Map((await findAwards(tx, actor)).map((award) => [award.id as string, award]))
  const published = await findAllPublished(
    tx,
    actor.orgId,
    own.map(({ id }) => id),
  )
  const latest = Map.groupBy(
    published.filter(({ scope }) => scope === 'period'),
    ({ definitionId, period }) => `${definitionId} ${period}`,
  )
  return [...latest.values()].flatMap(([last]) => {
    const row = own.find(({ id }) => id === last!.definitionId)!
    const award = awards.get(row.awardId)
    const period = award && periodNamed(calendarOf(award.calendar)!, last!.period)
    if (!period || period.until >= localDay(now, award.timeZone)) return []
    const { id, since, until, es, en } = period
    const { lastFact, parts, publishedAt } = last!
    return [
      {
        row,
        period: { id, since, until, label: { es, en } },
        lastFact,
        figure: parts?.figure,
        at: publishedAt,
      },
    ]
  })
}

/** The figures of every report that this organization was issued, as the latest edition told them. */
const issuedTo = async ({ tx, actor }: Call, rows: readonly DefinitionRow[]): Promise<ToldFigure[]> => {
  const editions = (await findEditions(tx, actor)).filter(({ programId }) => programId !== actor.orgId)
  const latest = new Map<string, ToldFigure>()
  for (const { content, lastFact, submittedAt } of editions)
    for (const { definition, figure } of content.figures) {
      const row = rows.find(({ id }) => id === definition?.id)
      const { id, since, until, es, en } = content.period
      if (!row || latest.has(`${row.id} ${id}`)) continue
      const period = { id, since, until, label: { es, en } }
      latest.set(`${row.id} ${id}`, { row, period, lastFact, figure: figure ?? undefined, at: submittedAt })
    }
  return [...latest.values()]
}

/** Whether somebody began or ceased to share, since then, any kind of fact that a definition counts. */
const sharedAnew = (call: Call, row: DefinitionRow, at: Date) =>
  inPlaceOf(call, row.programId, async (tx) => {
    const { kinds } = factsOf(row.content.counted.measure)
    const sharings = await findSharings(tx, { orgId: row.programId as OrgId })
    return changedSince(sharings, row.programId, at).some((one) =>
      one.kinds.some((kind) => kinds.includes(kind)),
    )
  })

/** Draws facts behind a figure by lot, in the program's place, each with the name by which the program knows whose it is. */
export const drawBehind = (
  call: Call,
  { row, period, lastFact }: Auditable,
  seed: string,
  size: number,
): Promise<{ factId: string; giverId: string; giverName: string }[]> =>
  inPlaceOf(call, row.programId, async (tx) => {
    const { measure } = row.content.counted
    const since = measure.measure === 'stock' ? '-infinity' : period.since
    const span = { since, until: period.until, asOf: lastFact }
    const orgId = row.programId as OrgId
    const givers = new Map<string, string>(
      (await findSharings(tx, { orgId })).map(({ giverId, giverName }) => [giverId, giverName]),
    )
    const own = await nameOfOrganization(tx, { orgId })
    const drawn = await drawFacts(tx, factsOf(measure), span, seed, size)
    return drawn.map(({ orgId: giverId, id: factId }) => ({
      factId,
      giverId,
      giverName: giverId === orgId ? own : (givers.get(giverId) ?? ''),
    }))
  })

const inPlaceOf = <T>({ deployment }: Call, programId: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
  deployment.doors.asJob(programId as OrgId, work)
