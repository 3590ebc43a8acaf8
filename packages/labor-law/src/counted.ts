import { type Calendar, closedBecause } from './calendar.ts'
import { backward, type Counting, forward } from './counting.ts'
import { type Day, isoOf, parseDay, weekdayOf } from './dates.ts'
import type { PlannedStep, Reading } from './planned.ts'
import type { Step } from './procedure.ts'
import type { Text } from './rule.ts'

/** One reading counted: from the day the clock starts to the day it ends, with the weekdays skipped and why. */
export type Counted = {
  readonly counting: Reading['counting']
  readonly from: string
  readonly to: string
  readonly weekendDays: number
  readonly skipped: readonly { readonly on: string; readonly name: Text; readonly article: string | null }[]
  /** The day counted, before it was moved to one on which the authority works; null if it was not moved. */
  readonly movedFrom: string | null
}

/** How a reading of a step was counted (LFT 715, 733); null if the step has no date. */
export const countedOf = (
  step: PlannedStep,
  definition: Step,
  reading: Reading,
  calendar: Calendar,
): Counted | null => {
  const end = reading.latest ?? reading.opens
  if (!step.anchor || !end) return null
  const raw = definition.growsWithDistance ? null : countedTo(step, reading, calendar)
  const moved = raw !== null && isoOf(raw) !== end.slice(0, 10)
  return {
    counting: reading.counting,
    from: step.anchor.on,
    to: end,
    ...skippedBetween(reading, dayOf(step.anchor.on), raw ?? dayOf(end), calendar),
    movedFrom: moved ? isoOf(raw) : null,
  }
}

const dayOf = (when: string): Day => parseDay(when.slice(0, 10))!

/** The day a reading comes to before it is moved (LFT 714, 522); null where nothing is ever moved. */
const countedTo = ({ anchor, at, term }: PlannedStep, { counting }: Reading, calendar: Calendar) => {
  if (!anchor || anchor.service !== null || !isCounting(counting)) return null
  if (at === 'within') return forward(calendar, counting, dayOf(anchor.on), term.amount)
  if (at === 'before') return backward(calendar, counting, dayOf(anchor.on), term.amount)
  return null
}

const COUNTINGS: readonly string[] = ['calendar', 'business', 'months', 'months_of_30', 'years']
const isCounting = (counting: Reading['counting']): counting is Counting => COUNTINGS.includes(counting)

const skippedBetween = ({ counting }: Reading, a: Day, b: Day, calendar: Calendar) => {
  const skipped: { on: string; name: Text; article: string | null }[] = []
  let weekendDays = 0
  if (counting !== 'business' && counting !== 'default') return { weekendDays, skipped }
  const last = Math.max(a, b)
  for (let day = Math.min(a, b) + 1; day <= last; day++) {
    const reason = closedBecause(calendar, day)
    if (!reason) continue
    if (weekdayOf(day) % 6 === 0) weekendDays += 1
    else if ('name' in reason)
      skipped.push({
        on: isoOf(day),
        name: reason.name,
        article: reason.why === 'rest_day' ? reason.article : null,
      })
  }
  return { weekendDays, skipped }
}
