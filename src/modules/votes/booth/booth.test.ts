import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  archiveBytes,
  ballotOf,
  boxOf,
  counted,
  endVote,
  frozenVote,
  type Held,
  soundArchive,
} from '../../../testing/boxes.ts'
import { type Client, newWorld, type Person, refusalOf, type World } from '../../../testing/world.ts'
import { type Chained, firstLink, nextLink } from './chain.ts'
import type { BoothId, BoothKit } from './contract.ts'
import { tabletHeader } from './words.ts'

let world: World
let ana: Person
let held: Held
let tables: string[]
let tablet: Client
let token: string
let kit: BoothKit

const chainOf = ({ uuid, boothId }: BoothKit, ballots: readonly string[]): Chained => ({
  head: ballots.reduce(nextLink, firstLink(uuid, boothId)),
  ballots,
})
const ballot = (table: number, at: number, choice = 0) =>
  ballotOf(held.election, held.tableCodes[table]![at]!, choice).text
const deliver = ({ head, ballots }: Chained, by = token) =>
  world.client({ [tabletHeader]: by }).booth.deliver({ head, ballots: [...ballots] })
const newTablet = async (table: number) => {
  const boothId = randomUUID() as BoothId
  const { token: code } = await ana.api.booth.addBooth({
    id: held.id,
    boothId,
    tableId: tables[table]! as never,
  })
  return { code, kit: await tablet.booth.kit({ token: code }) }
}

beforeAll(async () => {
  world = await newWorld()
  ana = await world.join(await world.organization('Sindicato Alba'), 'Ana', 'owner')
  const vote = await frozenVote(world, ana, { remote: 0, tables: [8, 4] })
  tables = vote.tables
  held = await boxOf(world, ana, vote, { remote: 0, tables: [8, 4] })
  tablet = world.client({})
})
afterAll(async () => {
  await world.end()
  expect(world.faults).toEqual([])
})

describe('the box of a tablet', () => {
  test('a tablet nobody registered gets nothing', async () => {
    expect(await refusalOf(tablet.booth.kit({ token: 'x'.repeat(43) }))).toBe('booth.link-unknown')
    ;({ code: token, kit } = await newTablet(0))
    expect(kit).toMatchObject({ table: { number: 1, place: 'Nave 1' }, uuid: held.uuid })
    expect(kit.credentials).toHaveLength(8)
  })

  test('is not taken with a ballot missing, moved or added, nor as the box of another tablet', async () => {
    const ballots = [ballot(0, 0), ballot(0, 1), ballot(0, 2)]
    const { head } = chainOf(kit, ballots)
    expect(await refusalOf(deliver({ head, ballots: ballots.slice(1) }))).toBe('booth.chain-broken')
    expect(await refusalOf(deliver({ head, ballots: ballots.toReversed() }))).toBe('booth.chain-broken')
    expect(await refusalOf(deliver({ head, ballots: [...ballots, ballot(0, 3)] }))).toBe('booth.chain-broken')
    const other = await newTablet(0)
    expect(await refusalOf(deliver(chainOf(kit, ballots), other.code))).toBe('booth.chain-broken')
    await ana.api.booth.loseBooth({ id: held.id, boothId: other.kit.boothId, because: 'No encendió' })
  })

  test('takes only codes of its own table, and only ballots that hold', async () => {
    expect(await refusalOf(deliver(chainOf(kit, [ballot(0, 0), ballot(1, 0)])))).toBe(
      'booth.credential-elsewhere',
    )
    const wrong = ballot(0, 0).replace(/"response":"(\d)/, (_, d) => `"response":"${(Number(d) % 9) + 1}`)
    expect(await refusalOf(deliver(chainOf(kit, [wrong])))).toBe('booth.ballot-wrong')
  })

  test('delivered twice it is in once; the order tells nothing of who came when', async () => {
    const ballots = [0, 1, 2, 3].map((at) => ballot(0, at, at % 2))
    const chained = chainOf(kit, ballots)
    expect(await deliver(chained)).toMatchObject({ ballots: 4, appended: 4 })
    expect(await deliver(chained)).toMatchObject({ ballots: 4, appended: 0 })
    const { verified } = await soundArchive(await archiveBytes(world, held.uuid))
    const trackers = verified.receipts.map(({ tracker }) => Buffer.from(tracker, 'base64').toString('hex'))
    expect(trackers).toEqual(trackers.toSorted())
    expect(
      await refusalOf(ana.api.booth.loseBooth({ id: held.id, boothId: kit.boothId, because: 'x' })),
    ).toBe('booth.delivered')
  })

  test('two tablets at one table: a slip used on both counts once', async () => {
    const second = await newTablet(0)
    const again = chainOf(second.kit, [ballot(0, 0, 1), ballot(0, 5)])
    expect(await deliver(again, second.code)).toMatchObject({ appended: 2 })
    const { report } = await soundArchive(await archiveBytes(world, held.uuid))
    expect(report).toMatchObject({ ballots: 6, counted: 5 })
  })

  test('a tablet that does not deliver: the close waits for its second copy, taken from the commission and from nobody else', async () => {
    const lost = await newTablet(1)
    const copy = chainOf(lost.kit, [ballot(1, 0), ballot(1, 1)])
    const given = { id: held.id, boothId: lost.kit.boothId, head: copy.head, ballots: [...copy.ballots] }
    expect(await refusalOf(tablet.booth.deliverCopy(given))).toBe('signed-out')
    await endVote(world, held.voteId)
    expect(await refusalOf(ana.api.boxes.close({ id: held.id }))).toBe('box.booths-missing')
    expect(await ana.api.booth.deliverCopy(given)).toMatchObject({ appended: 2 })
    await ana.api.boxes.close({ id: held.id })
    await counted(ana, held.id)
    expect(await refusalOf(deliver(chainOf(kit, [ballot(0, 6)])))).toBe('booth.closed')
  })

  test('a seized tablet: what it holds says neither the code nor the choice', async () => {
    const code = held.tableCodes[0]![7]!
    const [one, two] = [0, 1].map((choice) => ballotOf(held.election, code, choice).text)
    for (const text of [one!, two!]) {
      const stored = JSON.stringify({ kit, chained: chainOf(kit, [text]) })
      expect(stored).not.toContain(code)
      expect(stored).not.toContain(code.replaceAll('-', ''))
    }
    // Two ballots of opposite choices differ in nothing that has a fixed shape.
    const shapeOf = (text: string) => text.replaceAll(/"\d+"/g, '"n"')
    const keyless = (text: string) => shapeOf(text).replace(/"hash":"[^"]+"/, '')
    expect(keyless(one!)).toBe(keyless(two!))
  })
})
