import { type OutOfForce, type RuleBook, ruleBook } from './book.ts'
import { type Calendars, calendarsOf, unlistedYears } from './calendar.ts'
import { type Day, parseDay } from './dates.ts'
import { type FactRefusal, factsOf, type Happening, stateOf } from './facts.ts'
import { clockNeedsMunicipality, type Place } from './places.ts'
import { authorityOf, type PlanContext, planSteps } from './plan-steps.ts'
import type { Notice, Plan, PlannedStep } from './planned.ts'
import { expectedIn, type Procedure } from './procedure.ts'
import { type AnswerOf, type EventOf, type ProcedureId, procedureOf, procedures } from './procedures.ts'
import type { Refused } from './rule.ts'

/**
 * What is known. `today` and dates are YYYY-MM-DD; where hours count, YYYY-MM-DDTHH:MM on the clock of `place`.
 * Past dates are facts, future ones intentions that are checked. `jurisdiction` says whose court and center (LFT 698,
 * 527); federal unless told.
 */
export type PlanInput<P extends ProcedureId = ProcedureId> = {
  readonly procedure: P
  readonly today: string
  readonly events: { readonly [E in EventOf<P>]?: Happening | undefined }
  readonly answers?: { readonly [A in AnswerOf<P>]?: boolean }
  readonly place?: Place
  readonly jurisdiction?: 'federal' | 'local'
  /** Kilometers from the seat of the court to the respondent's address (LFT 737). */
  readonly distanceKm?: number
}

/** Your own calendars (closures of the year, election days) and your own rules, where they differ from this release's. */
export type PlanSettings = { readonly calendars?: Calendars; readonly book?: RuleBook }

export type PlanRefusal =
  | FactRefusal
  | OutOfForce
  | Refused<'unknown-procedure', { procedure: string; known: readonly string[] }>
  | Refused<'unknown-answer', { answer: string; known: readonly string[] }>
  | Refused<'place-needed', { event: string }>
  | Refused<'not-a-distance', { value: number }>

/**
 * The calendar of a procedure from the facts so far: each step with who must act, the papers, the latest date by each
 * reading of the law, the safe one, what its absence does and why. Each step's rule names its article (LFT; T-MEC 31-A).
 * Refuses dates that do not exist, unknown events, and dates outside the validity of a rule.
 */
export const plan = <P extends ProcedureId>(
  input: PlanInput<P>,
  settings: PlanSettings = {},
): Plan | PlanRefusal => {
  const known = Object.keys(procedures)
  if (!known.includes(input.procedure))
    return { refusal: 'unknown-procedure', procedure: input.procedure, known }
  const procedure = procedureOf(input.procedure)
  const today = parseDay(input.today)
  if (today === null) return { refusal: 'not-a-date', field: 'today', value: input.today }
  const answers = (input.answers ?? {}) as Readonly<Record<string, boolean | undefined>>
  for (const answer of Object.keys(answers))
    if (!Object.hasOwn(procedure.answers, answer))
      return { refusal: 'unknown-answer', answer, known: Object.keys(procedure.answers) }
  const facts = factsOf(procedure, input.events, input.place)
  if ('refusal' in facts) return facts
  if (input.jurisdiction === 'local' && !input.place)
    return { refusal: 'place-needed', event: 'jurisdiction' }
  const distanceKm = input.distanceKm ?? 0
  if (!(distanceKm >= 0 && distanceKm < EARTH_KM)) return { refusal: 'not-a-distance', value: distanceKm }
  const context: PlanContext = {
    procedure,
    facts,
    today,
    answers,
    calendars: settings.calendars ?? bundledCalendars,
    book: settings.book ?? ruleBook,
    jurisdiction: input.jurisdiction ?? 'federal',
    place: input.place,
    distanceKm,
  }
  const steps = planSteps(context)
  if ('refusal' in steps) return steps
  const { state, gaps } = stateOf(procedure, facts, today)
  return {
    procedure: input.procedure,
    name: procedure.name,
    today: input.today,
    state,
    next: expectedIn(procedure, state),
    authority: authorityOf(context, procedure.forum),
    zone: facts.zone,
    steps,
    notices: [
      ...noticesOf(context, procedure, steps),
      ...gaps.map(
        (gap): Notice => ({ kind: 'gap', event: gap.event, state: gap.state, expected: gap.expected }),
      ),
    ],
  }
}

/** Whether planning was refused, so that no date of any article (LFT, T-MEC) was given. */
export const isRefusal = <T extends object>(result: T | Refused<string>): result is Refused<string> & T =>
  'refusal' in result

/** No two places are farther apart. */
const EARTH_KM = 20_100
const bundledCalendars = calendarsOf()

const noticesOf = (context: PlanContext, procedure: Procedure, steps: readonly PlannedStep[]): Notice[] => {
  const notices: Notice[] = []
  const texts = new Set(steps.map(({ term }) => term.text))
  for (const text of texts) if (text.startsWith('LFT')) notices.push({ kind: 'text_not_newest', text })
  if (procedure.forum === 'treaty') notices.push({ kind: 'secondary_only' })
  const { doubt } = procedure
  if (doubt && context.answers[doubt.unless] !== true) notices.push({ kind: 'doubt', says: doubt.says })
  const spans = new Map<PlannedStep['authority'], [Day, Day]>()
  for (const { at, authority, anchor, safe, latest, opens } of steps) {
    if (at === 'lasts' || at === 'falls' || at === 'around') continue
    const days = [anchor?.on, safe, latest, opens].flatMap((when) =>
      when ? [parseDay(when.slice(0, 10))!] : [],
    )
    if (!authority || days.length === 0) continue
    const [first, last] = spans.get(authority) ?? [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
    spans.set(authority, [Math.min(first, ...days), Math.max(last, ...days)])
  }
  for (const [authority, [first, last]] of spans) {
    if (!authority || procedure.everyDayCounts) continue
    const years = unlistedYears(context.calendars.of(authority), first, last)
    if (years.length > 0) notices.push({ kind: 'closures_missing', authority, years })
  }
  const { place } = context
  if (procedure.everyDayCounts && place && !place.municipality && clockNeedsMunicipality(place.state))
    notices.push({ kind: 'municipality_needed', state: place.state })
  return notices
}
