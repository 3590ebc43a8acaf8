import { sql } from 'kysely'
import type { Actor, Tx } from '#platform/db/doors.ts'
import { plain } from '#platform/text/plain.ts'
import type { Plant, PlantId } from './schema.ts'

/** Twenty plants of the public catalogue whose company, parent, name or place has every word of `text`. */
export const findCatalogue = (tx: Tx, text: string) => {
  const words = plain(text).split(' ').filter(Boolean)
  return tx
    .selectFrom('cataloguePlants')
    .select([
      'id',
      'company',
      'parent',
      'name',
      'city',
      'stateCode',
      'sector',
      'unionName',
      'independent',
      'source',
      'asOfYear',
    ])
    .where((where) => where.and(words.map((word) => where('searchKey', 'like', `%${word}%`))))
    .orderBy('company')
    .orderBy('name')
    .limit(20)
    .execute()
}

const columns = ['id', 'name', 'company', 'city', 'stateCode', 'sector', 'timeZone', 'catalogueId'] as const

export const findPlants = (tx: Tx, { orgId }: Actor) =>
  tx
    .selectFrom('plants')
    .select(columns)
    .where('orgId', '=', orgId)
    .orderBy(sql`name collate "es-x-icu"`)
    .execute()

export const findPlant = (tx: Tx, { orgId }: Pick<Actor, 'orgId'>, id: PlantId) =>
  tx.selectFrom('plants').select(columns).where('orgId', '=', orgId).where('id', '=', id).executeTakeFirst()

export const keepPlant = (tx: Tx, { orgId }: Pick<Actor, 'orgId'>, { id, ...plant }: Plant) =>
  tx
    .insertInto('plants')
    .values({ orgId, id, ...plant })
    .onConflict((conflict) => conflict.columns(['orgId', 'id']).doUpdateSet(plant))
    .returning(columns)
    .executeTakeFirstOrThrow()
