// The box under kills, under a crowd and at full size, with the application in its own process on a database that waits for
// the disk. KILLS, DATABASE_KILLS and VOTERS in the environment ask for fewer; PART runs one part alone: kills, database,
// crowd or election.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { verifyFile } from '@asamblea/ballots/node'
import { claim } from '../scripts/claim.ts'
import {
  archiveBytes,
  ballotOf,
  boxOf,
  counted,
  decryptAs,
  endVote,
  frozenVote,
  soundArchive,
} from '../src/testing/boxes.ts'
import type { World } from '../src/testing/world.ts'
import { type House, openHouse } from './votes/house.ts'

const KILLS = Number(process.env.KILLS ?? 200)
const DATABASE_KILLS = Number(process.env.DATABASE_KILLS ?? 25)
const VOTERS = Number(process.env.VOTERS ?? 5000)
const PART = process.env.PART
const mostEach = 45

export const run = async () => {
  if (!PART || PART === 'kills') await kills('the server', KILLS, 3221, killServer)
  if (!PART || PART === 'database') await kills('PostgreSQL', DATABASE_KILLS, 3224, killDatabase)
  if (!PART || PART === 'crowd') await crowd()
  if (!PART || PART === 'election') await election()
}

const opened = async (house: House, voters: number) => {
  const ana = await house.join('Ana', 'owner')
  const vote = await frozenVote(house, ana, { remote: voters })
  const held = await boxOf(house, ana, vote, { remote: voters })
  await house.owner.query(`update votes set state = 'open', opened_at = now() where id = $1`, [vote.voteId])
  return { ana, held }
}

const open = async (
  house: House,
  held: Awaited<ReturnType<typeof opened>>['held'],
  lead: Parameters<typeof counted>[0],
) => {
  await endVote(house, held.voteId)
  await lead.api.boxes.close({ id: held.id })
  await counted(lead, held.id)
  for (const custodian of held.custodians.slice(1))
    await decryptAs(house as unknown as World, held.uuid, custodian)
  return (await house.client({}).archive.standing({ uuid: held.uuid })).counts![0]!
}

type Cast = { tracker: string; choice: number; acknowledged: boolean }

const killServer = async (house: House) => {
  await house.kill()
  await house.start()
}

/** The database dies with all its connections, and the server, which lives on, finds it again once it has recovered. */
const killDatabase = async (house: House) => {
  const [pid] = readFileSync(join(house.cluster.place.data, 'postmaster.pid'), 'utf8').split('\n')
  process.kill(Number(pid), 'SIGKILL')
  for (;;) {
    await wait(100)
    const answers = await house.owner.query('select').then(
      () => true,
      () => false,
    )
    if (answers) return
  }
}

