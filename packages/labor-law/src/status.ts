import { type Calendar, isOpen } from './calendar.ts'
import { isoOf } from './dates.ts'
import { type Fact, textOf } from './facts.ts'
import type { PlanContext, Timed } from './plan-steps.ts'
import type { PlannedStep, Status, When } from './planned.ts'
import type { Step } from './procedure.ts'

/** Where a step stands on a given day. Dates compare as ISO text; a step in hours is judged by its day. */
export const statusOf = (
  { facts, today }: PlanContext,
  step: Step,
  { opens, latest, safe }: Timed,
  ours: boolean,
  given: PlannedStep['given'],
): Status => {
  const fact = step.does ? facts.given.get(step.does) : undefined
  if (fact) {
    const late = given !== null && (given.fails.length > 0 || given.closedDay)
    return fact.day <= today ? (late ? 'done_late' : 'done') : late ? 'planned_late' : 'planned'
  }
  if (isHeld(step, facts.given, latest)) return 'held'
  const now = isoOf(today)
  if (step.timing.at === 'back_from') return 'open'
  if (step.timing.at === 'around') return passed(now, latest) ? 'lapsed' : 'open'
  if (step.timing.at === 'once_past' || step.timing.at === 'once_reached')
    return !ours && reached(now, safe)
      ? 'lapsed'
      : reached(now, safe)
        ? 'open'
        : reached(now, opens)
          ? 'early'
          : 'upcoming'
  if (!ours) return passed(now, latest ?? safe) ? 'lapsed' : 'awaited'
  const runsOut = step.timing.at === 'lasts' || step.timing.at === 'falls'
  if (runsOut && passed(now, latest ?? safe)) return 'lapsed'
  if (passed(now, latest ?? safe)) return 'overdue'
  if (passed(now, safe) || safe === null) return 'at_risk'
  return 'upcoming'
}

/** Which readings a date fails, and whether the authority is closed that day. */
export const verdictOf = (step: Step, { readings }: Timed, fact: Fact, calendar: Calendar) => {
  const on = textOf(fact)
  const fails = readings.flatMap(({ counting, opens, latest }) =>
    (opens !== null && before(on, opens)) || (latest !== null && before(latest, on)) ? [counting] : [],
  )
  return { on, fails, closedDay: step.forum !== undefined && !isOpen(calendar, fact.day) }
}

const isHeld = ({ heldBy }: Step, given: ReadonlyMap<string, Fact>, latest: When | null): boolean => {
  const held = heldBy && given.get(heldBy.event)
  if (!held || !latest || before(latest, isoOf(held.day))) return false
  return !given.has(heldBy.until)
}

/** Compares a date with a date, or hours with hours; a date against an hour compares by the day. */
const before = (a: When, b: When): boolean => {
  const length = Math.min(a.length, b.length)
  return a.slice(0, length) < b.slice(0, length)
}

const passed = (now: When, limit: When | null) => limit !== null && before(limit, now)
const reached = (now: When, start: When | null) => start !== null && !before(now, start)
