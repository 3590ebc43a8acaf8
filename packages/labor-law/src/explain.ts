import { countingAt, type RuleBook, ruleBook } from './book.ts'
import { type Calendar, type Calendars, calendarsOf } from './calendar.ts'
import { type Counted, countedOf } from './counted.ts'
import type { CountingId } from './data/counting.ts'
import {
  anchorLine,
  citeLine,
  countedLine,
  movedLine,
  ruleLine,
  safeLine,
  termLine,
} from './messages/explanation.ts'
import { conflictSentences } from './messages/notices.ts'
import type { Plan, PlannedStep } from './planned.ts'
import type { Step } from './procedure.ts'
import { procedureOf } from './procedures.ts'
import type { Text } from './rule.ts'
import { marked, type Standing } from './say.ts'

export type Explanation = {
  readonly step: string
  /** Every rule the date rests on: the step's own and those on how to count. */
  readonly rules: readonly string[]
  readonly counted: readonly Counted[]
  readonly lines: readonly Text[]
}

/**
 * Why a step has its dates: the rule, its article and text, what starts the clock, the calendar, the days skipped, what
 * was moved, and why the safe date is safe (LFT 714-716, 733-737, 747, 522). Null if the plan has no such step.
 */
export const explain = (
  plan: Plan,
  stepId: string,
  settings: { readonly calendars?: Calendars; readonly book?: RuleBook } = {},
): Explanation | null => {
  const procedure = procedureOf(plan.procedure)
  const step = plan.steps.find(({ id }) => id === stepId)
  const definition = procedure.steps.find(({ id }) => id === stepId)
  if (!step || !definition) return null
  const calendar: Calendar | null = step.authority && {
    ...(settings.calendars ?? bundledCalendars).of(step.authority),
    ...(procedure.everyDayCounts && { everyDay: true as const }),
  }
  const counted = step.readings.flatMap((reading) => {
    const count = calendar && countedOf(step, definition, reading, calendar)
    return count ? [count] : []
  })
  const cited = countingRulesOf(step, definition)
  const rules = cited.flatMap((id) => {
    const rule = countingAt(settings.book ?? ruleBook, id, plan.today)
    return 'refusal' in rule ? [] : [rule]
  })
  const say = (sentence: Text | null, from: readonly Standing[] = [step.term]) =>
    sentence ? [marked(sentence, from)] : []
  return {
    step: stepId,
    rules: [step.rule, ...('max' in definition.timing ? [definition.timing.max] : []), ...cited],
    counted,
    lines: [
      ...say(ruleLine(step.term)),
      ...say(termLine(step.term)),
      ...say(anchorLine(step, (event) => procedure.events[event]!.name)),
      ...counted.flatMap((count) => say(countedLine(count))),
      ...counted.flatMap((count) => say(movedLine(count, step))),
      ...say(safeLine(step)),
      ...(step.conflict ? conflictSentences(step.conflict) : []).flatMap((line) => say(line)),
      ...rules.flatMap((rule) => say(citeLine(rule), [rule])),
      ...say(step.term.why),
      ...say(step.term.absence),
    ],
  }
}

const bundledCalendars = calendarsOf()

/** The rules on how to count that a step's dates rest on (LFT 522, 715-716, 733-737, 747). */
export const countingRulesOf = (
  { at, term, anchor }: Pick<PlannedStep, 'at' | 'term' | 'anchor'>,
  { forum, growsWithDistance }: Pick<Step, 'forum' | 'growsWithDistance'>,
): CountingId[] => {
  const { unit, topic } = term
  const inHours = unit === 'hours' || unit === 'calendar_hours'
  const cites: readonly (CountingId | false)[] = [
    (at === 'within' || at === 'once_past' || at === 'lasts') && 'GEN-01',
    unit === 'none' && 'GEN-02',
    unit === 'months' && 'GEN-03',
    anchor?.service === 'mailbox' && 'GEN-04',
    (anchor?.service === 'personal' || anchor?.service === 'bulletin') && 'GEN-11',
    growsWithDistance === true && 'GEN-05',
    (forum !== undefined || inHours) && 'GEN-06',
    (unit === 'business' || unit === 'unspecified' || unit === 'none') && 'GEN-07',
    topic === 'limitation' && 'GEN-08',
    at === 'resumes' && 'GEN-09',
    (at === 'before' || at === 'between') && 'GEN-10',
  ]
  return cites.filter((id) => id !== false)
}
