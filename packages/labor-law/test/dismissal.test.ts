import { describe, expect, it } from 'vitest'
import { conciliationRoute, type Ground } from '../src/conciliation.ts'
import { type DismissalInput, owedOnDismissal } from '../src/dismissal.ts'
import { legitimationOf } from '../src/legitimation.ts'
import { type ClockInput, dismissalClock } from '../src/limitation.ts'

/** Lupita: hired on June 15, 2020 at 400 pesos a day in the rest of the country, dismissed on September 30, 2026. */
const lupita: DismissalInput = {
  hiredOn: '2020-06-15',
  dismissedOn: '2026-09-30',
  asOf: '2026-11-22',
  dailyWageCents: 40_000,
  zone: 'general',
}
const owed = (changes: Partial<DismissalInput> = {}) => {
  const result = owedOnDismissal({ ...lupita, ...changes })
  if ('refusal' in result) throw new Error(JSON.stringify(result))
  return result
}
const cents = (changes: Partial<DismissalInput>, id: string) =>
  owed(changes).lines.find((line) => line.id === id)?.cents

describe('what a dismissed worker is owed', () => {
  it('is refused with dates or wages that cannot be', () => {
    expect(owedOnDismissal({ ...lupita, hiredOn: '2020-06-31' })).toMatchObject({
      refusal: 'not-a-date',
      field: 'hiredOn',
    })
    expect(owedOnDismissal({ ...lupita, dismissedOn: '2019-09-30' })).toMatchObject({
      refusal: 'out-of-order',
    })
    expect(owedOnDismissal({ ...lupita, asOf: '2026-09-29' })).toMatchObject({ refusal: 'out-of-order' })
    expect(owedOnDismissal({ ...lupita, dailyWageCents: 0 })).toMatchObject({ refusal: 'bad-value' })
    expect(owedOnDismissal({ ...lupita, unpaidWageDays: -2 })).toMatchObject({ refusal: 'bad-value' })
    expect(owedOnDismissal({ ...lupita, dismissedOn: '2027-03-01', asOf: '2027-03-02' })).toMatchObject({
      refusal: 'not-loaded',
    })
    expect(owedOnDismissal({ ...lupita, hiredOn: '2015-01-01', dismissedOn: '2019-03-01' })).toMatchObject({
      refusal: 'before-validity',
    })
  })

  it('is counted by hand', () => {
    // Service: six years to June 15, 2026, and 108 days (June 15-30: 16, July 31, August 31, September 30) of 365.
    const { service, integratedDailyWageCents } = owed()
    expect(service).toEqual({ years: 6, days: 108, daysInYear: 365 })
    // Integrated: 400 + 15 × 400 / 365 (16.438) + 22 days × 400 × 25 % / 365 (6.027) = 422.466.
    expect(integratedDailyWageCents).toBe(42_247)
    // Year-end bonus: 15 × 400 × 273 / 365 = 4487.67 (January 1 to September 30 are 273 days).
    expect(cents({}, 'aguinaldo')).toBe(448_767)
    // Vacation of the seventh year: 22 × 108 / 365 = 6.5096 days × 400 = 2603.84; premium, a quarter.
    expect(cents({}, 'vacation')).toBe(260_384)
    expect(cents({}, 'vacation_premium')).toBe(65_096)
    // Seniority: 400 is under twice 315.04; 12 × 400 × (6 + 108/365) = 30,220.27.
    expect(cents({}, 'seniority')).toBe(3_022_027)
    // Three months: 90 × 422.47.
    expect(cents({}, 'indemnity')).toBe(3_802_230)
    // Twenty days a year: 20 × 422.47 × (6 + 108/365) = 53,196.50.
    expect(cents({}, 'years')).toBe(5_319_650)
    // Back pay: October 31 + November 22 = 53 days × 422.47.
    expect(cents({}, 'back_pay')).toBe(2_239_091)
    expect(owed().totals).toEqual({
      alwaysCents: 448_767 + 260_384 + 65_096 + 3_022_027,
      unjustifiedCents: 3_802_230 + 2_239_091,
      notReinstatedCents: 5_319_650,
    })
  })

  it('caps the seniority premium at twice the zone’s minimum, and lifts a wage below it', () => {
    // 2 × 315.04 = 630.08; × 12 × (6 + 108/365).
    expect(cents({ dailyWageCents: 100_000 }, 'seniority')).toBe(
      Math.floor(12 * 63_008 * (6 + 108 / 365) + 0.5),
    )
    expect(cents({ dailyWageCents: 100_000, zone: 'north_border' }, 'seniority')).toBe(
      Math.floor(12 * 88_174 * (6 + 108 / 365) + 0.5),
    )
    const low = owed({ dailyWageCents: 20_000 })
    expect(low.dailyWageCents).toBe(31_504)
    expect(low.notes.map(({ es }) => es).join(' ')).toContain('menor al mínimo')
  })

  it('stops back pay at twelve months and then runs interest', () => {
    const late = { asOf: '2028-01-15' }
    expect(cents(late, 'back_pay')).toBe(365 * 42_247)
    // September 30, 2027 to January 15, 2028: three full months; 2 % × 3 × fifteen months of thirty days.
    expect(cents(late, 'interest')).toBe(Math.floor((15 * 30 * 42_247 * 6) / 100 + 0.5))
    expect(cents({ asOf: '2027-10-29' }, 'interest')).toBeUndefined()
  })

  it('takes what the contract gives above the law, and never less than the law', () => {
    expect(cents({ aguinaldoDays: 30 }, 'aguinaldo')).toBe(897_534)
    expect(cents({ aguinaldoDays: 5 }, 'aguinaldo')).toBe(448_767)
    expect(cents({ aguinaldoPaidCents: 900_000 }, 'aguinaldo')).toBe(0)
    expect(cents({ vacationDaysTaken: 30, vacationDaysOwed: 4 }, 'vacation')).toBe(160_000)
    expect(cents({ unpaidWageDays: 7 }, 'wages')).toBe(280_000)
  })

  it('follows article 50 I for fixed terms', () => {
    expect(cents({ contract: { kind: 'fixed_term' }, hiredOn: '2026-07-01' }, 'years')).toBe(
      Math.floor((92 * owed({ hiredOn: '2026-07-01' }).integratedDailyWageCents) / 2 + 0.5),
    )
    expect(cents({ contract: { kind: 'fixed_term' } }, 'years')).toBe(
      Math.floor(42_247 * (180 + 20 * (5 + 108 / 365)) + 0.5),
    )
  })

  it('counts a year for who is dismissed on its last day, and leap days', () => {
    expect(owed({ hiredOn: '2025-10-01' }).service).toEqual({ years: 1, days: 0, daysInYear: 365 })
    expect(owed({ hiredOn: '2024-02-29', dismissedOn: '2025-02-27', asOf: '2025-03-01' }).service.years).toBe(
      1,
    )
    expect(owed({ hiredOn: '2026-09-30' }).service).toMatchObject({ years: 0, days: 1 })
  })

  it('explains every line with its article and says no lawyer reviewed it', () => {
    for (const { article, says } of owed({ unpaidWageDays: 3, asOf: '2028-01-15' }).lines) {
      expect(article).toMatch(/^LFT \d/)
      for (const { es, en } of says) {
        expect(es).toContain('sin revisión de abogado')
        expect(en).toContain('not reviewed by a lawyer')
      }
    }
  })
})

