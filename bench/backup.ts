import { statSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { claim } from '../scripts/claim.ts'
import { scratchCluster } from '../src/platform/db/embedded/scratch.ts'
import { migrate } from '../src/platform/db/migrate.ts'
import { asOwner } from '../src/platform/db/owner.ts'
import { openPool } from '../src/platform/db/pool.ts'
import { setUp } from '../src/platform/db/setup.ts'
import { tablesOf } from '../src/platform/db/tables.ts'
import { backUp, fileStream } from '../src/platform/upkeep/backup.ts'
import { restore } from '../src/platform/upkeep/restore.ts'
import { plainText, rowsOf } from '../src/platform/upkeep/store.rows.ts'
import { newKey } from '../src/platform/vault/keys.ts'

const people = 100_000

/** `npm run bench -- backup`: a backup beside only reading the rows, and its restore beside copying them inside the database. */
export const run = async () => {
  const cluster = await scratchCluster()
  try {
    const pools: pg.Pool[] = []
    for (const name of ['one', 'two', 'three'])
      pools.push(openPool({ ...(await setUp(cluster.superuser, cluster.folder, name)).owner, max: 2 }))
    const [from, to, peer] = pools as [pg.Pool, pg.Pool, pg.Pool]
    await migrate(from)
    await migrate(peer)
    await fill(from)
    await fill(peer)
    const file = join(cluster.folder, 'bench.age')
    const master = newKey()
    const reading = await timed(() => readAll(from))
    const backing = await timed(() => backUp(from, master, file))
    const copying = await timed(() => copyWithin(peer))
    const restoring = await timed(() => restore(to, fileStream(file), { master }))
    const rows = 2 * people
    const rate = (ms: number) => `${Math.round(rows / (ms / 1_000)).toLocaleString('en')} rows/s`
    console.log(`${rows.toLocaleString('en')} rows, ${(statSync(file).size / 1e6).toFixed(1)} MB sealed`)
    console.log(`read ${Math.round(reading)} ms, back up ${Math.round(backing)} ms (${rate(backing)})`)
    console.log(
      `copy inside ${Math.round(copying)} ms, restore and compare ${Math.round(restoring)} ms (${rate(restoring)})`,
    )
    const [backup, back] = [backing / reading, restoring / copying]
    claim(
      'backup',
      `${backup.toFixed(1)} × reading, ${back.toFixed(1)} × copying`,
      '≤ 3 × and ≤ 3 ×',
      backup <= 3 && back <= 3,
    )
    for (const pool of pools) await pool.end()
  } finally {
    await cluster.end()
  }
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** People with a sealed name and phone each, as an import leaves them. */
const fill = async (owner: pg.Pool) => {
  const sealed = (size: number) => `decode(repeat(md5(random()::text), ${size / 16}), 'hex')`
  await owner.query(
    `insert into organizations (id, name, kind, time_zone) values (gen_random_uuid(), 'Grande', 'union', 'UTC')`,
  )
  await owner.query(`insert into people (org_id, id, handle, search_key, list_ids, subject_id, created_by)
    select o.id, gen_random_uuid(), 'persona ' || n, 'persona ' || n, array[o.id], gen_random_uuid(), o.id
    from organizations o, generate_series(1, ${people}) n`)
  await owner.query(`insert into person_vault (org_id, person_id, list_ids, name, phone, name_blind, name_block, phone_blind)
    select org_id, id, list_ids, ${sealed(64)}, ${sealed(48)}, ${sealed(16)}, ${sealed(16)}, ${sealed(16)} from people`)
  await owner.query('analyze')
}

const readAll = (owner: pg.Pool) =>
  asOwner(owner, async (client) => {
    await plainText(client)
    let rows = 0
    for (const table of await tablesOf(client))
      for await (const batch of rowsOf(client, table)) rows += batch.length
    return rows
  })

/** The same rows with the same checks and indexes, never leaving the database. */
const copyWithin = (owner: pg.Pool) =>
  asOwner(owner, async (client) => {
    await client.query('create temporary table kept_people as select * from people')
    await client.query('create temporary table kept_vault as select * from person_vault')
    await client.query('delete from people')
    await client.query('insert into people select * from kept_people')
    await client.query('insert into person_vault select * from kept_vault')
  })
