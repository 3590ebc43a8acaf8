import { sql } from 'kysely'
import type { Actor, Tx } from '#platform/db/doors.ts'
import type { Difference, ReportContent } from './reports/content.ts'
import type { Both, Story } from './schema.ts'

type Org = Pick<Actor, 'orgId'>

export const findReports = (tx: Tx, { orgId }: Org) =>
  tx
    .selectFrom('reports as r')
    .innerJoin('awards as a', (join) => join.onRef('a.orgId', '=', 'r.orgId').onRef('a.id', '=', 'r.awardId'))
    .select(['r.id', 'r.awardId', 'a.name as awardName', 'a.calendar', 'r.period', 'r.template', 'r.stories'])
    .where('r.orgId', '=', orgId)
    .orderBy('r.period', 'desc')
    .execute()
export type ReportRow = Awaited<ReturnType<typeof findReports>>[number]

export const lockReport = async (tx: Tx, org: Org, id: string) => {
  await tx
    .selectFrom('reports')
    .select('id')
    .where('orgId', '=', org.orgId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
  return (await findReports(tx, org)).find((one) => one.id === id)
}

export const insertReport = (
  tx: Tx,
  { orgId }: Org,
  report: { id: string; awardId: string; period: string; template: string },
) =>
  tx
    .insertInto('reports')
    .values({ orgId, ...report })
    .execute()

export const setStories = (tx: Tx, { orgId }: Org, id: string, stories: string[]) =>
  tx.updateTable('reports').set({ stories }).where('orgId', '=', orgId).where('id', '=', id).execute()

export const findTexts = async (tx: Tx, { orgId }: Org, reportId: string): Promise<Record<string, Both>> => {
  const rows = await tx
    .selectFrom('reportTexts')
    .select(['section', 'es', 'en'])
    .where('orgId', '=', orgId)
    .where('reportId', '=', reportId)
    .execute()
  return Object.fromEntries(rows.map(({ section, es, en }) => [section, { es, en }]))
}

export const keepText = (tx: Tx, { orgId }: Org, reportId: string, section: string, text: Both) =>
  tx
    .insertInto('reportTexts')
    .values({ orgId, reportId, section, ...text })
    .onConflict((conflict) => conflict.columns(['orgId', 'reportId', 'section']).doUpdateSet(text))
    .execute()

export const findStories = async (tx: Tx, { orgId }: Org) => {
  const rows = await tx
    .selectFrom('stories')
    .selectAll()
    .where('orgId', '=', orgId)
    .orderBy('consentedOn', 'desc')
    .execute()
  return rows.map(({ orgId: _, ...row }) => row as unknown as Story & { withdrawnOn: string | null })
}

export const keepStory = (tx: Tx, { orgId }: Org, { id, ...story }: Story) =>
  tx
    .insertInto('stories')
    .values({ orgId, id, ...story })
    .onConflict((conflict) => conflict.columns(['orgId', 'id']).doUpdateSet(story))
    .execute()

export const withdrawStory = async (tx: Tx, { orgId }: Org, id: string, withdrawnOn: string) => {
  const { numUpdatedRows } = await tx
    .updateTable('stories')
    .set({ withdrawnOn })
    .where('orgId', '=', orgId)
    .where('id', '=', id)
    .where('withdrawnOn', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

const editions = (tx: Tx, { orgId }: Org) =>
  tx
    .selectFrom('reportEditions')
    .select([
      'programId',
      'programName',
      'awardName',
      'period',
      'reportId',
      'edition',
      'content',
      'digest',
      'lastFact',
      'differences',
      'submittedBy',
      'submittedAt',
    ])
    .where(sql<boolean>`parties @> array[${orgId}]::uuid[]`)

export type EditionRow = {
  programId: string
  programName: string
  awardName: string
  period: string
  reportId: string
  edition: number
  content: ReportContent
  digest: string
  lastFact: number
  differences: Difference[]
  submittedBy: string
  submittedAt: Date
}

/** Every submitted edition this organization is a party to, the latest first. */
export const findEditions = (tx: Tx, org: Org, reportId?: string) => {
  const all = editions(tx, org).orderBy('submittedAt', 'desc').orderBy('edition', 'desc').limit(400)
  return (reportId ? all.where('reportId', '=', reportId) : all).execute() as Promise<unknown> as Promise<
    EditionRow[]
  >
}

export const insertEdition = (tx: Tx, parties: string[], edition: EditionRow) =>
  tx
    .insertInto('reportEditions')
    .values({
      parties,
      ...edition,
      content: JSON.stringify(edition.content),
      differences: JSON.stringify(edition.differences),
      figures: JSON.stringify(edition.content.figures.map(({ code }) => code)),
    })
    .execute()
