import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Calendar, calendarsOf, isOpen } from '../src/calendar.ts'
import { backwardClear, forward } from '../src/counting.ts'
import { addMonths, type Day, dayOf, isoOf, parseDay } from '../src/dates.ts'
import { dismissalClock } from '../src/limitation.ts'
import { type PlanInput, plan } from '../src/plan.ts'
import type { Plan, PlannedStep } from '../src/planned.ts'
import { type ProcedureId, procedureOf, procedures } from '../src/procedures.ts'
import type { Closures } from '../src/rule.ts'

const SEED = { seed: 20261122, numRuns: 300 }
const FIRST = dayOf(2023, 1, 1)
const aDay = fc.integer({ min: FIRST, max: dayOf(2031, 12, 31) })
const ids = Object.keys(procedures) as ProcedureId[]

/** Random closures on top of the bundled ones: up to twenty days around 2023-2031, for every authority we use. */
const someClosures = fc
  .array(fc.integer({ min: FIRST - 60, max: dayOf(2032, 6, 1) }), { maxLength: 20 })
  .map((days) => closuresOn(days))

const closuresOn = (days: readonly Day[]): Closures[] =>
  ['cfcrl', 'federal_court'].map((authority) => ({
    authority,
    year: 2027,
    name: { es: 'cierre', en: 'closure' },
    days: days.map((day) => isoOf(day)),
    ranges: [],
    basis: 'read' as const,
    source: 'prueba',
    signedBy: null,
  }))

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

const made = (procedure: ProcedureId, day: Day, closures: Closures[] = []): Plan => {
  const { events } = procedureOf(procedure)
  const on = (event: string) => (events[event]!.hour ? `${isoOf(day)}T10:00` : isoOf(day))
  const input = {
    procedure,
    today: isoOf(FIRST),
    place: { state: '28', municipality: '027' },
    events: Object.fromEntries(STARTS[procedure].map((event) => [event, on(event)])),
  } as PlanInput
  const result = plan(input, { calendars: calendarsOf({ closures }) })
  if ('refusal' in result) throw new Error(JSON.stringify(result))
  return result
}

const aProcedure = fc.constantFrom(...ids)

