import { termAt } from './book.ts'
import type { Calendar } from './calendar.ts'
import { backwardClear, countingsOf } from './counting.ts'
import { type Day, isoOf } from './dates.ts'
import type { Known, PlanContext } from './plan-steps.ts'
import type { Step } from './procedure.ts'
import { safeWindow } from './window.ts'

const HORIZON_DAYS = 120

/**
 * The first day for an event nobody has dated, given the acts that precede it: the one on which every reading of every
 * notice is met (LFT 371 IX, 390 Bis III b, 390 Ter I); null if no act is known or no day meets them all.
 */
export const projectedEvent = (
  context: PlanContext,
  steps: readonly Step[],
  event: string,
  known: ReadonlyMap<string, Known>,
  calendarOf: (step: Step) => Calendar,
): Day | null => {
  const acts = steps.flatMap((step) => {
    const act = step.does === undefined ? undefined : known.get(step.does)
    const ahead = step.timing.at === 'before' || step.timing.at === 'between'
    return ahead && step.timing.event === event && act ? [{ step, day: act.day }] : []
  })
  if (acts.length === 0) return null
  const from = Math.max(...acts.map(({ day }) => day)) + 1
  for (let day = from; day <= from + HORIZON_DAYS; day++)
    if (acts.every((act) => meets(context, act.step, act.day, day, calendarOf(act.step)))) return day
  return null
}

const meets = (context: PlanContext, step: Step, act: Day, event: Day, calendar: Calendar): boolean => {
  const term = termAt(context.book, step.rule, isoOf(event))
  if ('refusal' in term) return false
  if (step.timing.at !== 'between')
    return countingsOf(term.unit).every(
      (counting) => act <= backwardClear(calendar, counting, event, term.amount),
    )
  const max = termAt(context.book, step.timing.max, isoOf(event))
  const window = 'refusal' in max ? null : safeWindow(calendar, event, term, max)
  return window !== null && window.from <= act && act <= window.to
}
