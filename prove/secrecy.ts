// Who can join a voter to a ballot with everything the server wrote: every table as the owner of the database, every file of
// the database, its backup opened with the key, a logical dump, the write-ahead log, the server's own log. VOTERS asks for fewer than 1,000.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { claim } from '../scripts/claim.ts'
import { backUp, fileStream } from '../src/platform/upkeep/backup.ts'
import { opened } from '../src/platform/upkeep/seal.ts'
import { ballotOf, boxOf, frozenVote } from '../src/testing/boxes.ts'
import {
  attackCopy,
  attackLog,
  attackTables,
  dumped,
  type Guess,
  mostByChance,
  rightIn,
} from '../src/testing/secrecy.ts'
import { openHouse } from './votes/house.ts'
import { shuffled } from './votes/shuffled.ts'

const VOTERS = Number(process.env.VOTERS ?? 1000)

export const run = async () => {
  const house = await openHouse(3219)
  try {
    const ana = await house.join('Ana', 'owner')
    // Some voters are also members who are signed in on the phone they vote with.
    const members = []
    for (let at = 0; at < Math.min(8, VOTERS); at++) members.push(await house.join(`Socia ${at}`, 'viewer'))
    const asked = { remote: VOTERS }
    const vote = await frozenVote(house, ana, asked)
    const held = await boxOf(house, ana, vote, asked)
    await house.owner.query(`update votes set state = 'open', opened_at = now() where id = $1`, [vote.voteId])
    const { rows } = await house.owner.query<{ id: string }>(
      'select id::text from vote_roll where vote_id = $1 order by number',
      [vote.voteId],
    )
    const slips = shuffled(held.codes)
    const truth = new Map<string, string>()
    const sessionless = house.client({})
    const traces = async () => {
      const { rows: found } = await house.owner.query(
        `select (select count(*) from access_log) as lines, (select string_agg(seen_at::text, ' ' order by token_hash) from sessions) as seen`,
      )
      return JSON.stringify(found)
    }
    const before = await traces()
    for (const at of shuffled(rows.map((_, place) => place))) {
      const { text, tracker } = ballotOf(held.election, slips[at]!, at % 2)
      const api = members[at] ? house.client(members[at].headers) : sessionless
      await api.remote.cast({ uuid: held.uuid, text })
      truth.set(rows[at]!.id, Buffer.from(tracker, 'base64').toString('hex'))
    }
    const untouched = (await traces()) === before
    claim(
      'secrecy, sessions and access log after voting',
      untouched ? 'as before' : 'changed',
      'as before',
      untouched,
    )
    await attack(house, vote.voteId, held, truth)
  } finally {
    await house.end()
  }
}

type House = Awaited<ReturnType<typeof openHouse>>
type Held = Awaited<ReturnType<typeof boxOf>>

const attack = async (house: House, vote: string, held: Held, truth: Guess) => {
  const files = filesUnder(house.cluster.folder)
  const wal = Buffer.concat(files.filter((file) => file.includes('pg_wal')).map((file) => readFileSync(file)))
  const copies = { backup: await ownBackup(house), dump: await dumped(house.owner) }
  const methods = [
    ...Object.entries(copies).flatMap(([what, text]) =>
      attackCopy(what, text, [...truth.keys()], [...truth.values()]),
    ),
    ...(await attackTables(house.owner, vote, held.id)),
    ...attackLog(wal, [...truth.keys()], [...truth.values()]),
  ]
  const scores = methods.map(({ name, guess }) => ({ name, right: rightIn(guess, truth) }))
  const best = scores.toSorted((a, b) => b.right - a.right)[0]!
  const most = mostByChance(methods.length)
  console.log(
    `  ${methods.length} ways tried on ${truth.size} voters; the best, “${best.name}”, finds ${best.right}`,
  )
  claim(
    'secrecy, voters joined to their ballot',
    String(best.right),
    `at most ${most}, as by chance`,
    best.right <= most,
  )

  const careless = await carelessTruth(house, vote, held)
  const caught = Math.max(...methods.map(({ guess }) => rightIn(guess, careless)))
  claim(
    'secrecy, the same ways where slips followed the roll',
    `${caught} of ${truth.size}`,
    'all',
    caught === truth.size,
  )

  const secrets = [...held.codes, ...held.custodians.map(({ code }) => code.split(' ')[0]!)]
  const found = needlesIn(files, secrets, [house.log.join(''), ...Object.values(copies)].join('\n'))
  const control = needlesIn([], secrets, `x${secrets[0]}y`)
  claim(
    'secrecy, codes of voters and trustees in the files of the database, its log, its backup and its dump',
    `${found} of ${secrets.length}, and ${control} of 1 put there to be found`,
    '0, and 1 of 1',
    found === 0 && control === 1,
  )
}

/** The backup that the server makes every night, opened with its key. */
const ownBackup = async (house: House): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'asamblea-secrecy-'))
  try {
    const file = join(folder, 'backup.age')
    await backUp(house.owner, house.master, file)
    let text = ''
    for await (const line of opened(fileStream(file), { master: house.master })) text += line
    return text
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The world in which a careless commission hands the slips out in the order of the public list. */
const carelessTruth = async (house: House, vote: string, held: Held): Promise<Guess> => {
  const { rows } = await house.owner.query<{ id: string; hash: string }>(
    `with voters as (select id, row_number() over (order by number) as n from vote_roll where vote_id = $1),
       slips as (select encode(a.ballot_hash, 'hex') as hash, row_number() over (order by c.public_text) as n
         from vote_credentials c join vote_archive a on a.box_id = c.box_id and a.credential_hash = c.hash where c.box_id = $2)
     select voters.id::text, slips.hash from voters join slips using (n)`,
    [vote, held.id],
  )
  return new Map(rows.map(({ id, hash }) => [id, hash]))
}

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile())

/** How many of these codes stand in the files or the text, with their dashes or without: each file is read once. */
const needlesIn = (files: readonly string[], codes: readonly string[], text = ''): number => {
  const bare = new Set(codes.map((code) => code.replaceAll('-', '')))
  const found = new Set<string>()
  const look = (content: string) => {
    for (const [run] of content.matchAll(/[1-9A-HJ-NP-Za-km-z-]{22,}/g)) {
      const letters = run.replaceAll('-', '')
      for (let at = 0; at + 22 <= letters.length; at++) {
        const window = letters.slice(at, at + 22)
        if (bare.has(window)) found.add(window)
      }
    }
  }
  look(text)
  for (const file of files) look(readFileSync(file, 'latin1'))
  return found.size
}
