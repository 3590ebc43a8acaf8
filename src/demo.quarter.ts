import {
  conversationsAsked,
  seedProposal,
  seedQuarterCommittee,
  seedSignature,
} from '#modules/organizations/seed.ts'
import type { PersonId } from '#modules/people/schema.ts'
import { quartersOf } from '#modules/programs/seed.award.ts'
import { seedQuarters } from '#modules/programs/seed.quarter.ts'
import { seedTraining } from '#modules/support/seed.ts'
import { addDays, type Day } from '#platform/text/day.ts'
import type { Dice } from '#platform/text/dice.ts'
import type { Calls } from './demo.calls.ts'

type Union = { calls: Calls; people: readonly PersonId[] }
type Parties = { large: Union; small: Union; program: Calls; funder: { owner: Calls; officer: Calls } }

/** The two quarters that are over: what the unions and the program held in them, what they share of it, and what the program made of it. */
export const seedDemoQuarters = async (parties: Parties, dice: Dice, today: Day) => {
  const { large, small, program, funder } = parties
  const { award, earlier, last } = quartersOf(today)
  await seedTrainings(parties, dice, earlier.since, earlierTrainings)
  await seedTrainings(parties, dice, last.since, lastTrainings)
  await seedQuarterCommittee(large.calls.organizations, dice, 'large', addDays(last.since, 47))
  await seedQuarterCommittee(small.calls.organizations, dice, 'small', addDays(last.since, 61))
  for (const { calls } of [large, small]) {
    const sharing = await seedProposal(calls.organizations, program.organizations, dice, award.since)
    await seedSignature(calls.organizations, sharing)
  }
  // The small union has yet to decide whether its conversations are for anybody to count.
  await seedProposal(small.calls.organizations, program.organizations, dice, last.since, conversationsAsked)
  const { token } = await funder.owner.organizations.connect({ id: dice.id() as never })
  await seedQuarters({ program: program.programs, funder: funder.officer.programs }, token, dice, today)
}

type Joint = {
  topic: 'basic_rights' | 'organizing_skills'
  title: string
  came: [number, number]
  counted: [number, number]
}
type Trainings = {
  both: readonly Joint[]
  alone: { title: string; came: number; counted: number }
}

const earlierTrainings: Trainings = {
  both: [
    { topic: 'basic_rights', title: 'Leer el contrato antes de firmarlo', came: [23, 9], counted: [12, 7] },
    {
      topic: 'organizing_skills',
      title: 'La conversación que organiza',
      came: [18, 8],
      counted: [9, 6],
    },
  ],
  alone: { title: 'Cómo se forma un comité de planta', came: 13, counted: 6 },
}
const lastTrainings: Trainings = {
  both: [
    { topic: 'basic_rights', title: 'El voto personal, libre y secreto', came: [31, 12], counted: [18, 8] },
    { topic: 'organizing_skills', title: 'El mapa de mi área', came: [21, 11], counted: [14, 7] },
  ],
  alone: { title: 'El acta del comité, paso por paso', came: 17, counted: 9 },
}

/** Two trainings that the program holds with both unions, and one of the large union alone: of that topic its number is its own. */
const seedTrainings = async (
  { large, small, program }: Parties,
  dice: Dice,
  since: Day,
  { both, alone }: Trainings,
) => {
  const [mezquite, hilo] = [large.calls.support, small.calls.support]
  const ours = { people: large.people, sector: 'auto_parts' }
  for (const [at, { topic, title, came, counted }] of both.entries())
    await seedTraining(
      program.support,
      [
        { api: mezquite, people: ours.people, came: came[0], counted: counted[0] },
        { api: hilo, people: small.people, came: came[1], counted: counted[1] },
      ],
      dice,
      {
        topic,
        title,
        place: 'Casa de la Cultura, Irapuato',
        heldOn: addDays(since, 26 + 14 * at),
        sector: ours.sector,
      },
    )
  await seedTraining(
    mezquite,
    [{ api: mezquite, people: ours.people, came: alone.came, counted: alone.counted }],
    dice,
    {
      topic: 'committee_formation',
      title: alone.title,
      place: 'Local del sindicato, Silao',
      heldOn: addDays(since, 54),
      sector: ours.sector,
    },
  )
}