describe('for any date and any closures', () => {
  it('a later start never gives an earlier date', () => {
    fc.assert(
      fc.property(
        aProcedure,
        aDay,
        fc.integer({ min: 1, max: 40 }),
        someClosures,
        (id, day, later, closures) => {
          const [one, two] = [made(id, day, closures), made(id, day + later, closures)]
          for (const step of one.steps) {
            const other = two.steps.find((found) => found.id === step.id)!
            for (const end of ['opens', 'latest', 'safe'] as const)
              if (step[end] && other[end]) expect(other[end]! >= step[end]!, `${step.id} ${end}`).toBe(true)
            step.readings.forEach((reading, at) => {
              const theirs = other.readings[at]!
              if (reading.latest && theirs.latest) expect(theirs.latest >= reading.latest).toBe(true)
              if (reading.opens && theirs.opens) expect(theirs.opens >= reading.opens).toBe(true)
            })
          }
        },
      ),
      SEED,
    )
  })

  it('the safe date satisfies every reading', () => {
    fc.assert(
      fc.property(aProcedure, aDay, someClosures, (id, day, closures) => {
        for (const step of made(id, day, closures).steps) expectSafe(step)
      }),
      SEED,
    )
  })

  it('no date before an authority falls on a day it is closed', () => {
    fc.assert(
      fc.property(aProcedure, aDay, someClosures, (id, day, closures) => {
        const made_ = made(id, day, closures)
        if (procedureOf(id).everyDayCounts) return
        const calendars = calendarsOf({ closures })
        for (const step of made_.steps) {
          const definition = procedureOf(id).steps.find((found) => found.id === step.id)!
          if (definition.forum === undefined || !step.authority) continue
          const calendar = calendars.of(step.authority)
          const dates = [
            step.opens,
            step.latest,
            step.safe,
            ...step.readings.flatMap((r) => [r.opens, r.latest]),
          ]
          for (const date of dates)
            if (date) expect(isOpen(calendar, parseDay(date)!), `${step.id} ${date}`).toBe(true)
        }
      }),
      SEED,
    )
  })

  it('adding a closed day never shortens a business-day period', () => {
    fc.assert(
      fc.property(
        aDay,
        fc.integer({ min: 1, max: 30 }),
        someClosures,
        aDay,
        (day, amount, closures, extra) => {
          const before = calendarsOf({ closures }).of('cfcrl')
          const after = calendarsOf({ closures: [...closures, ...closuresOn([extra])] }).of('cfcrl')
          expect(forward(after, 'business', day, amount)).toBeGreaterThanOrEqual(
            forward(before, 'business', day, amount),
          )
          expect(backwardClear(after, 'business', day, amount)).toBeLessThanOrEqual(
            backwardClear(before, 'business', day, amount),
          )
        },
      ),
      SEED,
    )
  })

  it('a business-day period holds exactly as many working days as the law asks', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 1, max: 30 }), someClosures, (day, amount, closures) => {
        const calendar = calendarsOf({ closures }).of('cfcrl')
        const end = forward(calendar, 'business', day, amount)
        expect(openDays(calendar, day + 1, end)).toBe(amount)
        expect(isOpen(calendar, end)).toBe(true)
        const act = backwardClear(calendar, 'business', day, amount)
        expect(openDays(calendar, act + 1, day - 1)).toBe(amount)
      }),
      SEED,
    )
  })

  it('a window with a holiday in it has no safe day, and one without it has one', () => {
    fc.assert(
      fc.property(aDay, (day) => {
        const call = made('first_contract', day).steps.find(({ id }) => id === 'call')!
        const calendar = calendarsOf().of('cfcrl')
        const inside = openDays(calendar, day - 14, day - 1)
        if (inside < 10) expect(call.conflict).toMatchObject({ kind: 'no_safe_date' })
        else expect(call.safe).not.toBeNull()
      }),
      SEED,
    )
  })

  it('the two months never run out before two months, nor grow shorter by conciliating', () => {
    fc.assert(
      fc.property(
        aDay,
        fc.integer({ min: 0, max: 55 }),
        fc.integer({ min: 0, max: 45 }),
        (day, filed, length) => {
          const dismissedOn = isoOf(day)
          const whole = dismissalClock({ dismissedOn, today: dismissedOn })
          const stopped = dismissalClock({
            dismissedOn,
            today: isoOf(day + filed + length),
            filedOn: isoOf(day + filed),
            endedOn: isoOf(day + filed + length),
          })
          if ('refusal' in whole || 'refusal' in stopped) throw new Error('refused')
          const [first] = whole.readings
          expect(parseDay(first!.latest!)!).toBeGreaterThanOrEqual(addMonths(day, 2))
          expect(parseDay(whole.safe!)!).toBeLessThanOrEqual(parseDay(first!.latest!)!)
          for (const { latest } of stopped.readings) expect(latest! >= first!.latest!).toBe(true)
        },
      ),
      SEED,
    )
  })
})

const openDays = (calendar: Calendar, from: Day, to: Day) => {
  let count = 0
  for (let day = from; day <= to; day++) if (isOpen(calendar, day)) count += 1
  return count
}

const OPENINGS: readonly PlannedStep['at'][] = ['once_past', 'once_reached']

const expectSafe = ({ id, at, ours, safe, safeFrom, readings }: PlannedStep) => {
  if (!safe || at === 'no_term' || at === 'falls') return
  for (const { opens, latest } of readings) {
    if (OPENINGS.includes(at) || !ours) {
      if (opens) expect(safe >= opens, `${id} opens`).toBe(true)
      if (latest && at === 'within') expect(safe >= latest, `${id} waits`).toBe(true)
      continue
    }
    if (latest) expect(safe <= latest, `${id} latest`).toBe(true)
    if (opens && at !== 'back_from') expect((safeFrom ?? safe) >= opens, `${id} from`).toBe(true)
  }
}
