import type { Actor, Tx } from '#platform/db/doors.ts'
import type { Award, AwardAction, AwardId, ExchangeRate, PartnerId, StaffId } from './schema.ts'

type Org = Pick<Actor, 'orgId'>

export const findAwards = (tx: Tx, { orgId }: Org) =>
  tx.selectFrom('awards').selectAll().where('orgId', '=', orgId).orderBy('beginsOn').orderBy('code').execute()

export const findAward = (tx: Tx, { orgId }: Org, id: string) =>
  tx.selectFrom('awards').selectAll().where('orgId', '=', orgId).where('id', '=', id).executeTakeFirst()

export const keepAward = (tx: Tx, { orgId }: Org, { id, ...award }: Award) =>
  tx
    .insertInto('awards')
    .values({ orgId, id, ...award })
    .onConflict((conflict) => conflict.columns(['orgId', 'id']).doUpdateSet(award))
    .execute()

export const setFunder = (tx: Tx, { orgId }: Org, id: AwardId, funderId: string, funderName: string) =>
  tx
    .updateTable('awards')
    .set({ funderId, funderName })
    .where('orgId', '=', orgId)
    .where('id', '=', id)
    .execute()

export const findActions = (tx: Tx, { orgId }: Org) =>
  tx
    .selectFrom('awardActions')
    .select(['id', 'awardId', 'kind', 'signedOn', 'amountCents', 'currency', 'endsOn', 'note'])
    .where('orgId', '=', orgId)
    .orderBy('signedOn')
    .execute()

/** Once for each id: an action that was added does not change. */
export const insertAction = (tx: Tx, { orgId }: Org, action: AwardAction) =>
  tx
    .insertInto('awardActions')
    .values({ orgId, ...action })
    .onConflict((conflict) => conflict.columns(['orgId', 'id']).doNothing())
    .execute()

export const findRates = async (tx: Tx, { orgId }: Org) => {
  const rows = await tx
    .selectFrom('exchangeRates')
    .selectAll()
    .where('orgId', '=', orgId)
    .orderBy('onDay')
    .execute()
  return rows.map(
    ({ id, onDay, fromCurrency, toCurrency, rate, source }) =>
      ({ id, onDay, from: fromCurrency, to: toCurrency, rate: String(rate), source }) as ExchangeRate,
  )
}

export const keepRate = (tx: Tx, { orgId }: Org, { id, onDay, from, to, rate, source }: ExchangeRate) => {
  const row = { onDay, fromCurrency: from, toCurrency: to, rate, source }
  return tx
    .insertInto('exchangeRates')
    .values({ orgId, id, ...row })
    .onConflict((conflict) => conflict.columns(['orgId', 'id']).doUpdateSet(row))
    .execute()
}

export type Work = {
  id: string
  awardId: AwardId
  kind: 'done' | 'asked'
  onDay: string
  stateCode: string
  sector: string
  topic: string
  title: string
}

export const findWork = (tx: Tx, { orgId }: Org, awardId?: string) => {
  const work = tx
    .selectFrom('awardWork')
    .select(['id', 'awardId', 'kind', 'onDay', 'stateCode', 'sector', 'topic', 'title', 'inSector', 'factId'])
    .where('orgId', '=', orgId)
    .orderBy('onDay', 'desc')
    .limit(5000)
  return (awardId ? work.where('awardId', '=', awardId) : work).execute()
}

/** Pieces of work by id, each by its title. */
export const findWorkNamed = async (tx: Tx, { orgId }: Org, ids: readonly string[]) => {
  if (ids.length === 0) return new Map<string, { title: string; awardId: string }>()
  const rows = await tx
    .selectFrom('awardWork')
    .select(['id', 'title', 'awardId'])
    .where('orgId', '=', orgId)
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ id, ...row }) => [id, row]))
}

