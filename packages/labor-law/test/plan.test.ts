import { describe, expect, it } from 'vitest'
import { ruleBook } from '../src/book.ts'
import { calendarsOf } from '../src/calendar.ts'
import type { Happening } from '../src/facts.ts'
import { conflictSentences } from '../src/messages/notices.ts'
import { refusalSentence } from '../src/messages/refusals.ts'
import { type PlanInput, type PlanSettings, plan } from '../src/plan.ts'
import type { ProcedureId } from '../src/procedures.ts'
import type { Term } from '../src/rule.ts'
import { markOf } from '../src/say.ts'
import { sayNotices } from '../src/step-text.ts'
import { planned, stepOf } from './planned.ts'

const TODAY = '2026-11-22'

describe('a plan is refused', () => {
  const election = (more: object) =>
    ({ procedure: 'leadership_election', today: TODAY, events: {}, ...more }) as PlanInput
  it.each([
    [election({ procedure: 'toString' }), 'unknown-procedure'],
    [election({ today: '2026-02-30' }), 'not-a-date'],
    [election({ events: { election: '2026-02-30' } }), 'not-a-date'],
    [election({ events: { constructor: '2026-12-14' } }), 'unknown-event'],
    [election({ events: { election: '2061-01-01' } }), 'out-of-range'],
    [election({ events: { election: '2018-05-02' } }), 'before-validity'],
    [election({ answers: { hasOwnProperty: true } }), 'unknown-answer'],
    [election({ jurisdiction: 'local' }), 'place-needed'],
    [election({ place: { state: '00' } }), 'unknown-place'],
    [election({ distanceKm: Number.NaN }), 'not-a-distance'],
    [election({ distanceKm: -1 }), 'not-a-distance'],
    [election({ distanceKm: Number.POSITIVE_INFINITY }), 'not-a-distance'],
    [
      election({ procedure: 'strike', events: { filing: '2026-12-01' }, place: { state: '22' } }),
      'hour-needed',
    ],
    [election({ procedure: 'strike', events: { filing: '2026-12-01T10:00' } }), 'place-needed'],
  ])('%j', (input, refusal) => {
    const made = plan(input)
    if (!('refusal' in made)) throw new Error('it was planned')
    expect(made.refusal).toBe(refusal)
    const { es, en } = refusalSentence(made)
    expect(es).not.toBe(en)
  })

  it('when the rule in the book has ended and nothing replaces it', () => {
    const terms = ruleBook.terms.map((term): Term => ({ ...term, validTo: '2027-05-01' }))
    const input = {
      procedure: 'leadership_election',
      today: TODAY,
      events: { election: '2027-06-14' },
    } as const
    expect(plan(input, { book: { ...ruleBook, terms } })).toMatchObject({ refusal: 'after-validity' })
    expect(plan(input)).not.toHaveProperty('refusal')
  })
})

describe('a reform', () => {
  const reformed: Term[] = ruleBook.terms.flatMap((term): Term[] =>
    term.id === 'ELE-01'
      ? [
          { ...term, validTo: '2027-05-01' },
          { ...term, amount: 20, unit: 'calendar', text: 'LFT 2027-05-02', validFrom: '2027-05-02' },
        ]
      : [term],
  )
  const callFor = (election: string) =>
    stepOf(
      planned(
        { procedure: 'leadership_election', today: TODAY, events: { election } },
        { book: { ...ruleBook, terms: reformed } },
      ),
      'call',
    )

  it('reaches the acts of its day on, and none before', () => {
    expect(reformed).toHaveLength(ruleBook.terms.length + 1)
    expect(callFor('2027-05-01').term.amount).toBe(10)
    expect(callFor('2027-05-02')).toMatchObject({ term: { amount: 20 }, latest: '2027-04-12' })
  })
})

describe('service', () => {
  const answerAfter = (service: Happening) =>
    stepOf(planned({ procedure: 'title_dispute', today: TODAY, events: { service } }), 'answer').readings.map(
      ({ latest }) => latest,
    )

  // Tuesday December 1; ten days. By mailbox it takes effect on the 3rd, by bulletin on the 2nd.
  it('takes effect at once in person, the next day by bulletin, in two days by mailbox', () => {
    expect(answerAfter('2026-12-01')).toEqual(['2026-12-11', '2026-12-15'])
    expect(answerAfter({ on: '2026-12-01', service: 'personal' })).toEqual(['2026-12-11', '2026-12-15'])
    expect(answerAfter({ on: '2026-12-01', service: 'bulletin' })).toEqual(['2026-12-14', '2026-12-16'])
    expect(answerAfter({ on: '2026-12-01', service: 'mailbox' })).toEqual(['2026-12-14', '2026-12-17'])
  })

  it('never lengthens our own safe date', () => {
    const ours = (service: Happening) =>
      stepOf(
        planned({
          procedure: 'title_dispute',
          today: TODAY,
          events: { service },
          answers: { we_respond: true },
          distanceKm: 900,
        }),
        'our_answer',
      )
    for (const how of ['personal', 'bulletin', 'mailbox'] as const)
      expect(ours({ on: '2026-12-01', service: how })).toMatchObject({ safe: '2026-12-11', ours: true })
    expect(ours({ on: '2026-12-01', service: 'mailbox' }).latest! > '2026-12-17').toBe(true)
  })
})

