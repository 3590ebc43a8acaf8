import { sql } from 'kysely'
import type { Actor, Tx } from '#platform/db/doors.ts'
import { digestOfBytes } from './canonical.ts'
import type { DefinitionContent, DefinitionId, Indicator, Side } from './schema.ts'

type Org = Pick<Actor, 'orgId'>

export const findIndicators = async (tx: Tx, { orgId }: Org, awardId?: string) => {
  const all = tx
    .selectFrom('indicators')
    .selectAll()
    .where('orgId', '=', orgId)
    .orderBy('position')
    .orderBy('code')
  const rows = await (awardId ? all.where('awardId', '=', awardId) : all).execute()
  return rows.map(({ orgId: _, titleEs, titleEn, ...row }) => ({
    ...row,
    title: { es: titleEs, en: titleEn },
  })) as unknown as Indicator[]
}

export const findIndicator = async (tx: Tx, org: Org, id: string) =>
  (await findIndicators(tx, org)).find((one) => one.id === id)

export const keepIndicator = (tx: Tx, { orgId }: Org, { id, title, ...rest }: Indicator) => {
  const row = { ...rest, titleEs: title.es, titleEn: title.en }
  return tx
    .insertInto('indicators')
    .values({ orgId, id, ...row })
    .onConflict((conflict) => conflict.columns(['orgId', 'id']).doUpdateSet(row))
    .execute()
}

export const findTargets = async (tx: Tx, { orgId }: Org) => {
  const rows = await tx
    .selectFrom('targets')
    .selectAll()
    .where('orgId', '=', orgId)
    .orderBy('period')
    .execute()
  return rows.map(({ orgId: _, value, ...row }) => ({ ...row, value: Number(value) }))
}

type Target = { indicatorId: string; period: string; value: number; cumulative: boolean }

export const keepTarget = (tx: Tx, { orgId }: Org, { indicatorId, period, value, cumulative }: Target) =>
  tx
    .insertInto('targets')
    .values({ orgId, indicatorId, period, value, cumulative })
    .onConflict((conflict) =>
      conflict.columns(['orgId', 'indicatorId', 'period']).doUpdateSet({ value, cumulative }),
    )
    .execute()

const party = ({ orgId }: Org) => sql<boolean>`parties @> array[${orgId}]::uuid[]`

const columns = [
  'id',
  'parties',
  'programId',
  'programName',
  'funderId',
  'funderName',
  'awardId',
  'awardName',
  'indicatorId',
  'code',
  'level',
  'titleEs',
  'titleEn',
  'version',
  'content',
  'digest',
  'supersededBy',
] as const

/** Every version this organization is a party to, the newest first. */
export const findDefinitions = async (tx: Tx, org: Org, indicatorIds?: readonly string[]) => {
  if (indicatorIds?.length === 0) return []
  const all = tx
    .selectFrom('definitions')
    .select(columns)
    .where(party(org))
    .orderBy('code')
    .orderBy('version', 'desc')
  const rows = await (indicatorIds ? all.where('indicatorId', 'in', [...indicatorIds]) : all).execute()
  return rows.map((row) => ({ ...row, content: row.content as unknown as DefinitionContent }))
}
export type DefinitionRow = Awaited<ReturnType<typeof findDefinitions>>[number]

export const lockDefinition = async (tx: Tx, org: Org, id: string): Promise<DefinitionRow | undefined> => {
  const row = await tx
    .selectFrom('definitions')
    .select(columns)
    .where('id', '=', id)
    .where(party(org))
    .executeTakeFirst()
  if (row)
    await sql`select pg_advisory_xact_lock(hashtextextended(${`definition ${row.indicatorId}`}, 0))`.execute(
      tx,
    )
  return row && { ...row, content: row.content as unknown as DefinitionContent }
}

export type NewDefinition = Omit<DefinitionRow, 'supersededBy'>

export const insertDefinition = (tx: Tx, { membershipId }: Actor, definition: NewDefinition) =>
  tx
    .insertInto('definitions')
    .values({ ...definition, content: JSON.stringify(definition.content), draftedBy: membershipId })
    .execute()

export const changeDefinition = (tx: Tx, id: DefinitionId, content: DefinitionContent, digest: string) =>
  tx
    .updateTable('definitions')
    .set({ content: JSON.stringify(content), digest })
    .where('id', '=', id)
    .execute()

/** Once a version is in force, every earlier one is history. */
export const supersede = (tx: Tx, indicatorId: string, programId: string, version: number) =>
  tx
    .updateTable('definitions')
    .set({ supersededBy: version })
    .where('programId', '=', programId)
    .where('indicatorId', '=', indicatorId)
    .where('version', '<', version)
    .where('supersededBy', 'is', null)
    .execute()