const kills = async (
  what: string,
  times: number,
  port: number,
  killOnce: (house: House) => Promise<void>,
) => {
  const house = await openHouse(port)
  try {
    const voters = Math.max(24, Math.ceil(times / 4))
    const { held } = await opened(house, voters)
    const history: Cast[][] = held.codes.map(() => [])
    let done = false
    let killed = 0
    // A voter may send so many; they are spread over the kills, some voters at each, so that every kill falls on somebody.
    const share = (at: number) => Math.ceil((mostEach * (killed + 1)) / times + at / voters)
    const voter = async (at: number) => {
      while (!done && history[at]!.length < mostEach) {
        if (history[at]!.length >= share(at)) {
          await wait(20)
          continue
        }
        const choice = history[at]!.length % 2
        const { text, tracker } = ballotOf(held.election, held.codes[at]!, choice)
        const cast: Cast = { tracker, choice, acknowledged: false }
        history[at]!.push(cast)
        // As the page does: the same ballot again until somebody says that it was received.
        while (!cast.acknowledged) {
          try {
            await house.client({}).remote.cast({ uuid: held.uuid, text })
            cast.acknowledged = true
          } catch {
            if (done) return
            await wait(20)
          }
        }
        await wait(Math.random() * 400)
      }
    }
    const received = () => history.flat().filter(({ acknowledged }) => acknowledged).length
    const voting = held.codes.map((_, at) => voter(at))
    for (; killed < times; killed++) {
      // However slow the machine, something is received in each life of it; then the kill falls on others half way.
      const before = received()
      for (let waited = 0; received() === before && waited < 30_000; waited += 20) await wait(20)
      await wait(Math.random() * 800)
      await killOnce(house)
      if ((killed + 1) % 20 === 0) console.log(`  ${killed + 1} kills, ${history.flat().length} ballots`)
    }
    await wait(500)
    done = true
    await Promise.all(voting)
    const { verified } = await soundArchive(await archiveBytes(house, held.uuid))
    const inBox = verified.receipts.map(({ tracker }) => tracker)
    const made = new Map(history.flat().map((cast) => [cast.tracker, cast]))
    const acknowledged = history.flat().filter((cast) => cast.acknowledged)
    const lost = acknowledged.filter(({ tracker }) => !inBox.includes(tracker)).length
    const twice = inBox.length - new Set(inBox).size
    const strangers = inBox.filter((tracker) => !made.has(tracker)).length
    const said = `${lost} lost, ${twice} twice, ${strangers} of nobody, of ${acknowledged.length} acknowledged`
    claim(
      `voting, ${times} kills of ${what}`,
      said,
      '0 lost, 0 twice, 0 of nobody',
      lost + twice + strangers === 0,
    )
    const expected = [0, 0, 0]
    const last = new Map(verified.receipts.map(({ credential, tracker }) => [credential, tracker]))
    for (const tracker of last.values()) expected[made.get(tracker)!.choice + 1]! += 1
    // Whoever opens it has just come in: the one who began may have to confirm who she is after so long.
    const counts = await open(house, held, await house.join('Berta', 'owner'))
    claim(
      `voting, result after the kills of ${what}`,
      counts.join(' '),
      expected.join(' '),
      counts.join() === expected.join(),
    )
  } finally {
    await house.end()
  }
}

const crowd = async () => {
  const house = await openHouse(3222)
  try {
    const { ana, held } = await opened(house, 200)
    const ballots = held.codes.flatMap((code, at) =>
      [0, 1].map((choice) => ballotOf(held.election, code, (at + choice) % 2)),
    )
    const api = house.client({})
    const receipts = await Promise.all(ballots.map(({ text }) => api.remote.cast({ uuid: held.uuid, text })))
    const { report } = await soundArchive(await archiveBytes(house, held.uuid))
    const counts = await open(house, held, ana)
    const total = counts.reduce((sum, votes) => sum + votes, 0)
    const said = `${receipts.length} received, ${report.counted} count, ${total} in the result`
    claim(
      'voting, 200 at once, twice each',
      said,
      '400 received, 200 count, 200 in the result',
      report.counted === 200 && total === 200 && report.ballots === 400,
    )
  } finally {
    await house.end()
  }
}

const election = async () => {
  const house = await openHouse(3223)
  const folder = mkdtempSync(join(tmpdir(), 'asamblea-election-'))
  try {
    const { ana, held } = await opened(house, VOTERS)
    const api = house.client({})
    const expected = [0, 0, 0]
    for (let from = 0; from < VOTERS; from += 40)
      await Promise.all(
        held.codes.slice(from, from + 40).map((code, offset) => {
          const slot = ((from + offset) * 7919) % 3
          expected[slot]! += 1
          const { text } = ballotOf(held.election, code, slot === 0 ? 'blank' : slot - 1)
          return api.remote.cast({ uuid: held.uuid, text })
        }),
      )
    const counts = await open(house, held, ana)
    claim(
      `voting, result of ${VOTERS} voters`,
      counts.join(' '),
      expected.join(' '),
      counts.join() === expected.join(),
    )
    const file = join(folder, `${held.uuid}.bel`)
    writeFileSync(file, await archiveBytes(house, held.uuid))
    const verdict = await verifyFile(file)
    claim('voting, our verifier on its archive', verdict.outcome, 'sound', verdict.outcome === 'sound')
    const version = execFileSync('belenios-tool', ['--version'], { encoding: 'utf8' }).trim()
    const said = execFileSync('belenios-tool', ['election', 'verify'], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const passed = version.startsWith('2.0') && !/fail|error/i.test(said)
    claim(`voting, belenios-tool ${version} on its archive`, passed ? 'accepted' : said, 'accepted', passed)
  } finally {
    rmSync(folder, { recursive: true, force: true })
    await house.end()
  }
}
