import { randomUUID } from 'node:crypto'
import type { CredentialCode } from '@asamblea/ballots/credential'
import { type Election, readElection } from '@asamblea/ballots/election'
import { nodeGroups } from '@asamblea/ballots/node'
import { issueCredentials } from '@asamblea/ballots/registrar'
import type { Result } from '@asamblea/ballots/result'
import { verifyArchive } from '@asamblea/ballots/verify'
import { castBallot, prepareBallot } from '@asamblea/ballots/voter'
import type { BoxId, ElectionUuid } from '../modules/votes/archive/schema.ts'
import type { VoteId } from '../modules/votes/schema.ts'
import {
  beginCustody,
  concludeCustody,
  dealShares,
  decryptPart,
} from '../modules/votes/trustees/custodian.ts'
import type { Client, Person, World } from './world.ts'

const groups = await nodeGroups()

export const taken = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`)
  return result.value
}

/** How many vote from anywhere, and at the booth of each table. */
export type Asked = { remote: number; tables?: number[]; paper?: number; state?: string; choices?: string[] }

/** A vote with a frozen roll, as the election commission leaves it before the electronic box is set up. */
export const frozenVote = async (
  { owner }: Pick<World, 'owner'>,
  { orgId, membershipId }: Pick<Person, 'orgId' | 'membershipId'>,
  {
    remote,
    tables = [],
    paper = 0,
    state = 'frozen',
    choices = ['Planilla Guinda', 'Planilla Verde'],
  }: Asked,
): Promise<{ voteId: VoteId; tables: string[] }> => {
  const voteId = randomUUID() as VoteId
  const question = {
    id: randomUUID(),
    kind: 'slates',
    text: '¿Quién debe formar el comité?',
    choices: choices.map((text) => ({ id: randomUUID(), text })),
  }
  const booth = tables.reduce((sum, voters) => sum + voters, 0)
  const covered = remote + booth + paper
  const totals = { covered, paper, booth, remote, women: 0, men: 0, otherOrUnknown: covered }
  const opened = state === 'open' ? 'now()' : 'null'
  await owner.query(
    `insert into votes (org_id, id, kind, state, title, questions, modes, opens_at, closes_at, place, municipality, state_code, sector,
       roll_hash, roll_totals, called_on, frozen_at, opened_at, created_by)
     values ($1, $2, 'leadership_election', $3, 'Comité ejecutivo 2026', $4, '{paper,booth,remote}', now() - interval '1 hour',
       now() + interval '8 hours', 'Local', 'Silao', '11', 'auto_parts', 'aa', $6, '2026-01-01', now(), ${opened}, $5)`,
    [orgId, voteId, state, JSON.stringify([question]), membershipId, JSON.stringify(totals)],
  )
  const ids = tables.map(() => randomUUID())
  for (const [at, id] of ids.entries())
    await owner.query(
      'insert into vote_tables (org_id, id, vote_id, number, place) values ($1, $2, $3, $4, $5)',
      [orgId, id, voteId, at + 1, `Nave ${at + 1}`],
    )
  const lots: [string, string | null, number][] = [
    ['remote', null, remote],
    ['paper', null, paper],
    ...tables.map((voters, at): [string, string | null, number] => ['booth', ids[at]!, voters]),
  ]
  for (const [mode, table, voters] of lots)
    await owner.query(
      `insert into vote_roll (org_id, id, vote_id, number, name, name_blind, mode, table_id, frozen)
       select $1, gen_random_uuid(), $2, n, '\\x00', sha256(n::text::bytea), $3, $4::uuid, true from generate_series(1, $5::int) n`,
      [orgId, voteId, mode, table, voters],
    )
  return { voteId, tables: ids }
}

export type Custodian = { token: string; number: number; code: string }

/** Each trustee's device takes its three steps, one after another, as their pages do. */
export const holdCeremony = async (
  api: Client,
  links: readonly { token: string; number: number }[],
  threshold: number,
): Promise<Custodian[]> => {
  const size = links.length
  const custodians: Custodian[] = []
  for (const { token, number } of links) {
    const { printed, certificate } = taken(beginCustody(groups, { threshold, size, number }))
    await api.custody.enroll({ token, message: certificate })
    custodians.push({ token, number, code: printed })
  }
  for (const custodian of custodians) {
    const message = taken(dealShares(groups, custodian.code, await placeOf(api, custodian)))
    await api.custody.deal({ token: custodian.token, message })
  }
  for (const custodian of custodians) {
    const message = taken(concludeCustody(groups, custodian.code, await placeOf(api, custodian)))
    await api.custody.conclude({ token: custodian.token, message })
  }
  return custodians
}

const placeOf = async (api: Client, { token }: Pick<Custodian, 'token'>) => {
  const custody = await api.custody.custody({ token })
  return { ...custody, size: custody.trustees.length }
}

export type Held = {
  id: BoxId
  voteId: VoteId
  uuid: ElectionUuid
  election: Election
  /** Codes of those who vote from anywhere, and of each table. */
  codes: CredentialCode[]
  tableCodes: CredentialCode[][]
  custodians: Custodian[]
}

/** A box whose keys and credentials are made and whose archive has begun. */
export const boxOf = async (
  world: Pick<World, 'client'>,
  lead: Pick<Person, 'api'>,
  { voteId, tables }: { voteId: VoteId; tables: string[] },
  { remote, tables: voters = [] }: Asked,
  rehearsal = false,
): Promise<Held> => {
  const id = randomUUID() as BoxId
  const made = await lead.api.boxes.create({
    voteId,
    id,
    rehearsal,
    threshold: 2,
    trustees: ['Lupita', 'Chuy', 'Meche'],
  })
  const custodians = await holdCeremony(world.client({}), made.links, 2)
  const lots = [
    ...(remote > 0 ? [{ tableId: null, count: remote }] : []),
    ...voters.map((count, at) => ({ tableId: tables[at]!, count })),
  ]
  const issued = lots.map(({ tableId, count }) => ({
    tableId,
    ...taken(issueCredentials(groups['BELENIOS-2048'], made.uuid, count)),
  }))
  await lead.api.boxes.keepCredentials({
    id,
    lots: issued.map(({ tableId, publicList }) => ({ tableId: tableId as never, list: publicList })),
  })
  await lead.api.boxes.setUp({ id })
  const standing = await world.client({}).archive.standing({ uuid: made.uuid })
  return {
    id,
    voteId,
    uuid: made.uuid,
    election: taken(readElection(standing.election, groups)),
    codes: [...(issued.find(({ tableId }) => tableId === null)?.codes ?? [])],
    tableCodes: tables.map((table) => [...(issued.find(({ tableId }) => tableId === table)?.codes ?? [])]),
    custodians,
  }
}

/** A sealed ballot as a voter's page makes it. */
export const ballotOf = (election: Election, code: CredentialCode, choice: number | 'blank') =>
  taken(castBallot(taken(prepareBallot(election, code, [choice === 'blank' ? 'blank' : [choice]]))))

export const archiveBytes = async ({ app }: Pick<World, 'app'>, uuid: string): Promise<Uint8Array> => {
  const response = await app.request(`/api/archives/${uuid}/file`)
  if (response.status !== 200) throw new Error(`no archive: ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}

