import { createHash, randomUUID } from 'node:crypto'
import type { ChoiceId, QuestionId, TableId, VoteFileId, VoteId, VoterId } from '#modules/votes/schema.ts'
import { phoneOf } from './phone.ts'
import type { Person, World } from './world.ts'

/** Votes of a union, one at each point, and the ids that belong together. */
export type Votes = {
  prepared: VoteId
  called: VoteId
  frozen: VoteId
  open: VoteId
  closed: VoteId
  /** Of the prepared one. */
  questionId: QuestionId
  slateId: ChoiceId
  tableId: TableId
  voterId: VoterId
  objectionId: string
  fileId: VoteFileId
}

const hour = 3600_000
const id = <Id>() => randomUUID() as Id

/** Holds a vote up to each point of its life, the last with the agreed count of two; every text begins with `mark`. */
export const holdVotes = async (
  world: World,
  owner: Person,
  counters: readonly Person[],
  mark: string,
): Promise<Votes> => {
  const prepared = await prepare(world, owner, mark)
  const upTo: VoteId[] = []
  for (const steps of [1, 2, 3, 4]) upTo.push(await bring(world, owner, counters, mark, steps))
  const [called, frozen, open, closed] = upTo as [VoteId, VoteId, VoteId, VoteId]
  return { ...prepared, called, frozen, open, closed }
}

const begin = async (world: World, { api }: Person, mark: string, title: string) => {
  const now = world.deployment.clock().getTime()
  const made = { voteId: id<VoteId>(), questionId: id<QuestionId>(), slateId: id<ChoiceId>() }
  const [tableId, voterId] = [id<TableId>(), id<VoterId>()]
  const { voteId, questionId, slateId } = made
  await api.votes.keep({
    id: voteId,
    kind: 'leadership_election',
    title: `${mark} ${title}`,
    questions: [{ id: questionId, kind: 'slates', text: `${mark} secretaría`, choices: [] }],
    modes: ['paper'],
    opensAt: new Date(now - 3 * hour).toISOString(),
    closesAt: new Date(now - hour).toISOString(),
    place: `${mark} salón`,
    municipality: `${mark} Silao`,
    stateCode: '11',
    sector: 'auto_parts',
    rounding: 'nearest',
  })
  await api.votes.keepTable({ voteId, id: tableId, number: 1, place: `${mark} entrada` })
  const candidate = { id: randomUUID(), post: 'Secretaría', name: `${mark} Rosa`, sex: 'woman' as const }
  const slate = {
    name: `${mark} planilla`,
    color: '#7a1f2b',
    colorName: 'guinda',
    emblemFileId: null,
    position: 1,
  }
  await api.votes.keepSlate({
    ...{ voteId, id: slateId, questionId, ...slate },
    candidates: [{ ...candidate, alternate: false }],
  })
  const voter = { identifier: null, phone: null, section: `${mark} línea`, sex: 'woman' as const }
  const where = {
    mode: 'paper' as const,
    tableId,
    credentialBy: 'hand' as const,
    category: 'entitled' as const,
  }
  await api.votes.importRoll({
    id: voteId,
    voters: [{ id: voterId, name: `${mark} Ema`, ...voter, ...where }],
  })
  return { ...made, tableId, voterId }
}

const prepare = async (world: World, owner: Person, mark: string) => {
  const { votes } = owner.api
  const { voteId, ...made } = await begin(world, owner, mark, 'en preparación')
  const [objectionId, fileId] = [randomUUID(), id<VoteFileId>()]
  const objection = {
    voterId: null,
    kind: 'missing' as const,
    says: `${mark} falta`,
    receivedOn: '2026-11-01',
  }
  await votes.object({ voteId, id: objectionId as never, ...objection })
  const officer = { role: 'commission' as const, tableId: null, name: `${mark} Olga`, forWhom: '' }
  await votes.keepOfficer({ voteId, id: randomUUID() as never, ...officer })
  const content = Buffer.from(`${mark} texto`)
  const digest = createHash('sha256').update(content).digest('hex')
  const part = { digest, mediaType: 'application/pdf' as const, parts: 1, part: 0 }
  await votes.keepFilePart({ voteId, fileId, ...part, content: content.toString('base64') })
  return { prepared: voteId, ...made, objectionId, fileId }
}

/** 1: called; 2: frozen; 3: open; 4: closed and counted. */
const bring = async (
  world: World,
  owner: Person,
  counters: readonly Person[],
  mark: string,
  steps: number,
) => {
  const { votes } = owner.api
  const { voteId, questionId, slateId, tableId } = await begin(world, owner, mark, `paso ${steps}`)
  const of = { id: voteId }
  await votes.call({ ...of, on: '2026-11-01' })
  await votes.publishRoll({ ...of, on: '2026-11-02' })
  if (steps > 1) await votes.freeze(of)
  if (steps > 2) await votes.open(of)
  if (steps > 3) {
    await votes.close(of)
    const [first] = counters
    const shown = { kind: 'shown_empty', seals: [], ballots: null, custodian: null, note: null }
    const table = phoneOf(world, first!)
    const event = { voteId, tableId, ...shown, fileId: null, digest: null }
    await table.deliver([table.write('urn.note', event)])
    const tally = { questionId, votes: [{ choiceId: slateId, votes: 1 }], blank: 0, nulled: 0 }
    const count = { voteId, tableId, signed: 1, received: 2, unused: 1, ballots: 1, tallies: [tally] }
    for (const counter of counters) {
      const phone = phoneOf(world, counter)
      await phone.deliver([phone.write('urn.count', count)])
    }
  }
  return voteId
}
