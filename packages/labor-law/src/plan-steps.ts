import { countingAt, type OutOfForce, type RuleBook, termAt } from './book.ts'
import type { AuthorityId, Calendar, Calendars } from './calendar.ts'
import { instantOf, type Minute, wallOf } from './clock.ts'
import { type Day, isoOf, parseDay } from './dates.ts'
import type { Fact, FactRefusal, Facts } from './facts.ts'
import { textOf } from './facts.ts'
import { hourSpan } from './hour-span.ts'
import type { Place } from './places.ts'
import type { PlannedStep, Reading } from './planned.ts'
import type { When as Conditions, Forum, Procedure, Step } from './procedure.ts'
import { projectedEvent } from './project.ts'
import type { Term } from './rule.ts'
import {
  around,
  backFrom,
  before,
  between,
  type DaySpan,
  lasts,
  noTerm,
  once,
  resumes,
  type SpanInput,
  within,
} from './span.ts'
import { statusOf, verdictOf } from './status.ts'

export type PlanContext = {
  readonly procedure: Procedure
  readonly facts: Facts
  readonly today: Day
  readonly answers: Readonly<Record<string, boolean | undefined>>
  readonly calendars: Calendars
  readonly book: RuleBook
  readonly jurisdiction: 'federal' | 'local'
  readonly place: Place | undefined
  readonly distanceKm: number
}

export type Known = Fact & { readonly projected: boolean }

/** What a step's dates are, before they are judged against today. */
export type Timed = Pick<PlannedStep, 'readings' | 'opens' | 'latest' | 'safeFrom' | 'safe' | 'conflict'>

/**
 * The steps of a procedure with their dates. An event nobody has dated is assumed on the safe date of the step that
 * brings it about, unless it may never happen; so that a calendar follows from few dates.
 */
export const planSteps = (context: PlanContext): PlannedStep[] | OutOfForce | FactRefusal => {
  const known = new Map<string, Known>()
  for (const [event, fact] of context.facts.given) known.set(event, { ...fact, projected: false })
  const steps = context.procedure.steps.filter((step) => applies(context, step.when))
  const timed = new Map<Step, Timed>()
  for (let moved = true; moved; ) {
    moved = false
    for (const step of steps) {
      if (timed.has(step)) continue
      const result = timeStep(context, step, known)
      if (result === null) continue
      if ('refusal' in result) return result
      timed.set(step, result)
      moved = project(context, step, result, known) || moved
      moved = true
    }
    if (!moved) moved = projectBackward(context, steps, known)
  }
  return steps.map((step) => planned(context, step, timed.get(step) ?? null, known))
}

/** Before whom: the federal registry and center are the CFCRL (LFT 527, 590-A, 604, 684-B); states have their own. */
export const authorityOf = ({ jurisdiction, place }: PlanContext, forum: Forum): AuthorityId => {
  if (forum === 'treaty') return 'treaty'
  if (forum === 'registry') return 'cfcrl'
  const local = jurisdiction === 'local' && place
  if (forum === 'center') return local ? `state_center_${place.state}` : 'cfcrl'
  return local ? `state_court_${place.state}` : 'federal_court'
}

const OURS: readonly Term['who'][] = ['union', 'leadership', 'requesters', 'workers', 'worker']
const isOurs = (who: Term['who']) => OURS.includes(who)

const applies = ({ facts, answers }: PlanContext, when: Conditions | undefined): boolean =>
  (when?.happened ?? []).every((event) => facts.given.has(event)) &&
  (when?.notHappened ?? []).every((event) => !facts.given.has(event)) &&
  (when?.yes ?? []).every((answer) => answers[answer] === true) &&
  (when?.no ?? []).every((answer) => answers[answer] !== true)

const calendarFor = (context: PlanContext, step: Step): Calendar => {
  const calendar = context.calendars.of(authorityOf(context, step.forum ?? context.procedure.forum))
  return context.procedure.everyDayCounts ? { ...calendar, everyDay: true } : calendar
}

const timeStep = (
  context: PlanContext,
  step: Step,
  known: ReadonlyMap<string, Known>,
): Timed | OutOfForce | FactRefusal | null => {
  const anchor = known.get(step.timing.event)
  if (!anchor) return null
  const term = termAt(context.book, step.rule, isoOf(anchor.day))
  if ('refusal' in term) return term
  if (term.unit === 'hours' || term.unit === 'calendar_hours') return timeInHours(context, step, term, anchor)
  const days = timeInDays(context, step, term, anchor, known)
  if (days === null || 'refusal' in days) return days
  return {
    readings: days.readings.map(({ counting, opens, latest }) => ({
      counting,
      opens: iso(opens),
      latest: iso(latest),
    })),
    opens: iso(days.opens),
    latest: iso(days.latest),
    safeFrom: iso(days.safeFrom),
    safe: iso(days.safe),
    conflict: days.conflict,
  }
}

const iso = (day: Day | null) => (day === null ? null : isoOf(day))

