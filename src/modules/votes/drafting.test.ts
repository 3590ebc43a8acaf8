import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { draftOf, id, question, slate, voter } from '../../testing/voting.ts'
import { newWorld, type Person, refusalOf, type World } from '../../testing/world.ts'
import type { FilePart, Question, QuestionId, VoteDraft, VoteFileId } from './schema.ts'

let world: World
let ana: Person
let carla: Person
let elsa: Person

const draft = (changes: Partial<VoteDraft> = {}) => draftOf(world.deployment.clock(), changes)
const bySlates = (): Question => ({ id: id<QuestionId>(), kind: 'slates', text: 'Comité', choices: [] })
const partOf = (text: string, mediaType: FilePart['mediaType']): FilePart => ({
  fileId: id<VoteFileId>(),
  digest: createHash('sha256').update(text).digest('hex'),
  mediaType,
  parts: 1,
  part: 0,
  content: Buffer.from(text).toString('base64'),
})

beforeAll(async () => {
  world = await newWorld()
  const alba = await world.organization('Sindicato Alba')
  ana = await world.join(alba, 'Ana', 'owner')
  carla = await world.join(alba, 'Carla', 'organizer', [await world.list(alba, 'Mesa')])
  elsa = await world.join(await world.organization('Sindicato Brisa'), 'Elsa', 'owner')
})
afterAll(async () => {
  await world.end()
  expect(world.faults).toEqual([])
})

describe('a draft', () => {
  test('is changed until it is called and never after, and not by another union', async () => {
    const one = draft()
    await ana.api.votes.keep(one)
    await elsa.api.votes.keep({ ...one, title: 'Suya' })
    expect(await ana.api.votes.get({ id: one.id })).toMatchObject({ title: one.title })
    await ana.api.votes.keep({ ...one, title: 'Contrato de 2027', place: 'Auditorio' })
    expect(await ana.api.votes.get({ id: one.id })).toMatchObject({
      title: 'Contrato de 2027',
      place: 'Auditorio',
    })
    await ana.api.votes.call({ id: one.id, on: '2026-11-20' })
    expect(await refusalOf(ana.api.votes.keep({ ...one, title: 'Otra cosa' }))).toBe('votes.not-now')
  })

  test('that no longer asks by slates keeps no slate of what it asked', async () => {
    const asked = bySlates()
    const one = draft({ kind: 'leadership_election', questions: [asked] })
    await ana.api.votes.keep(one)
    await ana.api.votes.keepSlate({ voteId: one.id, ...slate(asked.id, 1, 'Guinda') })
    await ana.api.votes.keep({ ...one, title: 'La misma pregunta' })
    expect(await ana.api.votes.slates({ id: one.id })).toHaveLength(1)
    await ana.api.votes.keep({ ...one, kind: 'first_contract', questions: [question] })
    expect(await ana.api.votes.slates({ id: one.id })).toEqual([])
  })
})

describe('the emblem of a slate', () => {
  const asked = bySlates()
  let vote: VoteDraft
  beforeAll(async () => {
    vote = draft({ kind: 'leadership_election', questions: [asked] })
    await ana.api.votes.keep(vote)
  })
  const withEmblem = (emblemFileId: VoteFileId) =>
    ana.api.votes.keepSlate({ voteId: vote.id, ...slate(asked.id, 1, 'Guinda'), emblemFileId })

  test('is not what never arrived, what is no picture, nor what is of another vote', async () => {
    expect(await refusalOf(withEmblem(id<VoteFileId>()))).toBe('missing')
    const text = partOf('un contrato', 'application/pdf')
    await ana.api.votes.keepFilePart({ voteId: vote.id, ...text })
    expect(await refusalOf(withEmblem(text.fileId))).toBe('votes.not-a-picture')
    const other = draft()
    await ana.api.votes.keep(other)
    const picture = partOf('emblema ajeno', 'image/png')
    await ana.api.votes.keepFilePart({ voteId: other.id, ...picture })
    expect(await refusalOf(withEmblem(picture.fileId))).toBe('missing')
  })

  test('stands with its slate once it is whole', async () => {
    const picture = partOf('emblema', 'image/png')
    await ana.api.votes.keepFilePart({ voteId: vote.id, ...picture })
    await withEmblem(picture.fileId)
    expect(await ana.api.votes.slates({ id: vote.id })).toMatchObject([{ emblemFileId: picture.fileId }])
  })
})

describe('a dry run of a roll', () => {
  test('is the leadership’s, tells who stands already by CURP or by name, and keeps nothing', async () => {
    const vote = draft()
    await ana.api.votes.keep(vote)
    const ema = voter('Ema Cruz', { identifier: 'CUXE800101MGTRXM09' })
    await ana.api.votes.importRoll({ id: vote.id, voters: [ema, voter('Luz Paz')] })
    const asked = [
      { name: 'Ema Cruz Rey', identifier: 'cuxe800101mgtrxm09' },
      { name: 'LUZ PAZ', identifier: null },
      { name: 'Ema Cruz', identifier: 'CUXE900202MGTRXM01' },
      { name: 'Noé Gil', identifier: null },
    ].map((one) => ({ ...one, id: randomUUID() as never }))
    const rehearse = (who: Person) => who.api.votes.rehearseRoll({ id: vote.id, voters: asked })
    expect(await refusalOf(rehearse(carla))).toBe('not-allowed')
    expect(await refusalOf(rehearse(elsa))).toBe('missing')
    const { standing } = await rehearse(ana)
    expect(
      standing.toSorted(
        (a, b) => asked.findIndex((x) => x.id === a.id) - asked.findIndex((x) => x.id === b.id),
      ),
    ).toEqual([
      { id: asked[0]!.id, by: 'identifier' },
      { id: asked[1]!.id, by: 'name' },
      { id: asked[2]!.id, by: 'name' },
    ])
    expect(await ana.api.votes.roll({ id: vote.id })).toHaveLength(2)
    await ana.api.votes.call({ id: vote.id, on: '2026-11-20' })
    await ana.api.votes.cancel({ id: vote.id, because: 'Se convoca de nuevo' })
    expect(await refusalOf(rehearse(ana))).toBe('votes.not-now')
  })
})