export const findReadings = (tx: Tx, org: Org, definitionId: string) =>
  tx
    .selectFrom('readings')
    .select(['side', 'organization', 'text', 'writtenAt as at'])
    .where(party(org))
    .where('definitionId', '=', definitionId)
    .orderBy('side', 'desc')
    .execute()

type Reading = { definitionId: string; parties: string[]; side: Side; organization: string; text: string }

export const keepReading = (tx: Tx, { membershipId }: Actor, reading: Reading, at: Date) => {
  const change = { text: reading.text, writtenBy: membershipId, writtenAt: at }
  return tx
    .insertInto('readings')
    .values({ ...reading, ...change })
    .onConflict((conflict) => conflict.columns(['definitionId', 'side']).doUpdateSet(change))
    .execute()
}

export const findSignatures = (tx: Tx, org: Org, definitionIds: readonly string[]) =>
  definitionIds.length === 0
    ? Promise.resolve([])
    : tx
        .selectFrom('signatures')
        .leftJoin('programFiles', 'programFiles.id', 'signatures.fileId')
        .select([
          'definitionId',
          'side',
          'organization',
          'says',
          'reason',
          'fileId',
          'fileName',
          'programFiles.digest as fileDigest',
          'alias',
          'signedAt as at',
          'signatures.digest',
        ])
        .where(sql<boolean>`signatures.parties @> array[${org.orgId}]::uuid[]`)
        .where('definitionId', 'in', [...definitionIds])
        .orderBy('signedAt')
        .execute()
export type SignatureRow = Awaited<ReturnType<typeof findSignatures>>[number]

type Word = {
  definitionId: string
  parties: string[]
  side: Side
  organization: string
  says: 'signed' | 'disputed'
  reason: string
  fileId: string | null
  digest: string
}

export const keepWord = (tx: Tx, { membershipId, alias }: Actor, word: Word, signedAt: Date) => {
  const { says, reason, fileId, digest } = word
  const change = { says, reason, fileId, digest, alias, signedBy: membershipId, signedAt }
  return tx
    .insertInto('signatures')
    .values({ ...word, ...change })
    .onConflict((conflict) => conflict.columns(['definitionId', 'side']).doUpdateSet(change))
    .execute()
}

type NewFile = { id: string; parties: string[]; fileName: string; mediaType: string; bytes: Buffer }

export const insertFile = async (tx: Tx, { membershipId }: Actor, file: NewFile) => {
  const digest = digestOfBytes(file.bytes)
  await tx
    .insertInto('programFiles')
    .values({ ...file, digest, keptBy: membershipId })
    .execute()
  return digest
}

export const findFile = (tx: Tx, org: Org, id: string) =>
  tx
    .selectFrom('programFiles')
    .select(['fileName', 'mediaType', 'bytes'])
    .where(party(org))
    .where('id', '=', id)
    .executeTakeFirst()

export const findDeclared = async (tx: Tx, { orgId }: Org) => {
  const rows = await tx
    .selectFrom('declaredValues')
    .innerJoin('programFiles', 'programFiles.id', 'declaredValues.fileId')
    .select([
      'declaredValues.id',
      'indicatorId',
      'period',
      'value',
      'base',
      'unit',
      'source',
      'fileId',
      'fileName',
      'programFiles.digest',
      'declaredAt',
    ])
    .where('declaredValues.orgId', '=', orgId)
    .orderBy('declaredAt')
    .execute()
  return rows.map((row) => ({
    ...row,
    value: Number(row.value),
    base: row.base === null ? null : Number(row.base),
  }))
}

export const insertDeclared = (
  tx: Tx,
  { orgId, membershipId }: Actor,
  declared: {
    id: string
    indicatorId: string
    period: string
    value: number
    base: number | null
    unit: string
    source: string
    fileId: string
  },
) =>
  tx
    .insertInto('declaredValues')
    .values({ orgId, ...declared, declaredBy: membershipId })
    .execute()

export const deleteDeclared = async (tx: Tx, { orgId }: Org, id: string) => {
  const { numDeletedRows } = await tx
    .deleteFrom('declaredValues')
    .where('orgId', '=', orgId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** How many of an organization's definitions and figures already hold a calendar in place. */
export const hasPublished = async (tx: Tx, { orgId }: Org, awardId: string) => {
  const row = await tx
    .selectFrom('publishedFigures as p')
    .innerJoin('definitions as d', 'd.id', 'p.definitionId')
    .select('p.period')
    .where('p.orgId', '=', orgId)
    .where('d.awardId', '=', awardId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