export const soundArchive = async (bytes: Uint8Array) => {
  const verdict = await verifyArchive([bytes], { groups })
  if (verdict.outcome !== 'sound') throw new Error(`not sound: ${JSON.stringify(verdict.refusal)}`)
  return verdict
}

/** Ends the hours of a vote that was opened, or was only frozen, as if its day had passed; its box may be closed from then on. */
export const endVote = ({ owner }: Pick<World, 'owner'>, voteId: VoteId) =>
  owner.query(
    `update votes set state = 'closed', opened_at = coalesce(opened_at, now()), closed_at = now(), closes_at = now() where id = $1`,
    [voteId],
  )

/** Waits until the closed ballots are verified and added up. */
export const counted = async (lead: Pick<Person, 'api'>, id: BoxId): Promise<void> => {
  for (;;) {
    const { phase, unsound } = await lead.api.boxes.count({ id })
    if (unsound) throw new Error(`the archive is not sound: ${unsound}`)
    if (phase !== 'closed') return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** One trustee opens their part, having verified the archive on their own device. */
export const decryptAs = async (world: World, uuid: string, custodian: Custodian) => {
  const api = world.client({})
  const { verified } = await soundArchive(await archiveBytes(world, uuid))
  const place = await placeOf(api, custodian)
  const text = taken(decryptPart(groups, custodian.code, place, verified))
  return api.custody.decrypt({ token: custodian.token, text })
}
