import type { Release } from '@asamblea/disclosure/ledger'
import type { PublishedTable } from '@asamblea/disclosure/table'
import { sql } from 'kysely'
import type { OrgId } from '#platform/db/brand.ts'
import type { Tx } from '#platform/db/doors.ts'
import type { Day } from '#platform/text/day.ts'
import type { Both, Figure } from '../schema.ts'
import type { Shape } from './beside.ts'

/** Until the end of the transaction nobody else releases anything that these kinds take part in. */
export const lockKinds = async (tx: Tx, orgId: OrgId, kinds: readonly string[]) => {
  // Always in the same order, so that two presses never wait for each other.
  for (const kind of [...new Set(kinds)].toSorted())
    await sql`select pg_advisory_xact_lock(hashtextextended(${`${orgId}/${kind}`}, 0))`.execute(tx)
}

/** In which way everything was told that was ever released. */
export const findShapes = async (tx: Tx, orgId: OrgId): Promise<Shape[]> => {
  const { rows } = await sql<Shape>`select population,
      array_agg(distinct id) filter (where told = 'dimensions') as dimensions,
      array_agg(distinct id) filter (where told = 'measures') as measures
    from releases cross join lateral (
      select 'dimensions' as told, jsonb_array_elements(release->'dimensions')->>'id' as id
      union all select 'measures', jsonb_array_elements(release->'measures')->>'id') ids
    where org_id = ${orgId} group by population order by population`.execute(tx)
  return rows
}

/** Everything ever released on a population, hidden values included; only the job that releases may read it. */
export const findReleases = async (
  tx: Tx,
  orgId: OrgId,
  population: string,
  upTo?: Date,
): Promise<Release[]> => {
  const all = tx
    .selectFrom('releases')
    .select('release')
    .where('orgId', '=', orgId)
    .where('population', '=', population)
    .orderBy('sequence')
  const rows = await (upTo ? all.where('releasedAt', '<=', upTo) : all).execute()
  return rows.map(({ release }) => release as unknown as Release)
}

export const insertRelease = (
  tx: Tx,
  orgId: OrgId,
  sequence: number,
  release: Release,
  file: unknown,
  releasedAt: Date,
) =>
  tx
    .insertInto('releases')
    .values({
      orgId,
      population: release.population,
      sequence,
      release: JSON.stringify(release),
      file: JSON.stringify(file),
      releasedAt,
    })
    .execute()

export type Scope = 'period' | 'cumulative' | 'evidence'
type Asked = { definitionId: string; period: { id: string }; scope: Scope; asOf: number; edition?: number }
type Parts = { figure: Figure; tables: PublishedTable[] }

/** Keeps what left, or why nothing did. */
export const insertPublished = async (
  tx: Tx,
  orgId: OrgId,
  { definitionId, period, scope, asOf, edition }: Asked,
  parts: Parts | null,
  withheld: Both | null,
  publishedAt: Date,
) => {
  await tx
    .insertInto('publishedFigures')
    .values({
      orgId,
      definitionId,
      period: period.id,
      scope,
      edition: edition ?? parts!.figure.edition,
      lastFact: asOf,
      parts: JSON.stringify(parts),
      withheld: withheld === null ? null : JSON.stringify(withheld),
      publishedAt,
    })
    .execute()
}

/** Nothing came out otherwise than it had: the same edition stands for the facts up to here. */
export const confirmPublished = (
  tx: Tx,
  orgId: OrgId,
  { definitionId, period, scope, edition }: Pick<Published, 'definitionId' | 'period' | 'scope' | 'edition'>,
  lastFact: number,
) =>
  tx
    .updateTable('publishedFigures')
    .set({ lastFact })
    .where('orgId', '=', orgId)
    .where('definitionId', '=', definitionId)
    .where('period', '=', period)
    .where('scope', '=', scope)
    .where('edition', '=', edition)
    .execute()

export type Published = {
  definitionId: string
  period: string
  scope: Scope
  edition: number
  lastFact: number
  parts: Parts | null
  withheld: Both | null
  publishedAt: Date
}

const published = (tx: Tx, orgId: OrgId) =>
  tx
    .selectFrom('publishedFigures')
    .select(['definitionId', 'period', 'scope', 'edition', 'lastFact', 'parts', 'withheld', 'publishedAt'])
    .where('orgId', '=', orgId)

/** The last word on a figure: what was published, or why it was withheld. */
export const findPublished = (tx: Tx, orgId: OrgId, definitionId: string, period: string, scope: Scope) =>
  published(tx, orgId)
    .where('definitionId', '=', definitionId)
    .where('period', '=', period)
    .where('scope', '=', scope)
    .orderBy('edition', 'desc')
    .limit(1)
    .executeTakeFirst() as Promise<Published | undefined>

/** Everything published of some definitions, the latest edition first. */
export const findAllPublished = (tx: Tx, orgId: OrgId, definitionIds: readonly string[]) =>
  definitionIds.length === 0
    ? Promise.resolve([])
    : (published(tx, orgId)
        .where('definitionId', 'in', [...definitionIds])
        .orderBy('edition', 'desc')
        .execute() as Promise<unknown> as Promise<Published[]>)

/** The number of the last fact that this organization could count when a day began. */
export const lastNumber = async (tx: Tx, day: Day, timeZone: string): Promise<number> => {
  const { rows } = await sql<{ last: number }>`
    select counting.last_number(${day}::date::timestamp at time zone ${timeZone}) as last`.execute(tx)
  return Number(rows[0]!.last)
}