describe('the two months', () => {
  const clock = (changes: Partial<ClockInput> = {}) => {
    const result = dismissalClock({ dismissedOn: '2026-11-10', today: '2026-11-22', ...changes })
    if ('refusal' in result) throw new Error(JSON.stringify(result))
    return result
  }

  it('are refused out of order', () => {
    expect(dismissalClock({ dismissedOn: '2026-11-31', today: '2026-11-22' })).toMatchObject({
      refusal: 'not-a-date',
    })
    expect(
      dismissalClock({ dismissedOn: '2026-11-10', today: '2026-11-22', filedOn: '2026-11-09' }),
    ).toMatchObject({
      refusal: 'out-of-order',
    })
    expect(
      dismissalClock({ dismissedOn: '2026-11-10', today: '2026-11-22', endedOn: '2026-11-12' }),
    ).toMatchObject({
      refusal: 'out-of-order',
    })
    expect(dismissalClock({ dismissedOn: '2019-01-10', today: '2026-11-22' })).toMatchObject({
      refusal: 'before-validity',
    })
  })

  it('end on a Sunday: by law the Monday, safely the Friday', () => {
    expect(clock()).toMatchObject({
      state: 'running',
      safe: '2027-01-08',
      daysLeft: 47,
      readings: [
        { reading: 'from_dismissal', latest: '2027-01-11' },
        { reading: 'from_notice', latest: null },
      ],
    })
  })

  it('keep the safe date even if the notice came later', () => {
    const late = clock({ noticeOn: '2026-11-20' })
    expect(late.safe).toBe('2027-01-08')
    expect(late.readings[1]).toEqual({ reading: 'from_notice', latest: '2027-01-20' })
  })

  it('stop while conciliating and run again with what was left', () => {
    expect(clock({ filedOn: '2026-11-20' })).toMatchObject({ state: 'stopped', safe: null, daysLeft: 52 })
    expect(clock({ filedOn: '2026-11-20', endedOn: '2027-01-04', today: '2027-01-05' })).toMatchObject({
      state: 'resumed',
      safe: '2027-02-25',
      readings: [
        { reading: 'suspended', latest: '2027-02-25' },
        { reading: 'interrupted', latest: '2027-03-04' },
      ],
    })
  })

  it('end at the end of February, leap or not', () => {
    expect(clock({ dismissedOn: '2026-12-30', today: '2027-01-01' }).readings[0]!.latest).toBe('2027-03-01')
    expect(clock({ dismissedOn: '2027-12-31', today: '2028-01-01' }).readings[0]!.latest).toBe('2028-02-29')
  })

  it('lapse, and say whom to ask', () => {
    const lapsed = clock({ today: '2027-03-01' })
    expect(lapsed).toMatchObject({ state: 'lapsed', safe: null, daysLeft: 0 })
    expect(lapsed.says[0]!.es).toContain('PROFEDET')
    expect(clock({ filedOn: '2027-02-01', endedOn: '2027-02-20', today: '2027-02-21' }).state).toBe('lapsed')
  })
})

