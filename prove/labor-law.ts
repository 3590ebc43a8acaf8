import { calendarsOf } from '../packages/labor-law/src/calendar.ts'
import { type Day, dayOf, isoOf } from '../packages/labor-law/src/dates.ts'
import type { Plan } from '../packages/labor-law/src/planned.ts'
import { type ProcedureId, procedures } from '../packages/labor-law/src/procedures.ts'
import type { Closures } from '../packages/labor-law/src/rule.ts'
import { breaches, planFrom } from '../packages/labor-law/test/holds.ts'
import { claim } from '../scripts/claim.ts'

const FIRST = dayOf(2020, 7, 1)
const LAST = dayOf(2045, 12, 31)

/**
 * Every procedure started on every day of 25 years (all rules are in force from July 2020), with the calendars as they are and with closures of one to three
 * weeks, like those authorities publish: the safe date satisfies every reading, no date before an authority falls on a
 * day it is closed, and each plan against the next day's gives no earlier date.
 */
export const run = () => {
  let plans = 0
  const found: string[] = []
  for (const closures of [[], longClosures()]) {
    const calendars = calendarsOf({ closures })
    for (const procedure of Object.keys(procedures) as ProcedureId[]) {
      let one: Plan | null = null
      for (let day = FIRST; day <= LAST; day++) {
        const next = planFrom(procedure, day, FIRST, calendars)
        plans += 1
        if (one)
          found.push(
            ...breaches(one, next, calendars).map((breach) => `${procedure} ${isoOf(day - 1)} ${breach}`),
          )
        one = next
      }
    }
  }
  for (const breach of found.slice(0, 20)) console.log(breach)
  claim(
    `breaches in ${plans.toLocaleString('en-US')} plans`,
    String(found.length),
    'none',
    found.length === 0,
  )
}

/** Two closures a year, placed and sized by the year, over weekends, year ends and rest days alike. */
const longClosures = (): Closures[] =>
  Array.from({ length: 28 }, (_, at) => 2019 + at).flatMap((year) =>
    (['cfcrl', 'federal_court'] as const).map((authority) => ({
      authority,
      year,
      name: { es: 'cierre', en: 'closure' },
      days: [],
      ranges: [
        range(dayOf(year, 7, 1) + (year % 19), 7 + (year % 15)),
        range(dayOf(year, 12, 14) + (year % 9), 8 + (year % 13)),
      ],
      basis: 'read' as const,
      source: 'prueba',
      signedBy: null,
    })),
  )

const range = (from: Day, length: number): readonly [string, string] => [isoOf(from), isoOf(from + length)]
