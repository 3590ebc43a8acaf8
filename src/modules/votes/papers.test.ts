import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Document } from '#platform/documents/document.ts'
import { htmlOf } from '#platform/documents/html.ts'
import { pdfOf } from '#platform/documents/press.ts'
import { readPdf } from '../../testing/documents/pdf.ts'
import { phoneOf } from '../../testing/phone.ts'
import { newWorld, type Person, refusalOf, type World } from '../../testing/world.ts'
import { credentialSlips } from './documents/slips.ts'
import type { ChoiceId, Count, QuestionId, TableId, VoteId, VoterId } from './schema.ts'
import { insertElectronicTotals } from './store.urns.ts'
import { paperKinds } from './words.ts'

let world: World
let ana: Person
let carla: Person
let dora: Person
let vera: Person

const hour = 3600_000
const id = <Id>() => randomUUID() as Id
const voteId = id<VoteId>()
const general = id<QuestionId>()
const [red, blue] = [id<ChoiceId>(), id<ChoiceId>()]
const table = { id: id<TableId>(), number: 1, place: 'Entrada norte' }

const slate = (choiceId: ChoiceId, position: number, name: string, who: string) => ({
  id: choiceId,
  questionId: general,
  position,
  name,
  color: '#7a1f2b',
  colorName: 'Guinda',
  emblemFileId: null,
  candidates: [
    { id: randomUUID(), post: 'Secretaría general', name: who, sex: 'woman' as const, alternate: false },
  ],
})
const named = (name: string, mode: 'paper' | 'booth', n: number) => ({
  id: id<VoterId>(),
  name,
  identifier: `CURP80010${n}MGTXXX0${n}`,
  phone: '4771234567',
  section: 'Pintura',
  sex: 'woman' as const,
  mode,
  tableId: table.id,
  credentialBy: 'hand' as const,
  category: 'entitled' as const,
})
const paper = (
  who: Person,
  kind: (typeof paperKinds)[number],
  form: 'pdf' | 'docx' = 'pdf',
  language: 'es' | 'en' = 'es',
) => who.api.votes.paper({ id: voteId, paper: kind, form, language, tableId: table.id })

beforeAll(async () => {
  world = await newWorld()
  const alba = await world.organization('Sindicato Alba')
  const list = await world.list(alba, 'Mesa')
  ana = await world.join(alba, 'Ana', 'owner')
  carla = await world.join(alba, 'Carla', 'organizer', [list])
  dora = await world.join(alba, 'Dora', 'organizer', [list])
  vera = await world.join(alba, 'Vera', 'viewer')
  const now = world.deployment.clock().getTime()
  const opinion = { id: randomUUID(), kind: 'leadership_election' as const, counsel: 'Lic. Irma Soto' }
  await ana.api.votes.recordOpinion({
    ...opinion,
    givenOn: '2026-11-01',
    modes: ['booth', 'remote'],
    fileId: null,
  })
  await ana.api.votes.keep({
    id: voteId,
    kind: 'leadership_election',
    title: 'Comité ejecutivo 2027–2031',
    questions: [{ id: general, kind: 'slates', text: 'Secretaría general', choices: [] }],
    modes: ['paper', 'booth'],
    opensAt: new Date(now + hour).toISOString(),
    closesAt: new Date(now + 9 * hour).toISOString(),
    place: 'Salón sindical',
    municipality: 'Silao de la Victoria',
    stateCode: '11',
    sector: 'auto_parts',
    rounding: 'nearest',
  })
  await ana.api.votes.keepTable({ voteId, ...table })
  await ana.api.votes.keepSlate({ voteId, ...slate(red, 1, 'Unidad', 'Rosa Luna') })
  await ana.api.votes.keepSlate({ voteId, ...slate(blue, 2, 'Cambio', 'Inés Vera') })
  const voters = ['Ada Sol', 'Eva Ruiz', 'Luz Mora'].map((name, n) => named(name, 'paper', n))
  await ana.api.votes.importRoll({ id: voteId, voters: [...voters, named('Teo Paz', 'booth', 7)] })
}, 120_000)
afterAll(async () => {
  await world.end()
  expect(world.faults).toEqual([])
})