describe('conciliation before suing', () => {
  it('is not needed, and never face to face, in discrimination and harassment', () => {
    for (const ground of ['discrimination', 'sexual_harassment'] as const)
      expect(conciliationRoute(ground)).toMatchObject({ needed: false, neverTogether: true })
  })

  it.each([
    ['dismissal', true],
    ['wages_or_benefits', true],
    ['social_security', false],
    ['freedom_of_association', false],
    ['contract_title', false],
    ['union_statutes', false],
    ['union_election', false],
    ['death_beneficiary', false],
  ] as readonly [Ground, boolean][])('%s: %s', (ground, needed) => {
    expect(conciliationRoute(ground).needed).toBe(needed)
  })

  it('asks for evidence where the law does', () => {
    expect(conciliationRoute('freedom_of_association').needsIndicia).toBe(true)
    expect(conciliationRoute('social_security').needsIndicia).toBe(false)
  })
})

describe('legitimation, as history', () => {
  it('is a status and never a procedure', () => {
    expect(legitimationOf({ depositedOn: '2010-13-01', vote: null })).toMatchObject({ refusal: 'not-a-date' })
    expect(legitimationOf({ depositedOn: '2010-03-01', vote: null })).toMatchObject({
      status: 'terminated_no_vote',
      stands: false,
    })
    expect(
      legitimationOf({ depositedOn: '2010-03-01', vote: { on: '2023-07-31', approved: true } }),
    ).toMatchObject({
      status: 'legitimated',
      stands: true,
    })
    expect(
      legitimationOf({ depositedOn: '2010-03-01', vote: { on: '2023-08-01', approved: true } }),
    ).toMatchObject({
      status: 'terminated_no_vote',
    })
    expect(
      legitimationOf({ depositedOn: '2010-03-01', vote: { on: '2021-08-18', approved: false } }),
    ).toMatchObject({
      status: 'terminated_rejected',
    })
    expect(legitimationOf({ depositedOn: '2022-03-01', vote: null })).toMatchObject({
      status: 'initial_post_2019',
    })
  })
})
