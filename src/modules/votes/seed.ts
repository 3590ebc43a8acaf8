import type { RouterClient } from '@orpc/server'
import type { Actor, Doors } from '#platform/db/doors.ts'
import { addDays, type Day } from '#platform/text/day.ts'
import type { Dice } from '#platform/text/dice.ts'
import type { OrgVault } from '#platform/vault/vault.ts'
import type { votesHandlers } from './api.ts'
import type { ChoiceId, Count, Officer, QuestionId, TableId, VoteFileId, VoteId, VoterId } from './schema.ts'
import { emblemFile, emblems } from './seed.emblems.ts'
import { insertCount, insertUrnEvent } from './store.urns.ts'

type Votes = RouterClient<typeof votesHandlers>

const given = [
  'Adela',
  'Bruno',
  'Celia',
  'Darío',
  'Elvira',
  'Fausto',
  'Gloria',
  'Hilario',
  'Irma',
  'Julián',
  'Karina',
  'Lauro',
]
const family = [
  'Montúfar Cid',
  'Olvera Tapia',
  'Pacheco Ruan',
  'Quiroz Beltrán',
  'Robledo Arce',
  'Zendejas Pliego',
  'Lugo Naranjo',
]
const sections = ['Ensamble', 'Corte', 'Pruebas']

// Names of women and of men take turns in the list.
const nameFor = (at: number, woman: boolean) => given[(2 * at + (woman ? 0 : 1)) % given.length]!

/** People who exist nowhere else: names of a demo roll, women two of three. */
const voters = (dice: Dice, people: number, tables: readonly TableId[]) =>
  Array.from({ length: people }, (_, at) => ({
    id: dice.id() as VoterId,
    name: `${nameFor(at, at % 3 !== 0)} ${family[at % family.length]} ${at + 1}`,
    identifier: null,
    phone: null,
    section: sections[at % sections.length]!,
    sex: at % 3 === 0 ? ('man' as const) : ('woman' as const),
    mode: 'paper' as const,
    tableId: tables[at % tables.length]!,
    credentialBy: 'hand' as const,
    category: 'entitled' as const,
  }))

/** One of two counters at a table: what they noted there is theirs. */
export type Counter = { actor: Actor; vault: OrgVault }

type Held = {
  api: Votes
  doors: Doors
  counters: readonly [Counter, Counter]
  dice: Dice
  sector: string
  today: Day
}

/** What a demo union has voted: a contract consultation forty days ago, counted and concluded; an election it prepares now. */
export const seedVotes = async (held: Held) => {
  await consultation(held)
  await election(held)
}

// Days from the vote on which each thing of the contract was done; the authority's answer is still awaited.
const happened = [
  ['certificate', -60, null],
  ['agreement', -30, null],
  ['notice', -20, 'Aviso 117/2026'],
  ['posting', 1, null],
  ['result', 2, 'Aviso 131/2026'],
  ['deposit', 10, 'Solicitud 88/2026'],
  ['delivery', 15, null],
] as const

const consultation = async ({ api, doors, counters, dice, sector, today }: Held) => {
  const [id, questionId] = [dice.id() as VoteId, dice.id() as QuestionId]
  const [yes, no] = [dice.id() as ChoiceId, dice.id() as ChoiceId]
  const tables = [dice.id() as TableId, dice.id() as TableId]
  const day = addDays(today, -40)
  await api.keep({
    id,
    kind: 'first_contract',
    title: 'Contrato colectivo inicial',
    questions: [
      {
        id: questionId,
        kind: 'yes_no',
        text: '¿Apruebas el contrato colectivo que se firmó con la empresa?',
        choices: [
          { id: yes, text: 'Sí' },
          { id: no, text: 'No' },
        ],
      },
    ],
    modes: ['paper'],
    opensAt: `${day}T12:00:00Z`,
    closesAt: `${addDays(day, 1)}T00:00:00Z`,
    place: 'Auditorio municipal',
    municipality: 'Silao de la Victoria',
    stateCode: '11',
    sector,
    rounding: 'nearest',
  })
  for (const [at, place] of ['Entrada norte', 'Salón sindical'].entries())
    await api.keepTable({ voteId: id, id: tables[at]!, number: at + 1, place })
  await api.importRoll({ id, voters: voters(dice, 240, tables) })
  const observer = {
    role: 'observer' as const,
    tableId: null,
    name: 'Olga Vidal Ponce',
    forWhom: 'Centro laboral',
  }
  await api.keepOfficer({ voteId: id, id: dice.id() as Officer['id'], ...observer })
  for (const requirement of ['CON-V1', 'CON-V2', 'CON-V3', 'CON-V4', 'CON-V5', 'CON-V6', 'CON-V7', 'CON-V8'])
    await api.check({ id, requirement, present: true })
  await api.call({ id, on: addDays(day, -14) })
  await api.publishRoll({ id, on: addDays(day, -7) })
  await api.freeze({ id })
  await api.open({ id })
  const at = new Date(`${addDays(day, 1)}T01:00:00Z`)
  const tallies = (votes: readonly [number, number], nulled: number) => [
    {
      questionId,
      votes: [
        { choiceId: yes, votes: votes[0] },
        { choiceId: no, votes: votes[1] },
      ],
      blank: 1,
      nulled,
    },
  ]
  const counts: Count[] = [
    { signed: 97, received: 126, unused: 29, ballots: 97, tallies: tallies([81, 13], 2) },
    { signed: 88, received: 126, unused: 38, ballots: 88, tallies: tallies([69, 17], 1) },
  ]
  await api.close({ id })
  for (const [place, count] of counts.entries())
    await serveTable(doors, counters, { voteId: id, tableId: tables[place]!, at }, count, dice, place)
  await api.conclude({ id })
  for (const [event, days, folio] of happened)
    await api.happen({ id, happeningId: dice.id(), event, on: addDays(day, days), folio, fileId: null })
}

