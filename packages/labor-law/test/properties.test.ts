import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Calendar, calendarsOf, isOpen } from '../src/calendar.ts'
import { backwardClear, forward } from '../src/counting.ts'
import { addMonths, type Day, dayOf, isoOf, parseDay } from '../src/dates.ts'
import { dismissalClock } from '../src/limitation.ts'
import { plan } from '../src/plan.ts'
import { type ProcedureId, procedures } from '../src/procedures.ts'
import type { Closures } from '../src/rule.ts'
import { breaches, planFrom } from './holds.ts'

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

const aProcedure = fc.constantFrom(...ids)

describe('for any date and any closures', () => {
  it('the safe date satisfies every reading, no date before an authority falls on a closed day, and a later start never gives an earlier date', () => {
    fc.assert(
      fc.property(
        aProcedure,
        aDay,
        fc.integer({ min: 1, max: 40 }),
        someClosures,
        (id, day, later, closures) => {
          const calendars = calendarsOf({ closures })
          const [one, two] = [day, day + later].map((start) => planFrom(id, start, FIRST, calendars))
          expect(breaches(one!, two!, calendars)).toEqual([])
        },
      ),
      { ...SEED, numRuns: 600 },
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
        const call = planFrom('first_contract', day, FIRST, calendarsOf()).steps.find(
          ({ id }) => id === 'call',
        )!
        const calendar = calendarsOf().of('cfcrl')
        const inside = openDays(calendar, day - 14, day - 1)
        if (inside < 10) expect(call.conflict).toMatchObject({ kind: 'no_safe_date' })
        else expect(call.safe).not.toBeNull()
      }),
      SEED,
    )
  })

  it('a later dismissal never gives an earlier date to sue, for the same request and the same end', () => {
    fc.assert(
      fc.property(
        aDay,
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 30 }),
        (day, wait, length) => {
          const filing = isoOf(day + 1 + wait)
          const ended = isoOf(day + 1 + wait + length)
          const suit = (dismissal: string) => {
            const made = plan({
              procedure: 'conciliation',
              today: isoOf(FIRST),
              events: { dismissal, filing, ended },
            })
            if ('refusal' in made) throw new Error(made.refusal)
            return made.steps.find(({ id }) => id === 'lawsuit')!
          }
          const [one, two] = [suit(isoOf(day)), suit(isoOf(day + 1))]
          expect(two.safe! >= one.safe!).toBe(true)
          expect(two.latest! >= one.latest!).toBe(true)
        },
      ),
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
