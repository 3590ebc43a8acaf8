import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  archiveBytes,
  ballotOf,
  boxOf,
  endVote,
  frozenVote,
  type Held,
  soundArchive,
} from '../../../testing/boxes.ts'
import { newWorld, type Person, refusalOf, type World } from '../../../testing/world.ts'
import { firstLink, nextLink } from './chain.ts'
import type { BoothId, BoothKit } from './contract.ts'
import { tabletHeader } from './words.ts'

let world: World
let ana: Person
let held: Held
let table: string

type Tablet = { token: string; kit: BoothKit }

const newTablet = async (): Promise<Tablet> => {
  const boothId = randomUUID() as BoothId
  const { token } = await ana.api.booth.addBooth({ id: held.id, boothId, tableId: table as never })
  return { token, kit: await world.client({}).booth.kit({ token }) }
}
const ballot = (at: number, choice = 0) => ballotOf(held.election, held.tableCodes[0]![at]!, choice).text
const chainOf = ({ kit }: Tablet, ballots: readonly string[]) => ({
  head: ballots.reduce(nextLink, firstLink(kit.uuid, kit.boothId)),
  ballots: [...ballots],
})
const deliver = (tablet: Tablet, ballots: readonly string[]) =>
  world.client({ [tabletHeader]: tablet.token }).booth.deliver(chainOf(tablet, ballots))
const copy = (tablet: Tablet, ballots: readonly string[]) =>
  ana.api.booth.deliverCopy({ id: held.id, boothId: tablet.kit.boothId, ...chainOf(tablet, ballots) })
const known = async ({ kit }: Tablet) => {
  const [box] = await ana.api.boxes.boxes({ voteId: held.voteId })
  return box!.booths.find(({ id }) => id === kit.boothId)!
}
/** Which ballot counts for each slip: the last one in the archive. */
const counting = async () => {
  const { verified } = await soundArchive(await archiveBytes(world, held.uuid))
  return [...verified.latest.values()].map((receipt) => JSON.stringify(receipt)).toSorted()
}

beforeAll(async () => {
  world = await newWorld()
  ana = await world.join(await world.organization('Sindicato Alba'), 'Ana', 'owner')
  const vote = await frozenVote(world, ana, { remote: 0, tables: [12] })
  table = vote.tables[0]!
  held = await boxOf(world, ana, vote, { remote: 0, tables: [12] })
  await ana.api.votes.open({ id: vote.voteId })
})
afterAll(async () => {
  await world.end()
  expect(world.faults).toEqual([])
})

describe('what a tablet delivered', () => {
  test('is not taken back: a later box that holds fewer ballots, or others, is refused', async () => {
    const tablet = await newTablet()
    const ballots = [ballot(0), ballot(1), ballot(2)]
    await deliver(tablet, ballots)
    const before = await known(tablet)
    expect(await refusalOf(deliver(tablet, ballots.slice(0, 2)))).toBe('booth.takes-back')
    expect(await refusalOf(deliver(tablet, [ballot(0), ballot(1), ballot(2), ballot(3)]))).toBe(
      'booth.takes-back',
    )
    expect(await refusalOf(copy(tablet, [ballots[1]!]))).toBe('booth.takes-back')
    expect(await refusalOf(deliver(tablet, []))).toBe('booth.empty')
    expect(await known(tablet)).toEqual(before)
    const more = ballot(3)
    expect(await deliver(tablet, [...ballots, more])).toMatchObject({ ballots: 4, appended: 1 })
    expect(await known(tablet)).toMatchObject({ ballots: 4 })
  })

  test('an empty box does not let the close go by: somebody of the commission confirms it, and what comes after is received', async () => {
    const tablet = await newTablet()
    expect(await refusalOf(deliver(tablet, []))).toBe('booth.empty')
    expect(await refusalOf(copy(tablet, []))).toBe('booth.empty')
    expect(await known(tablet)).toMatchObject({ ballots: null })
    const of = { id: held.id, boothId: tablet.kit.boothId }
    expect(await refusalOf(world.client({}).booth.confirmEmpty(of))).toBe('signed-out')
    const olga = await world.join(ana.orgId, 'Olga', 'organizer')
    expect(await refusalOf(olga.api.booth.confirmEmpty(of))).toBe('not-allowed')
    await ana.api.booth.confirmEmpty(of)
    expect(await known(tablet)).toMatchObject({ ballots: 0 })
    expect(await refusalOf(ana.api.booth.confirmEmpty(of))).toBe('booth.not-waiting')
    expect(await deliver(tablet, [ballot(4)])).toMatchObject({ ballots: 1, appended: 1 })
    expect(await known(tablet)).toMatchObject({ ballots: 1 })
  })
})