describe('the papers of a vote', () => {
  test('are not made before what they need is there, and the roll is not printed by an organizer', async () => {
    expect(await refusalOf(paper(vera, 'call'))).toBe('not-allowed')
    expect(await refusalOf(paper(carla, 'roll'))).toBe('not-allowed')
    expect(await refusalOf(paper(ana, 'ballots'))).toBe('votes.no-paper-yet')
    expect(await refusalOf(paper(ana, 'results'))).toBe('votes.no-paper-yet')
  })

  test('the posted roll holds name, section and table, and never CURP or telephone', async () => {
    const { content } = await paper(ana, 'roll')
    const text = await textOf(content)
    expect(text).toContain('Ada Sol')
    expect(text).toContain('Pintura')
    expect(text).not.toMatch(/CURP80|4771234567|477 123/)
  })

  test('an election’s ballot says what art. 371 asks', async () => {
    await ana.api.votes.call({ id: voteId, on: '2026-11-10' })
    await ana.api.votes.publishRoll({ id: voteId, on: '2026-11-11' })
    await ana.api.votes.freeze({ id: voteId })
    const text = await textOf((await paper(ana, 'ballots')).content)
    for (const said of [
      'Silao de la Victoria',
      'Secretaría general',
      'Unidad',
      'Guinda',
      'Rosa Luna',
      'Comisión electoral',
    ])
      expect(text).toContain(said)
    expect(text).not.toMatch(/Folio|Ada Sol/)
  })

  test('joins paper and the electronic box, waits for it, and its acta says the same as the result', async () => {
    world.pass(2 * hour)
    expect(await refusalOf(ana.api.votes.open({ id: voteId }))).toBe('box.not-set-up')
    // Another test sets up a whole box; here it is enough that one stands open.
    await world.owner.query(
      `with box as (insert into vote_boxes (org_id, id, vote_id, uuid, rehearsal, threshold, size)
         values ($1, gen_random_uuid(), $2, '11111111111111', false, 1, 1) returning org_id, id)
       insert into vote_box_heads (org_id, box_id, phase, timestamp_seconds, parent, height, bytes)
       select org_id, id, 'open', 0, 'aa', 1, 0 from box`,
      [ana.orgId, voteId],
    )
    await ana.api.votes.open({ id: voteId })
    world.pass(8 * hour)
    await ana.api.votes.close({ id: voteId })
    const votes = [
      { choiceId: red, votes: 2 },
      { choiceId: blue, votes: 1 },
    ]
    const tallies = [{ questionId: general, votes, blank: 0, nulled: 0 }]
    const count: Count = { signed: 3, received: 5, unused: 2, ballots: 3, tallies }
    for (const counter of [carla, dora]) {
      const phone = phoneOf(world, counter)
      await phone.deliver([phone.write('urn.count', { voteId, tableId: table.id, ...count })])
    }
    expect(await ana.api.votes.result({ id: voteId })).toMatchObject({
      waitsFor: ['electronic'],
      result: null,
    })
    expect(await refusalOf(ana.api.votes.conclude({ id: voteId }))).toBe('votes.not-counted')
    const box = [
      {
        questionId: general,
        votes: [
          { choiceId: red, votes: 0 },
          { choiceId: blue, votes: 1 },
        ],
        blank: 0,
        nulled: 0,
      },
    ]
    const totals = {
      archiveDigest: 'c'.repeat(64),
      voted: 1,
      tallies: box,
      verifiedAt: world.deployment.clock(),
    }
    await world.deployment.doors.asJob(ana.orgId, (tx) =>
      insertElectronicTotals(tx, ana.orgId, voteId, totals),
    )
    const made = await ana.api.votes.conclude({ id: voteId })
    expect(made).toMatchObject({
      covered: 4,
      paperVoted: 3,
      electronicVoted: 1,
      archiveDigest: totals.archiveDigest,
    })
    expect(made.outcomes[0]).toMatchObject({ outcome: 'tied', winnerId: null })
    expect(
      made.tallies[0]!.choices.map(({ paper, electronic, total }) => [paper, electronic, total]),
    ).toEqual([
      [2, 0, 2],
      [1, 1, 2],
    ])
    expect(await textOf((await paper(ana, 'final_acta')).content)).toContain(totals.archiveDigest)
  })

  test.each(['es', 'en'] as const)(
    'every one is set as PDF and for Word (%s)',
    async (language) => {
      for (const kind of paperKinds) {
        const pdf = await paper(ana, kind, 'pdf', language)
        expect(Buffer.from(pdf.content, 'base64').subarray(0, 5).toString(), kind).toBe('%PDF-')
        expect(pdf.unprintable).toEqual([])
        expect(pdf.fileName).not.toMatch(/alba|comit/i)
        const word = await paper(ana, kind, 'docx', language)
        expect(Buffer.from(word.content, 'base64').subarray(0, 2).toString()).toBe('PK')
      }
    },
    120_000,
  )

  test('a credential slip folds its QR away and names nobody', async () => {
    const slips = Array.from({ length: 5 }, (_, n) => ({
      content: `https://voto.example/x#${n}`,
      typed: `ABCD-000${n}`,
      where: 'Solo en la mesa 1',
    }))
    const document = Document.parse(
      credentialSlips({ language: 'es', day: '2026-11-22', union: 'Sindicato Alba', title: 'Comité' }, slips),
    )
    const made = await pdfOf(document)
    expect(made).toMatchObject({ pages: 2 })
    expect(htmlOf(document)).toContain('ABCD-0004')
  }, 60_000)
})

/** What somebody reads on a PDF, line ends left out, as a reader that is not ours reads it. */
const textOf = async (base64: string) => {
  const { pages } = await readPdf(new Uint8Array(Buffer.from(base64, 'base64')))
  return pages.map(({ text }) => text.replaceAll(/[\n\u200b]/g, '')).join('\n')
}
