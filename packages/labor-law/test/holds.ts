import { type Calendars, isOpen } from '../src/calendar.ts'
import { type Day, isoOf, parseDay } from '../src/dates.ts'
import { type PlanInput, plan } from '../src/plan.ts'
import type { Plan, PlannedStep } from '../src/planned.ts'
import { type ProcedureId, procedureOf } from '../src/procedures.ts'

/**
 * What must hold of every plan, whatever the dates and the closures: each gives the breaches it finds, in words. The
 * tests ask it of random cases, `npm run prove -- labor-law` of every day.
 */
export const breaches = (one: Plan, later: Plan, calendars: Calendars): string[] => [
  ...one.steps.flatMap(unsafe),
  ...closedDays(one, calendars),
  ...earlierThan(one, later),
]

/** The first event of each procedure that starts a clock, so that one date makes a plan. */
const STARTS: Record<ProcedureId, readonly string[]> = {
  union_registration: ['filing'],
  leadership_election: ['election'],
  assembly: ['request'],
  statutes_change: ['assembly'],
  accounts: ['last_account', 'last_report'],
  certificate: ['filing', 'issue', 'adhesion', 'vote'],
  first_contract: ['certificate', 'vote', 'deposit'],
  full_revision: ['deposit', 'convention', 'revised_deposit'],
  wage_revision: ['last', 'vote'],
  strike: ['filing', 'service'],
  conciliation: ['dismissal', 'filing'],
  title_dispute: ['claim', 'service', 'lists_served', 'answer_served', 'recount', 'closed'],
  rapid_response: ['petition', 'request', 'denial_found', 'panel_request', 'remedy'],
}

/** A plan from one day: the start of every clock of the procedure that does not hang from another. */
export const planFrom = (procedure: ProcedureId, day: Day, today: Day, calendars: Calendars): Plan => {
  const { events } = procedureOf(procedure)
  const on = (event: string) => (events[event]!.hour ? `${isoOf(day)}T10:00` : isoOf(day))
  const input = {
    procedure,
    today: isoOf(today),
    place: { state: '28', municipality: '027' },
    events: Object.fromEntries(STARTS[procedure].map((event) => [event, on(event)])),
  } as PlanInput
  const result = plan(input, { calendars })
  if ('refusal' in result) throw new Error(JSON.stringify(result))
  return result
}

/** The safe date satisfies every reading; what we wait for, we wait for by all of them. */
const unsafe = ({ id, at, ours, safe, safeFrom, readings }: PlannedStep): string[] => {
  if (!safe || at === 'no_term' || at === 'falls') return []
  return readings.flatMap(({ counting, opens, latest }) => {
    const told = (what: string) => [`${id}: safe ${safe} ${what} by ${counting}`]
    if (OPENINGS.includes(at) || !ours) {
      if (opens && safe < opens) return told(`is before ${opens}`)
      return latest && at === 'within' && safe < latest ? told(`does not wait until ${latest}`) : []
    }
    if (latest && safe > latest) return told(`is after ${latest}`)
    return opens && at !== 'back_from' && (safeFrom ?? safe) < opens ? told(`begins before ${opens}`) : []
  })
}

const OPENINGS: readonly PlannedStep['at'][] = ['once_past', 'once_reached']

/** No date before an authority falls on a day it is closed. */
const closedDays = (made: Plan, calendars: Calendars): string[] => {
  const { steps, everyDayCounts } = procedureOf(made.procedure)
  if (everyDayCounts) return []
  return made.steps.flatMap(({ id, authority, opens, latest, safe, readings }) => {
    const before = steps.find((found) => found.id === id)!.forum
    if (before === undefined || !authority) return []
    const dates = [opens, latest, safe, ...readings.flatMap((reading) => [reading.opens, reading.latest])]
    return dates.flatMap((date) =>
      date && !isOpen(calendars.of(authority), parseDay(date)!)
        ? [`${id}: ${authority} is closed on ${date}`]
        : [],
    )
  })
}

/** A later start never gives an earlier date. */
const earlierThan = (one: Plan, later: Plan): string[] =>
  one.steps.flatMap((step, at) => {
    const other = later.steps[at]!
    const pairs = [
      [step.opens, other.opens],
      [step.latest, other.latest],
      [step.safe, other.safe],
      ...step.readings.flatMap((reading, nth) => [
        [reading.opens, other.readings[nth]?.opens],
        [reading.latest, other.readings[nth]?.latest],
      ]),
    ]
    return pairs.flatMap(([first, second]) =>
      first && second && second < first
        ? [`${step.id}: ${second} comes from a later start than ${first}`]
        : [],
    )
  })
