import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newWorld, type Person, type World } from '../../testing/world.ts'
import type { OrgId } from '../db/brand.ts'
import { sealEverything, sealLogs } from './sealing.ts'
import { every } from './timers.ts'

const soon = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe('work repeated by the server', () => {
  test('never runs twice at once, goes on after a fault, and stops only when the run under way is over', async () => {
    let [runs, atOnce, most] = [0, 0, 0]
    const faults: unknown[] = []
    const work = async () => {
      runs += 1
      atOnce += 1
      most = Math.max(most, atOnce)
      await soon(15)
      atOnce -= 1
      if (runs === 1) throw new Error('the first time')
    }
    const timer = every(1, work, (error) => faults.push(error), 0)
    await expect.poll(() => runs).toBeGreaterThan(3)
    await timer.stop()
    const after = runs
    expect([most, atOnce, faults.length]).toEqual([1, 0, 1])
    await soon(40)
    expect(runs).toBe(after)
  })
})

describe('sealing the access logs', () => {
  let world: World
  const orgs: OrgId[] = []
  const owners: Person[] = []
  beforeAll(async () => {
    world = await newWorld()
    for (const name of ['Alba', 'Brisa', 'Coral']) {
      const org = await world.organization(name)
      orgs.push(org)
      owners.push(await world.join(org, `Ana de ${name}`, 'owner'))
    }
  })
  afterAll(() => world.end())

  test('leaves the last minute open while people write, and takes it in at shutdown', async () => {
    const { doors } = world.deployment
    await sealLogs(doors, new Date())
    for (const owner of owners)
      expect(await owner.api.team.logChain()).toMatchObject({ batches: 0, waiting: 1 })
    await sealEverything(doors, new Date())
    for (const owner of owners)
      expect(await owner.api.team.logChain()).toMatchObject({ batches: 1, waiting: 0, sound: true })
    await sealEverything(doors, new Date())
    expect(await owners[0]!.api.team.logChain()).toMatchObject({ batches: 1 })
  })

  test('two servers at once make one chain, and one organization’s fault leaves the others sealed', async () => {
    const { doors } = world.deployment
    for (const owner of owners) await owner.api.team.renameOrganization({ name: 'Otro nombre' })
    await Promise.all([sealEverything(doors, new Date()), sealEverything(doors, new Date())])
    expect(await owners[1]!.api.team.logChain()).toMatchObject({ batches: 2, sound: true, waiting: 0 })
    for (const owner of owners) await owner.api.team.renameOrganization({ name: 'Y otro' })
    // A batch that stands in the way of the next one of whoever comes first.
    const [first] = [...orgs].sort()
    await world.owner.query(
      `insert into access_batches (org_id, number, first_id, last_id, entries, previous, digest)
       select $1, 3, last_id, last_id, 0, digest, digest from access_batches where org_id = $1 and number = 2`,
      [first],
    )
    await world.owner.query(
      `alter table access_batches add constraint no_fourth check (org_id <> '${first}' or number < 4) not valid`,
    )
    await expect(sealEverything(doors, new Date())).rejects.toThrow()
    for (const owner of owners)
      expect(await owner.api.team.logChain()).toMatchObject({ waiting: owner.orgId === first ? 1 : 0 })
  })

  test('an organization that is closing is left to be deleted', async () => {
    await world.owner.query('update organizations set closing_at = now() where id = $1', [orgs[2]])
    await owners[2]!.api.team.renameOrganization({ name: 'Nada' })
    await sealEverything(world.deployment.doors, new Date()).catch(() => {})
    expect(
      (await world.owner.query('select from access_log where org_id = $1 and batch is null', [orgs[2]]))
        .rowCount,
    ).toBeGreaterThan(0)
  })
})