type Where = { voteId: VoteId; tableId: TableId; at: Date }

const serveTable = async (
  doors: Doors,
  counters: readonly [Counter, Counter],
  where: Where,
  count: Count,
  dice: Dice,
  place: number,
) => {
  const [{ actor, vault }] = counters
  const seals = [`A-${310 + place * 2}`, `A-${311 + place * 2}`]
  const nothing = {
    seals: [] as string[],
    ballots: null,
    custodian: null,
    note: null,
    fileId: null,
    digest: null,
  }
  const before = (hours: number) => new Date(where.at.getTime() - hours * 3600_000)
  await doors.asActor(actor, async (tx) => {
    const note = (kind: 'shown_empty' | 'sealed' | 'unsealed', at: Date, sealed: string[]) =>
      insertUrnEvent(tx, actor, vault, { id: dice.id(), ...where, at }, { kind, ...nothing, seals: sealed })
    await note('shown_empty', before(13.1), [])
    await note('sealed', before(13), seals)
    await note('unsealed', before(0.5), seals)
  })
  for (const counter of counters)
    await doors.asActor(counter.actor, (tx) =>
      insertCount(tx, counter.actor, { id: dice.id(), ...where }, count),
    )
}

const election = async ({ api, dice, sector, today }: Held) => {
  const [id, questionId] = [dice.id() as VoteId, dice.id() as QuestionId]
  const tableId = dice.id() as TableId
  const { vote } = await api.propose({ kind: 'leadership_election', from: today })
  const day = vote ?? addDays(today, 21)
  await api.keep({
    id,
    kind: 'leadership_election',
    title: 'Comité ejecutivo 2027–2031',
    questions: [{ id: questionId, kind: 'slates', text: 'Comité ejecutivo', choices: [] }],
    modes: ['paper'],
    opensAt: `${day}T12:00:00Z`,
    closesAt: `${addDays(day, 1)}T00:00:00Z`,
    place: 'Salón sindical',
    municipality: 'Silao de la Victoria',
    stateCode: '11',
    sector,
    rounding: 'nearest',
  })
  await api.keepTable({ voteId: id, id: tableId, number: 1, place: 'Salón sindical' })
  await api.importRoll({ id, voters: voters(dice, 180, [tableId]) })
  const slates = [
    { name: 'Unidad', color: '#7a1f2b', colorName: 'Guinda', women: 2, shape: emblems.rings },
    { name: 'Dignidad Obrera', color: '#1d5f8a', colorName: 'Azul', women: 1, shape: emblems.tree },
  ]
  const posts = ['Secretaría general', 'Organización', 'Finanzas']
  for (const [at, { women, shape, ...slate }] of slates.entries()) {
    const emblem = emblemFile(shape, slate.color, dice.id() as VoteFileId)
    await api.keepFilePart({ voteId: id, ...emblem })
    await api.keepSlate({
      voteId: id,
      id: dice.id() as ChoiceId,
      questionId,
      position: at + 1,
      ...slate,
      emblemFileId: emblem.fileId,
      candidates: posts.map((post, n) => ({
        id: dice.id(),
        post,
        name: `${nameFor(at * 3 + n, n < women)} ${family[(at + n) % family.length]}`,
        sex: n < women ? ('woman' as const) : ('man' as const),
        alternate: false,
      })),
    })
  }
  await api.check({ id, requirement: 'ELEC-1', present: true })
  const commission = ['Ximena Robledo Arce', 'Fausto Zendejas Pliego']
  for (const name of commission)
    await api.keepOfficer({
      voteId: id,
      id: dice.id() as Officer['id'],
      role: 'commission',
      tableId: null,
      name,
      forWhom: '',
    })
}
