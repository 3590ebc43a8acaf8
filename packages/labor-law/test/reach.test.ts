import { describe, expect, it } from 'vitest'
import { ruleBook } from '../src/book.ts'
import { explain } from '../src/explain.ts'
import { type PlanInput, plan } from '../src/plan.ts'
import { advance, expectedEvents, type ProcedureId, procedureOf, procedures } from '../src/procedures.ts'
import { sourceTable } from './csv.ts'

const ids = Object.keys(procedures) as ProcedureId[]

describe('procedures as state machines', () => {
  it.each(ids)('%s: every state is reached and every event is named', (id) => {
    const { states, start, transitions, events, steps, answers } = procedureOf(id)
    const reached = new Set([start])
    for (let grew = true; grew; ) {
      grew = false
      for (const { from, to } of transitions)
        if (from.some((state) => reached.has(state)) && !reached.has(to)) {
          reached.add(to)
          grew = true
        }
    }
    expect(Object.keys(states).filter((state) => !reached.has(state))).toEqual([])
    for (const { on, from, to } of transitions) {
      expect(Object.keys(events)).toContain(on)
      expect(Object.keys(states)).toEqual(expect.arrayContaining([...from, to]))
    }
    const steered = steps.flatMap(({ when }) => [...(when?.yes ?? []), ...(when?.no ?? [])])
    expect(Object.keys(answers).filter((answer) => !steered.includes(answer))).toEqual([])
    expect(new Set(steps.map((step) => step.id)).size).toBe(steps.length)
  })

  it('refuse an event out of order, and say what was expected', () => {
    expect(advance('certificate', 'draft', 'issue')).toEqual({
      refusal: 'out-of-order',
      event: 'issue',
      state: 'draft',
      expected: ['filing'],
    })
    expect(advance('certificate', 'filed', 'issue')).toBe('issued')
    expect(advance('certificate', 'filed', 'notice')).toBe('filed')
    expect(expectedEvents('leadership_election', 'voted')).toEqual(['report', 'challenge'])
  })

  it('tell a plan where a date is missing instead of losing the state', () => {
    const made = plan({ procedure: 'first_contract', today: '2026-11-22', events: { vote: '2026-11-16' } })
    expect(made).toMatchObject({ state: 'voted' })
    expect(made).toMatchObject({
      notices: expect.arrayContaining([
        { kind: 'gap', event: 'vote', state: 'draft', expected: ['certificate'] },
      ]),
    })
  })
})

describe('every rule of the table of deadlines', () => {
  const scenarios: PlanInput[] = [
    ...ids.map((procedure) => inputFor(procedure, {})),
    inputFor('strike', { public_service: true, extends: true }),
    inputFor('strike', { university: true }),
    inputFor('strike', { sector_agreement: true }),
    inputFor('conciliation', { quick: true }),
    inputFor('conciliation', { joint: true }),
    inputFor('title_dispute', { no_recount: true }),
    {
      procedure: 'strike',
      today: '2026-11-22',
      place: { state: '22' },
      events: { nonexistent: '2026-11-20T10:00' },
    } as PlanInput,
    {
      procedure: 'certificate',
      today: '2026-11-22',
      events: { filing: '2026-11-03', warning: { on: '2026-11-06', service: 'mailbox' } },
    } as PlanInput,
  ]

  it('is reached from a procedure: by a step, a threshold, or the explanation of a date', () => {
    const reached = new Set(ids.flatMap((id) => procedureOf(id).thresholds as readonly string[]))
    for (const scenario of scenarios) {
      const made = plan(scenario)
      if ('refusal' in made) throw new Error(`${scenario.procedure}: ${JSON.stringify(made)}`)
      for (const step of made.steps) for (const rule of explain(made, step.id)!.rules) reached.add(rule)
    }
    expect(
      sourceTable('deadlines.csv')
        .map(({ id }) => id!)
        .filter((id) => !reached.has(id)),
    ).toEqual([])
    const own = [...ruleBook.terms, ...ruleBook.thresholds].map(({ id }) => id)
    expect(own.filter((id) => !reached.has(id))).toEqual([])
  })

  it('has checklists that some procedure uses', () => {
    const used = new Set(ids.flatMap((id) => procedureOf(id).checklists as readonly string[]))
    expect(
      [...new Set(ruleBook.requirements.map(({ checklist }) => checklist))].filter((id) => !used.has(id)),
    ).toEqual([])
  })
})

/** Every event of a procedure dated, one day apart, so that every step has its dates. */
function inputFor(procedure: ProcedureId, answers: Record<string, boolean>): PlanInput {
  const { events } = procedureOf(procedure)
  const dated = Object.keys(events)
    .filter((event) => !NEVER[procedure]?.includes(event))
    .map((event, at) => {
      const day = new Date(Date.UTC(2026, 10, 3 + at)).toISOString().slice(0, 10)
      return [event, events[event]!.hour ? `${day}T10:00` : day]
    })
  return {
    procedure,
    today: '2026-11-22',
    answers,
    place: { state: '22' },
    distanceKm: 700,
    events: Object.fromEntries(dated),
  } as PlanInput
}

/** What closes other branches if it has happened. */
const NEVER: Partial<Record<ProcedureId, string[]>> = {
  union_registration: ['registration', 'cure'],
  assembly: ['call_by_leadership'],
  strike: ['end', 'nonexistent'],
  conciliation: ['agreement'],
}