describe('a tablet declared lost', () => {
  test('delivers nothing by itself, and its copy does not take the place of what the same slip cast afterwards', async () => {
    const lost = await newTablet()
    const second = await newTablet()
    const [early, other] = [ballot(5, 0), ballot(6, 0)]
    await ana.api.booth.loseBooth({ id: held.id, boothId: lost.kit.boothId, because: 'La robaron' })
    await deliver(second, [ballot(5, 1)])
    const before = await counting()
    expect(await refusalOf(deliver(lost, [early, other]))).toBe('booth.lost')
    expect(await refusalOf(world.client({}).booth.kit({ token: lost.token }))).toBe('booth.lost')
    expect(await copy(lost, [early, other])).toMatchObject({ ballots: 2, appended: 1 })
    expect(await counting()).toEqual(expect.arrayContaining(before))
    expect(await copy(lost, [early, other])).toMatchObject({ appended: 0 })
  })
})

describe('the server', () => {
  const endless = () => {
    let read = 0
    const body = new ReadableStream<Uint8Array>(
      {
        pull: (controller) => {
          read += 1
          controller.enqueue(new Uint8Array(256 * 1024))
        },
      },
      { highWaterMark: 0 },
    )
    return { body, pieces: () => read }
  }
  const put = (path: string, method: string, body: BodyInit, headers: Record<string, string>) =>
    world.app.request(path, {
      method,
      body,
      headers: { 'content-type': 'application/json', ...headers },
      duplex: 'half',
    } as RequestInit)

  test('reads nothing large of somebody it does not know', async () => {
    const tablet = endless()
    const unknown = { [tabletHeader]: 'x'.repeat(43) }
    expect((await put('/api/booth/box', 'POST', tablet.body, unknown)).status).toBe(404)
    expect((await put('/api/booth/box', 'POST', tablet.body, {})).status).toBe(404)
    expect(tablet.pieces()).toBe(0)
    const desk = endless()
    expect((await put(`/api/boxes/${held.id}/credentials`, 'PUT', desk.body, {})).status).toBe(401)
    expect(desk.pieces()).toBe(0)
  })

  test('reads a few large bodies at a time, and those who come meanwhile are told to come back', async () => {
    const { token } = await newTablet()
    const ends: (() => void)[] = []
    const slow = () =>
      new ReadableStream<Uint8Array>({
        start: (controller) => {
          ends.push(() => {
            controller.enqueue(new TextEncoder().encode('{}'))
            controller.close()
          })
        },
      })
    const send = (body: BodyInit) => put('/api/booth/box', 'POST', body, { [tabletHeader]: token })
    const answers = Array.from({ length: 6 }, () => send(slow()))
    let refused = 0
    for (const answer of answers) void Promise.resolve(answer).then(() => (refused += 1))
    await expect.poll(() => refused).toBe(2)
    for (const end of ends) end()
    const statuses = (await Promise.all(answers)).map(({ status }) => status).toSorted()
    expect(statuses).toEqual([422, 422, 422, 422, 503, 503])
    expect((await send('{}')).status).toBe(422)
  })
})

test('once the vote is closed no tablet is added, and those there are may still deliver', async () => {
  const tablet = await newTablet()
  await endVote(world, held.voteId)
  expect(await refusalOf(newTablet())).toBe('booth.too-late')
  expect(await deliver(tablet, [ballot(7)])).toMatchObject({ appended: 1 })
})
