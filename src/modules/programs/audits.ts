import type { OrgId } from '#platform/db/brand.ts'
import type { Tx } from '#platform/db/doors.ts'
import { drawFacts } from '#platform/facts/store.ts'
import type { Call } from '#platform/http/call.ts'
import { findSharings, nameOfOrganization } from '../organizations/store.sharings.ts'
import { factsOf } from './figures/press.ts'
import { findAllPublished } from './figures/store.ts'
import { factsTold } from './figures/told.ts'
import { calendarOf, periodNamed } from './periods.ts'
import type { Both } from './schema.ts'
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
 * Only where the number is shown. What was published is read in the program's place, and nothing of it but a bound leaves.
 */
export const findAuditable = async (call: Call): Promise<Auditable[]> => {
  const rows = await findDefinitions(call.tx, call.actor)
  const issued = await issuedTo(call)
  const awards = new Map((await findAwards(call.tx, call.actor)).map((award) => [award.id as string, award]))
  const found: Auditable[] = []
  for (const [programId, own] of Map.groupBy(rows, (row) => row.programId)) {
    const ids = own.map(({ id }) => id)
    const published = await inPlaceOf(call, programId, (tx) => findAllPublished(tx, programId as OrgId, ids))
    const seen = Map.groupBy(published, ({ definitionId, period }) => `${definitionId} ${period}`)
    for (const all of seen.values()) {
      const { definitionId, period: id, lastFact } = all.find(({ scope }) => scope === 'period') ?? all[0]!
      const row = own.find((one) => one.id === definitionId)!
      const period =
        programId === call.actor.orgId
          ? namedIn(awards.get(row.awardId)?.calendar, id)
          : issued.get(`${definitionId} ${id}`)
      const most = Math.floor(factsTold(row.content.counted.measure, all) / leastForOne)
      if (period && most > 0) found.push({ row, period, lastFact, most: Math.min(most, mostDrawn) })
    }
  }
  return found.toSorted(
    (a, b) => b.period.since.localeCompare(a.period.since) || a.row.code.localeCompare(b.row.code),
  )
}

const namedIn = (calendar: string | undefined, id: string): Auditable['period'] | undefined => {
  const period = calendar === undefined ? undefined : periodNamed(calendarOf(calendar)!, id)
  return period && { id, since: period.since, until: period.until, label: { es: period.es, en: period.en } }
}

/** The figures of every report that this organization was issued, by definition and period. */
const issuedTo = async ({ tx, actor }: Call) => {
  const editions = (await findEditions(tx, actor)).filter(({ programId }) => programId !== actor.orgId)
  return new Map(
    editions.flatMap(({ content: { figures, period } }) =>
      figures.flatMap(({ definition }) => {
        const { id, since, until, es, en } = period
        return definition
          ? [[`${definition.id} ${id}`, { id, since, until, label: { es, en } }] as const]
          : []
      }),
    ),
  )
}

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
