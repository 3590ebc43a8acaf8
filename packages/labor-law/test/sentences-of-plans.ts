import { explain } from '../src/explain.ts'
import { type PlanInput, plan } from '../src/plan.ts'
import { type ProcedureId, procedureOf, procedures } from '../src/procedures.ts'
import { sayNotices, sayStep } from '../src/step-text.ts'
import { type Found, textsIn } from './texts-in.ts'

const ON = '2026-11-22'
const ids = Object.keys(procedures) as ProcedureId[]

/** Every sentence of many plans and of why each date is what it is. */
export const plannedSentences = (): Found[] =>
  inputs().flatMap((input) => {
    const made = plan(input)
    if ('refusal' in made) throw new Error(`${input.procedure}: ${JSON.stringify(made)}`)
    const steps = made.steps.flatMap((step) => {
      const { who, status, effect, papers, mark, ...said } = sayStep(made, step)
      return [
        ...textsIn(`${input.procedure}.${step.id}`, said, true),
        ...textsIn(`${input.procedure}.${step.id}`, { who, status, effect, papers }, false),
        ...textsIn(`${input.procedure}.${step.id}.explain`, explain(made, step.id)!.lines, true),
      ]
    })
    return [...steps, ...textsIn(`${input.procedure}.notices`, sayNotices(made), false)]
  })

/** Plans in every mood: nothing dated, everything dated, late, over a holiday, on the border, by mailbox. */
const inputs = (): PlanInput[] => {
  const dated = (procedure: ProcedureId, from: number, answers = {}): PlanInput => {
    const { events } = procedureOf(procedure)
    const entries = Object.keys(events).map((event, at) => {
      const day = new Date(Date.UTC(2026, 10, from + at)).toISOString().slice(0, 10)
      const on = events[event]!.hour ? `${day}T10:00` : day
      return [
        event,
        at % 3 === 1 ? { on, service: 'mailbox' } : at % 3 === 2 ? { on, service: 'personal' } : on,
      ]
    })
    const place = { state: '28' }
    return {
      procedure,
      today: ON,
      answers,
      place,
      distanceKm: 900,
      events: Object.fromEntries(entries),
    } as PlanInput
  }
  const bare = (procedure: ProcedureId, events: object, today = ON): PlanInput =>
    ({ procedure, today, events, place: { state: '28', municipality: '027' } }) as PlanInput
  return [
    ...ids.flatMap((id) => [bare(id, {}), dated(id, 3), dated(id, 21)]),
    dated('strike', 3, { public_service: true, extends: true }),
    dated('strike', 3, { university: true }),
    dated('strike', 3, { sector_agreement: true }),
    dated('conciliation', 3, { quick: true }),
    dated('conciliation', 3, { joint: true }),
    dated('conciliation', 3, { exempt: true }),
    dated('title_dispute', 3, { no_recount: true }),
    bare('first_contract', { vote: '2027-02-05', deposit: '2027-02-12' }),
    bare('certificate', { issue: '2026-06-01', strike: '2026-07-01' }),
    bare(
      'certificate',
      { filing: '2024-07-12', warning: { on: '2024-07-12', service: 'bulletin' } },
      '2024-07-13',
    ),
    bare('conciliation', { dismissal: '2026-01-10', filing: '2026-04-10', ended: '2026-05-10' }),
    bare('union_registration', { filing: '2026-10-01' }),
    bare('union_registration', { filing: '2026-10-01', warning: '2026-10-06', cure: '2026-10-09' }),
    bare('strike', { filing: '2026-10-28T10:00' }),
    {
      procedure: 'title_dispute',
      today: ON,
      jurisdiction: 'local',
      place: { state: '11' },
      events: { claim: ON },
    },
    {
      procedure: 'conciliation',
      today: ON,
      jurisdiction: 'local',
      place: { state: '11' },
      events: { dismissal: ON },
    },
  ]
}
