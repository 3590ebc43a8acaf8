import type { RouterClient } from '@orpc/server'
import { addDays, type Day } from '#platform/text/day.ts'
import type { Dice } from '#platform/text/dice.ts'
import type { organizationsHandlers } from './api.ts'
import type { CommitteeId, Leader, LeaderId, SharingId } from './schema.ts'
import type { CommitteeKind } from './words.ts'

type Organizations = RouterClient<ReturnType<typeof organizationsHandlers>>
type Named = { alias: string; post: string; sex: Leader['sex']; ageBand: Leader['ageBand'] }
type MadeUp = {
  name: string
  kind: CommitteeKind
  begunAgo: number
  actaAgo: number | null
  leaders: readonly Named[]
}

const named = (
  alias: string,
  post: string,
  sex: Named['sex'] = null,
  ageBand: Named['ageBand'] = null,
): Named => ({ alias, post, sex, ageBand })

// Who did not agree to it has neither sex nor age on record. The vigilance committee still lacks a third.
const large: readonly MadeUp[] = [
  {
    name: 'Comité Ejecutivo',
    kind: 'executive',
    begunAgo: 410,
    actaAgo: 396,
    leaders: [
      named('Maribel', 'Secretaría General', 'woman', '45-59'),
      named('Ernesto', 'Secretaría de Organización', 'man', '30-44'),
      named('Graciela', 'Secretaría de Actas', 'woman', '30-44'),
      named('Doña Licha', 'Secretaría de Finanzas', 'woman', '60+'),
      named('Chava', 'Secretaría de Trabajo y Conflictos'),
    ],
  },
  {
    name: 'Comité de Planta Cerro Gordo',
    kind: 'organizing',
    begunAgo: 118,
    actaAgo: 61,
    leaders: [
      named('Lupita', 'Coordinación del turno de la mañana', 'woman', '30-44'),
      named('Nena', 'Coordinación del turno de la tarde', 'woman', '15-29'),
      named('Toño', 'Salud y seguridad', 'man', '15-29'),
      named('Rocío', 'Enlace del turno de la noche', 'woman', '30-44'),
    ],
  },
  {
    name: 'Comisión de Vigilancia',
    kind: 'vigilance',
    begunAgo: 34,
    actaAgo: null,
    leaders: [named('Don Fermín', 'Presidencia', 'man', '60+'), named('Chelo', 'Secretaría')],
  },
]
const small: readonly MadeUp[] = [
  {
    name: 'Comité Ejecutivo',
    kind: 'executive',
    begunAgo: 205,
    actaAgo: 190,
    leaders: [
      named('Amparo', 'Secretaría General', 'woman', '45-59'),
      named('Josefina', 'Secretaría de Actas', 'woman', '30-44'),
      named('Lola', 'Tesorería', 'woman'),
    ],
  },
]
const made = {
  large: { sector: 'auto_parts', committees: large },
  small: { sector: 'textiles', committees: small },
}

/** The committees of a demo union, each formed by the same rules as any other; `api` is one of its owners. */
export const seedCommittees = async (api: Organizations, dice: Dice, size: keyof typeof made, today: Day) => {
  await api.keepCriteria({ leastLeaders: 3, needsActa: true })
  const { sector, committees } = made[size]
  for (const committee of committees) await seedCommittee(api, dice, committee, sector, today)
}

// One more of each, formed in the quarter that a program reports.
const ofTheQuarter: Record<keyof typeof made, MadeUp> = {
  large: {
    name: 'Comité de la Línea de Arneses',
    kind: 'organizing',
    begunAgo: 40,
    actaAgo: 0,
    leaders: [
      named('Chelo', 'Coordinación', 'woman', '45-59'),
      named('Beto', 'Enlace con el turno de la noche', 'man'),
      named('Güera', 'Actas', 'woman', '30-44'),
    ],
  },
  small: {
    name: 'Comité de Taller Las Magnolias',
    kind: 'organizing',
    begunAgo: 52,
    actaAgo: 0,
    leaders: [
      named('Josefina', 'Coordinación', 'woman', '30-44'),
      named('Tere', 'Actas', 'woman'),
      named('Maru', 'Salud y seguridad', 'woman', '15-29'),
    ],
  },
}

/** A committee with its minutes of a given day. */
export const seedQuarterCommittee = (
  api: Organizations,
  dice: Dice,
  size: keyof typeof made,
  formedOn: Day,
) => seedCommittee(api, dice, ofTheQuarter[size], made[size].sector, formedOn)

const seedCommittee = async (
  api: Organizations,
  dice: Dice,
  { leaders, begunAgo, actaAgo, ...committee }: MadeUp,
  sector: string,
  today: Day,
) => {
  const id = dice.id() as CommitteeId
  const begun = { id, ...committee, stateCode: '11', sector, begunOn: addDays(today, -begunAgo) }
  await api.keepCommittee({ ...begun, actaOn: null })
  const namedOn = addDays(today, -(actaAgo ?? begunAgo - 10))
  for (const leader of leaders)
    await api.nameLeader({ id: dice.id() as LeaderId, committeeId: id, ...leader, namedOn })
  if (actaAgo !== null) await api.keepCommittee({ ...begun, actaOn: addDays(today, -actaAgo) })
}

type Asked = { purpose: string; kinds: string[]; dimensions: string[] }

/** What the program asks to count for its quarters: never the plant, never how a campaign goes. */
export const quarterAsked: Asked = {
  purpose: 'Informe trimestral del programa: grupos formados, liderazgos y participación, sin nombres.',
  kinds: [
    'group.begun',
    'group.formed',
    'group.dissolved',
    'leader.named',
    'activity.held',
    'activity.attended',
    'activity.counted',
  ],
  dimensions: ['state', 'sector', 'committee', 'topic', 'activity', 'audience', 'sex', 'age_band'],
}

/** What it would like besides, and a union may well decline. */
export const conversationsAsked: Asked = {
  purpose: 'Cuántas conversaciones sostiene la organización, por estado y sector.',
  kinds: ['conversation.held'],
  dimensions: ['state', 'sector'],
}

/** A union gives a program a code, and the program proposes what it would count. */
export const seedProposal = async (
  union: Organizations,
  program: Organizations,
  dice: Dice,
  factsFrom: Day,
  asked: Asked = quarterAsked,
): Promise<SharingId> => {
  const { token } = await union.connect({ id: dice.id() as never })
  const id = dice.id() as SharingId
  await program.propose({ id, token, ...asked, factsFrom })
  return id
}

/** The union signs all that was proposed but the ages. */
export const seedSignature = (union: Organizations, id: SharingId) => {
  const { kinds, dimensions } = quarterAsked
  return union.sign({ id, kinds, dimensions: dimensions.filter((one) => one !== 'age_band') })
}
