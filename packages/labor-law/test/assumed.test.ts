import { describe, expect, it } from 'vitest'
import type { PlanInput } from '../src/plan.ts'
import { type ProcedureId, procedureOf, procedures } from '../src/procedures.ts'
import { sayStep } from '../src/step-text.ts'
import { planned, stepOf } from './planned.ts'

const TODAY = '2026-11-22'

describe('an event nobody dated', () => {
  it('is put on the first day on which every notice already given is in time', () => {
    const made = planned({
      procedure: 'first_contract',
      today: TODAY,
      events: { certificate: '2026-11-23', notice: '2027-01-11', call: '2027-01-12' },
    })
    // From Tuesday the 12th: ten full working days end on the 26th; fifteen calendar days reach the 27th.
    expect(stepOf(made, 'posting').anchor).toMatchObject({ event: 'vote', on: '2027-01-27', projected: true })
    expect(stepOf(made, 'call').conflict).toBeNull()
  })

  it('is said by every step that rests on it, until it is known', () => {
    const said = (events: object) => {
      const made = planned({ procedure: 'first_contract', today: TODAY, events } as PlanInput)
      return sayStep(made, stepOf(made, 'delivery')).when.map(({ es }) => es)
    }
    const dated = { certificate: '2026-11-23', vote: '2027-01-27', deposit: '2027-02-04' }
    expect(said(dated).join(' ')).not.toContain('Se supone')
    const made = planned({
      procedure: 'strike',
      today: TODAY,
      place: { state: '22' },
      events: { filing: '2026-12-01T10:00' },
    })
    const stoppage = stepOf(made, 'stoppage')
    expect(stoppage.assumes).toEqual([{ event: 'service', on: '2026-12-03T10:00' }])
    expect(sayStep(made, stoppage).when.at(-1)!.es).toContain('Se supone: patrón notificado, el jueves 3')
  })

  it('is never the end of a conciliation, from which the time to sue hangs', () => {
    const events = { dismissal: '2026-11-02', filing: '2026-11-20' }
    const suit = stepOf(planned({ procedure: 'conciliation', today: TODAY, events }), 'lawsuit')
    expect(suit).toMatchObject({ status: 'waiting', waitsFor: 'ended', safe: null })
  })

  it.each(Object.keys(procedures) as ProcedureId[])(
    '%s: no deadline of ours hangs from the assumed act of another, who may act sooner',
    (procedure) => {
      const { events } = procedureOf(procedure)
      for (const event of Object.keys(events)) {
        const on = events[event]!.hour ? '2026-12-01T10:00' : '2026-12-01'
        const input = { procedure, today: TODAY, place: { state: '22' }, events: { [event]: on } }
        const { steps } = planned(input as PlanInput)
        const deadlines = steps.filter(({ at, ours }) => ours && (at === 'within' || at === 'resumes'))
        const theirs = deadlines.flatMap(({ id, assumes }) =>
          assumes
            .filter((assumed) => steps.some(({ does, ours }) => does === assumed.event && !ours))
            .map(() => id),
        )
        expect(theirs, event).toEqual([])
      }
    },
  )

  it('has no day when one notice is too old by the time the other is due', () => {
    const made = planned({
      procedure: 'first_contract',
      today: TODAY,
      events: { certificate: '2026-11-23', notice: '2027-01-20', call: '2027-01-12' },
    })
    expect(stepOf(made, 'posting').waitsFor).toBe('vote')
  })
})