describe('a step, as the days go by', () => {
  const statusOn = (today: string, call?: string) =>
    stepOf(
      planned({
        procedure: 'leadership_election',
        today,
        events: { election: '2026-12-14', ...(call && { call }) },
      }),
      'call',
    ).status

  // Safe until Friday November 27; the calendar reading allows Friday December 4.
  it('has time, is at risk past the safe date, and is overdue past every reading', () => {
    expect(statusOn('2026-11-27')).toBe('upcoming')
    expect(statusOn('2026-11-28')).toBe('at_risk')
    expect(statusOn('2026-12-04')).toBe('at_risk')
    expect(statusOn('2026-12-05')).toBe('overdue')
  })

  it('is judged by the date it was or will be done', () => {
    expect(statusOn('2026-11-22', '2026-11-27')).toBe('planned')
    expect(statusOn('2026-11-22', '2026-12-03')).toBe('planned_late')
    expect(statusOn('2026-12-01', '2026-11-27')).toBe('done')
    expect(statusOn('2026-12-09', '2026-12-03')).toBe('done_late')
  })

  it('is awaited from the other side until every reading has passed', () => {
    const on = (today: string) =>
      stepOf(planned({ procedure: 'title_dispute', today, events: { service: '2026-12-01' } }), 'answer')
        .status
    expect(on('2026-12-15')).toBe('awaited')
    expect(on('2026-12-16')).toBe('lapsed')
  })

  it('opens only when every reading lets it', () => {
    const on = (today: string) =>
      stepOf(planned({ procedure: 'union_registration', today, events: { filing: '2026-11-23' } }), 'demand')
    const { opens, safe } = on(TODAY)
    expect(opens! < safe!).toBe(true)
    expect(on(TODAY).status).toBe('upcoming')
    expect(on(opens!).status).toBe('early')
    expect(on(safe!).status).toBe('open')
  })
})

describe('what a plan warns of', () => {
  const yearsMissing = (procedure: ProcedureId, events: object, settings?: PlanSettings) =>
    planned({ procedure, today: TODAY, events } as PlanInput, settings).notices.flatMap((notice) =>
      notice.kind === 'closures_missing' ? notice.years : [],
    )

  it('is the years whose closures are not listed, and only those the dates touch', () => {
    expect(yearsMissing('leadership_election', { election: '2026-12-14' })).toEqual([2026, 2027])
    expect(yearsMissing('leadership_election', { election: '2026-07-14' })).toEqual([2026])
    expect(yearsMissing('leadership_election', { election: '2024-07-30' })).toEqual([])
  })

  it('is not a year that only ends a validity', () => {
    const events = { certificate: '2024-09-02' }
    expect(yearsMissing('first_contract', events)).toEqual([])
  })

  it('stops once the list is loaded', () => {
    const listed = (year: number) =>
      ({
        authority: 'cfcrl',
        year,
        name: { es: 'inhábil', en: 'closed' },
        days: [`${year}-12-24`],
        ranges: [],
        basis: 'read',
        source: 'prueba',
        signedBy: null,
      }) as const
    const calendars = calendarsOf({ closures: [listed(2026), listed(2027)] })
    expect(yearsMissing('leadership_election', { election: '2026-12-14' }, { calendars })).toEqual([])
  })
})

describe('a disputed point', () => {
  const wages = (answers: { no_vote?: boolean }) =>
    planned({ procedure: 'wage_revision', today: TODAY, events: { last: '2026-03-02' }, answers })

  it('is said while nobody has answered it, and its safe side is planned', () => {
    const made = wages({})
    expect(made.notices.map(({ kind }) => kind)).toContain('doubt')
    expect(sayNotices(made).some(({ es }) => es.includes('Se discute') && es.includes('por confirmar'))).toBe(
      true,
    )
    expect(stepOf(made, 'call')).toBeDefined()
  })

  it('is settled by the answer', () => {
    const made = wages({ no_vote: true })
    expect(made.notices.map(({ kind }) => kind)).not.toContain('doubt')
    expect(stepOf(made, 'call')).toBeUndefined()
  })
})

describe('a window without a safe date', () => {
  it('is explained with the days of its rules, as a lawyer may change them', () => {
    const terms = ruleBook.terms.map((term): Term => (term.id === 'CBA-03' ? { ...term, amount: 12 } : term))
    const events = { certificate: '2026-11-23', vote: '2027-01-27' }
    const call = (settings: PlanSettings) =>
      stepOf(planned({ procedure: 'first_contract', today: TODAY, events }, settings), 'call').conflict
    expect(call({})).toBeNull()
    const conflict = call({ book: { ...ruleBook, terms } })!
    expect(conflict).toMatchObject({ kind: 'no_safe_date', minDays: 12, maxDays: 15, because: [] })
    expect(conflictSentences(conflict)[0]!.es).toBe(
      'Ninguna fecha cumple las dos lecturas. 12 días hábiles completos no caben en 15 naturales.',
    )
  })
})

describe('the mark of a sentence made from several rules', () => {
  it('stays until every one of them is signed', () => {
    const signed = { basis: 'read', signedBy: 'Lic. Rosa Núñez' } as const
    const unsigned = { basis: 'read', signedBy: null } as const
    expect(markOf([signed, unsigned]).es).toBe('sin revisión de abogado')
    expect(markOf([signed, signed]).es).toBe('')
    expect(markOf([signed, { basis: 'knowledge', signedBy: 'x' }]).en).toBe('to be confirmed')
  })
})