const timeInDays = (
  context: PlanContext,
  step: Step,
  term: Term,
  anchor: Known,
  known: ReadonlyMap<string, Known>,
): DaySpan | OutOfForce | null => {
  const { timing } = step
  const input: SpanInput = {
    term,
    from: anchor.day,
    calendar: calendarFor(context, step),
    mustBeOpen: step.forum !== undefined && !context.procedure.everyDayCounts,
    ours: isOurs(step.who ?? term.who),
    service: anchor.service,
    extraDays: step.growsWithDistance ? distanceDays(context.distanceKm) : 0,
  }
  switch (timing.at) {
    case 'within':
      return within(input)
    case 'before':
      return before(input)
    case 'between': {
      const max = termAt(context.book, timing.max, isoOf(anchor.day))
      return 'refusal' in max ? max : between({ ...input, max, today: context.today })
    }
    case 'once_past':
      return once(input, 'past')
    case 'once_reached':
      return once(input, 'reached')
    case 'lasts':
    case 'falls':
      return lasts(input)
    case 'around':
      return around(input)
    case 'back_from':
      return backFrom(input)
    case 'no_term': {
      const fallback = countingAt(context.book, 'GEN-02', isoOf(anchor.day))
      return 'refusal' in fallback ? fallback : noTerm(input, Number(fallback.amount))
    }
    case 'resumes': {
      const stopped = known.get(timing.stopped)
      const resumed = known.get(timing.resumed)
      return stopped && resumed ? resumes({ ...input, stopped: stopped.day, resumed: resumed.day }) : null
    }
  }
}

/** LFT 737: one day per 200 kilometers, from 3 to 12; none if the party lives at the seat. */
const distanceDays = (km: number): number => (km < 200 ? 0 : Math.min(12, Math.max(3, Math.floor(km / 200))))

const timeInHours = (context: PlanContext, step: Step, term: Term, anchor: Known): Timed | FactRefusal => {
  const { zone } = context.facts
  if (!zone) return { refusal: 'place-needed', event: anchor.event }
  if (anchor.minute === null) return { refusal: 'hour-needed', event: anchor.event }
  const at = (wall: string): Minute => instantOf(wall, zone) ?? anchor.minute!
  const span = hourSpan(step.timing.at, term, anchor.minute, zone, at)
  const wall = (minute: Minute | null) => (minute === null ? null : wallOf(minute, zone))
  return {
    readings: span.readings.map(
      ({ counting, opens, latest }): Reading => ({ counting, opens: wall(opens), latest: wall(latest) }),
    ),
    opens: wall(span.opens),
    latest: wall(span.latest),
    safeFrom: null,
    safe: wall(span.safe),
    conflict: null,
  }
}

const project = (context: PlanContext, step: Step, { safe }: Timed, known: Map<string, Known>): boolean => {
  if (!step.does || !safe || known.has(step.does) || context.procedure.events[step.does]?.contingent)
    return false
  known.set(step.does, projectedFact(context, step.does, safe))
  return true
}

const projectedFact = ({ facts: { zone } }: PlanContext, event: string, when: string): Known => ({
  event,
  day: parseDay(when.slice(0, 10))!,
  minute: when.length > 10 && zone ? instantOf(when, zone) : null,
  text: when,
  service: null,
  projected: true,
})

/** The notice was posted but nobody dated the event: the first day on which every reading is met. */
const projectBackward = (
  context: PlanContext,
  steps: readonly Step[],
  known: Map<string, Known>,
): boolean => {
  const events = new Set(steps.map(({ timing }) => timing.event).filter((event) => !known.has(event)))
  for (const event of events) {
    const day = projectedEvent(context, steps, event, known, (step) => calendarFor(context, step))
    if (day === null) continue
    known.set(event, projectedFact(context, event, isoOf(day)))
    return true
  }
  return false
}

const planned = (
  context: PlanContext,
  step: Step,
  timed: Timed | null,
  known: ReadonlyMap<string, Known>,
): PlannedStep => {
  const anchor = known.get(step.timing.event)
  const term = termAt(context.book, step.rule, isoOf(anchor?.day ?? context.today))
  const rule = 'refusal' in term ? context.book.terms.findLast(({ id }) => id === step.rule)! : term
  const who = step.who ?? rule.who
  const given = step.does ? context.facts.given.get(step.does) : undefined
  const base = {
    id: step.id,
    rule: step.rule,
    term: rule,
    who,
    ours: isOurs(who),
    at: step.timing.at,
    authority: authorityOf(context, step.forum ?? context.procedure.forum),
    does: step.does ?? null,
    given: given && timed ? verdictOf(step, timed, given, calendarFor(context, step)) : null,
  }
  if (!timed)
    return {
      ...base,
      ...NOT_TIMED,
      anchor: null,
      assumes: [],
      waitsFor: missingEvent(step, known),
      status: given ? (given.day <= context.today ? 'done' : 'planned') : 'waiting',
    }
  return {
    ...base,
    ...timed,
    anchor: anchor
      ? { event: anchor.event, on: textOf(anchor), projected: anchor.projected, service: anchor.service }
      : null,
    assumes: eventsOf(step).flatMap((event) => {
      const fact = known.get(event)
      return fact?.projected ? [{ event, on: textOf(fact) }] : []
    }),
    waitsFor: null,
    status: statusOf(context, step, timed, base.ours, base.given),
  }
}

const NOT_TIMED = {
  readings: [],
  opens: null,
  latest: null,
  safeFrom: null,
  safe: null,
  conflict: null,
} as const

/** The events a step's dates hang from. */
const eventsOf = ({ timing }: Step): readonly string[] =>
  timing.at === 'resumes' ? [timing.event, timing.stopped, timing.resumed] : [timing.event]

const missingEvent = (step: Step, known: ReadonlyMap<string, Known>): string =>
  eventsOf(step).find((event) => !known.has(event)) ?? step.timing.event
