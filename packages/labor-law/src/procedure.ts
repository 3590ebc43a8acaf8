import type { ChecklistId } from './data/requirements.ts'
import type { TermId } from './data/terms.ts'
import type { ThresholdId } from './data/thresholds.ts'
import type { Actor, Refused, Text } from './rule.ts'

/** Before whom a step is taken, so that its dates fall on days that body works; null for acts inside the union or plant. */
export type Forum = 'registry' | 'court' | 'center' | 'treaty'

export type EventDefinition = {
  readonly name: Text
  readonly by: Actor
  /** The hour matters: strikes count from the hour of service (LFT 920 III). */
  readonly hour?: true
  /** It may never happen: it is never assumed when projecting dates. */
  readonly contingent?: true
}

/**
 * When a step falls.
 * `before`: by so many days ahead of an event. `between`: at least `rule` and at most `max` ahead of it.
 * `within`: by so many days after an event. `once_past`: only after so many days; `once_reached`: from that day on.
 * `lasts`: holds until so many days after. `falls`: exactly so many days after. `around`: a span on both sides.
 * `back_from`: what happened since so many days before counts. `no_term`: the law gives no number; do it at once.
 * `resumes`: the time left when `stopped` happened runs again the day after `resumed` (LFT 518, 521 III).
 */
export type Timing<Event extends string = string> =
  | {
      readonly at:
        | 'before'
        | 'within'
        | 'once_past'
        | 'once_reached'
        | 'lasts'
        | 'falls'
        | 'around'
        | 'back_from'
        | 'no_term'
      readonly event: Event
    }
  | { readonly at: 'between'; readonly event: Event; readonly max: TermId }
  | { readonly at: 'resumes'; readonly event: Event; readonly stopped: Event; readonly resumed: Event }

/** Conditions on what has happened and on what was answered; all must hold. */
export type When<Event extends string = string, Answer extends string = string> = {
  readonly happened?: readonly Event[]
  readonly notHappened?: readonly Event[]
  readonly yes?: readonly Answer[]
  readonly no?: readonly Answer[]
}

export type Step<Event extends string = string, Answer extends string = string> = {
  readonly id: string
  readonly rule: TermId
  readonly timing: Timing<Event>
  /** The event this step brings about; once recorded, the step is done. */
  readonly does?: Event
  /** Whose act it is when it differs from the rule's. */
  readonly who?: Actor
  readonly forum?: Forum
  readonly when?: When<Event, Answer>
  /** While this event has happened and `until` has not, the term does not run out (LFT 387). */
  readonly heldBy?: { readonly event: Event; readonly until: Event }
  /** The authority lengthens it for parties far from its seat (LFT 737). */
  readonly growsWithDistance?: true
}

export type Transition<Event extends string = string, State extends string = string> = {
  readonly from: readonly State[]
  readonly on: Event
  readonly to: State
}

export type Procedure<
  Event extends string = string,
  State extends string = string,
  Answer extends string = string,
> = {
  readonly id: string
  readonly name: Text
  readonly article: string
  readonly forum: Forum
  /** Every day and hour is a business one (LFT 716, 928 III). */
  readonly everyDayCounts?: true
  readonly events: Readonly<Record<Event, EventDefinition>>
  readonly states: Readonly<Record<State, Text>>
  readonly start: State
  readonly transitions: readonly Transition<Event, State>[]
  readonly steps: readonly Step<Event, Answer>[]
  /** Questions whose answer changes the steps; unanswered means no. */
  readonly answers: Readonly<Record<Answer, Text>>
  /** What is disputed about the whole procedure, and what the plan takes meanwhile; said unless the answer is yes. */
  readonly doubt?: { readonly unless: Answer; readonly says: Text }
  readonly thresholds: readonly ThresholdId[]
  readonly checklists: readonly ChecklistId[]
}

/** Checks at compile time that steps and transitions name events, states and answers the procedure declares. */
export const defineProcedure = <
  const Event extends string,
  const State extends string,
  const Answer extends string = never,
>(
  procedure: Procedure<Event, State, Answer>,
): Procedure<Event, State, Answer> => procedure

export type OutOfOrder = Refused<
  'out-of-order',
  { event: string; state: string; expected: readonly string[] }
>

/** The state after an event; an event that moves nothing leaves it; one that moves only other states is refused. */
export const advance = <Event extends string, State extends string>(
  procedure: Pick<Procedure<Event, State, string>, 'transitions'>,
  state: State,
  event: Event,
): State | OutOfOrder => {
  const moves = procedure.transitions.filter(({ on }) => on === event)
  if (moves.length === 0) return state
  const move = moves.find(({ from }) => from.includes(state))
  return move ? move.to : { refusal: 'out-of-order', event, state, expected: expectedIn(procedure, state) }
}

/** The events that can move a procedure on from a state. */
export const expectedIn = <Event extends string, State extends string>(
  { transitions }: Pick<Procedure<Event, State, string>, 'transitions'>,
  state: State,
): Event[] => [...new Set(transitions.filter(({ from }) => from.includes(state)).map(({ on }) => on))]