export const findOneWork = (tx: Tx, { orgId }: Org, id: string) =>
  tx
    .selectFrom('awardWork')
    .select(['factId', 'kind', 'inSector'])
    .where('orgId', '=', orgId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export const keepWork = (
  tx: Tx,
  { orgId }: Org,
  { id, ...work }: Work & { inSector: boolean; factId: string },
) =>
  tx
    .insertInto('awardWork')
    .values({ orgId, id, ...work })
    .onConflict((conflict) => conflict.columns(['orgId', 'id']).doUpdateSet(work))
    .execute()

/** Where an award worked, from the first day to the last, whatever was planned. */
export const findActiveStates = (tx: Tx, { orgId }: Org) =>
  tx
    .selectFrom('awardWork')
    .select((pick) => [
      'awardId',
      'stateCode',
      pick.fn.min('onDay').as('since'),
      pick.fn.max('onDay').as('until'),
    ])
    .where('orgId', '=', orgId)
    .where('kind', '=', 'done')
    .groupBy(['awardId', 'stateCode'])
    .orderBy('stateCode')
    .execute()

export const findStaff = (tx: Tx, { orgId }: Org) =>
  tx.selectFrom('staff').select(['id', 'alias', 'role']).where('orgId', '=', orgId).orderBy('alias').execute()

export const keepStaff = (
  tx: Tx,
  { orgId }: Org,
  { id, ...person }: { id: StaffId; alias: string; role: string },
) =>
  tx
    .insertInto('staff')
    .values({ orgId, id, ...person })
    .onConflict((conflict) => conflict.columns(['orgId', 'id']).doUpdateSet(person))
    .execute()

/** One person's allocations are changed one after the other, so that their sum holds. */
export const lockStaff = (tx: Tx, { orgId }: Org, id: string) =>
  tx
    .selectFrom('staff')
    .select('id')
    .where('orgId', '=', orgId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export const findAllocations = async (tx: Tx, { orgId }: Org) => {
  const rows = await tx
    .selectFrom('allocations')
    .select(['id', 'staffId', 'awardId', 'percent', 'since', 'until'])
    .where('orgId', '=', orgId)
    .orderBy('since')
    .execute()
  return rows.map((row) => ({ ...row, percent: Number(row.percent) }))
}

type Allocation = Awaited<ReturnType<typeof findAllocations>>[number]

export const keepAllocation = (tx: Tx, { orgId }: Org, { id, ...allocation }: Allocation) =>
  tx
    .insertInto('allocations')
    .values({ orgId, id, ...allocation })
    .onConflict((conflict) => conflict.columns(['orgId', 'id']).doUpdateSet(allocation))
    .execute()

export const findPartners = (tx: Tx, { orgId }: Org) =>
  tx
    .selectFrom('partners')
    .select(['id', 'name', 'kind'])
    .where('orgId', '=', orgId)
    .orderBy('name')
    .execute()

type Partner = {
  id: PartnerId
  name: string
  kind: 'academic' | 'civil_society' | 'union' | 'worker_center' | 'other'
}

export const keepPartner = (tx: Tx, { orgId }: Org, { id, ...partner }: Partner) =>
  tx
    .insertInto('partners')
    .values({ orgId, id, ...partner })
    .onConflict((conflict) => conflict.columns(['orgId', 'id']).doUpdateSet(partner))
    .execute()

export const findLinks = (tx: Tx, { orgId }: Org) =>
  tx
    .selectFrom('partnerLinks')
    .select(['id', 'partnerId', 'awardId', 'fundsSince', 'fundsUntil'])
    .where('orgId', '=', orgId)
    .execute()

type Link = Awaited<ReturnType<typeof findLinks>>[number]

export const keepLink = (tx: Tx, { orgId }: Org, { id, ...link }: Link) =>
  tx
    .insertInto('partnerLinks')
    .values({ orgId, id, ...link })
    .onConflict((conflict) => conflict.columns(['orgId', 'id']).doUpdateSet(link))
    .execute()
