// Ballots received by one process, and an election counted and opened, each beside its limit in the same run; and a voter's
// tap in Chromium slowed six times. BALLOTS and VOTERS in the environment change the sizes.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nodeGroups, verifyFile } from '@asamblea/ballots/node'
import { openHouse } from '../prove/votes/house.ts'
import { claim } from '../scripts/claim.ts'
import { admit } from '../src/modules/votes/remote/admission.ts'
import { decryptPart } from '../src/modules/votes/trustees/custodian.ts'
import { archiveBytes, ballotOf, boxOf, counted, endVote, frozenVote, taken } from '../src/testing/boxes.ts'
import { tapToTracker } from './votes/tap.ts'

const BALLOTS = Number(process.env.BALLOTS ?? 1000)
const VOTERS = Number(process.env.VOTERS ?? 5000)
const PART = process.env.PART

export const run = async () => {
  const house = await openHouse(3231)
  try {
    const ana = await house.join('Ana', 'owner')
    if (!PART || PART === 'count') await received(house, ana)
    if (!PART || PART === 'tap') await tapped(house, ana)
  } finally {
    await house.end()
  }
}

type House = Awaited<ReturnType<typeof openHouse>>
type Lead = Awaited<ReturnType<House['join']>>

const boxWith = async (house: House, lead: Lead, voters: number) => {
  const vote = await frozenVote(house, lead, { remote: voters })
  const held = await boxOf(house, lead, vote, { remote: voters })
  await house.owner.query(`update votes set state = 'open', opened_at = now() where id = $1`, [vote.voteId])
  return held
}

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

/** Runs jobs, so many at a time, and tells how long each took in milliseconds. */
const inFlight = async (jobs: readonly (() => Promise<unknown>)[], width: number): Promise<number[]> => {
  const times: number[] = []
  const waiting = jobs.values()
  const worker = async () => {
    for (const job of waiting) times.push((await seconds(job)) * 1000)
  }
  await Promise.all(Array.from({ length: width }, worker))
  return times.sort((a, b) => a - b)
}

const received = async (house: House, ana: Lead) => {
  const held = await boxWith(house, ana, VOTERS)
  const texts = held.codes.map((code, at) => ballotOf(held.election, code, at % 2).text)
  const api = house.client({})
  const cast = (text: string) => () => api.remote.cast({ uuid: held.uuid, text })
  const sample = texts.slice(0, Math.min(BALLOTS, VOTERS))
  const warm = texts.slice(sample.length, sample.length + 40)
  await inFlight(warm.map(cast), 16)
  await inFlight(
    warm.map((text) => () => admit(held.election.text, text)),
    16,
  )
  const alone = await seconds(() =>
    inFlight(
      sample.map((text) => () => admit(held.election.text, text)),
      16,
    ),
  )
  let times: number[] = []
  const whole = await seconds(async () => {
    times = await inFlight(sample.map(cast), 16)
  })
  const rate = sample.length / whole
  const limit = sample.length / alone
  const p95 = times[Math.floor(times.length * 0.95)]!
  console.log(
    `  verifying alone ${limit.toFixed(0)} ballots a second, received ${rate.toFixed(0)}, p95 ${p95.toFixed(0)} ms with 16 waiting`,
  )
  claim(
    'votes, ballots received beside verifying alone',
    `${(rate / limit).toFixed(2)} of it`,
    'at least 0.5',
    rate / limit >= 0.5,
  )
  await inFlight(texts.slice(sample.length + 40).map(cast), 16)

  const server = house.cpuSeconds()
  const own = process.cpuUsage()
  const closing = await seconds(async () => {
    await endVote(house, held.voteId)
    await ana.api.boxes.close({ id: held.id })
    await counted(ana, held.id)
  })
  const folder = mkdtempSync(join(tmpdir(), 'asamblea-bench-'))
  const file = join(folder, `${held.uuid}.bel`)
  const [first, , third] = held.custodians
  writeFileSync(file, await archiveBytes(house, held.uuid))
  // A trustee on a machine like this one verifies the whole box before opening anything.
  const opening = await seconds(async () => {
    const verdict = await verifyFile(file)
    if (verdict.outcome !== 'sound') throw new Error(verdict.refusal.reason)
    for (const { token, code } of [first!, third!]) {
      const custody = await api.custody.custody({ token })
      const place = { ...custody, size: custody.trustees.length }
      const part = taken(decryptPart(await nodeGroups(), code, place, verdict.verified))
      await api.custody.decrypt({ token, text: part })
    }
  })
  writeFileSync(file, await archiveBytes(house, held.uuid))
  const verifying = await seconds(() => verifyFile(file))
  rmSync(folder, { recursive: true })
  const used =
    (house.cpuSeconds() - server + (process.cpuUsage(own).user + process.cpuUsage(own).system) / 1e6) / 2
  console.log(
    `  close and count ${closing.toFixed(1)} s, trustees ${opening.toFixed(1)} s, an observer ${verifying.toFixed(1)} s by the clock`,
  )
  // In processor time, because other work on the machine moves the clock and not this.
  claim(
    `votes, close, decrypt and verify ${VOTERS}`,
    `${used.toFixed(1)} s of two cores`,
    'under 60 s',
    used < 60,
  )
}

const tapped = async (house: House, ana: Lead) => {
  const held = await boxWith(house, ana, 12)
  const times = await tapToTracker(house.base, held.uuid, held.codes.slice(0, 5), 6)
  const worst = Math.max(...times)
  claim(
    'votes, from tap to tracker in Chromium slowed 6 times',
    `${(worst / 1000).toFixed(2)} s`,
    'under 3 s',
    worst < 3000,
  )
}
