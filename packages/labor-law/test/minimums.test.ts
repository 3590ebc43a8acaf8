import { describe, expect, it } from 'vitest'
import { type Clause, checkClause, clauseKinds } from '../src/clauses.ts'
import { fineFor } from '../src/fines.ts'
import { minimumAt, minimumWage, umaAt, vacationDays, weeklyHoursSchedule } from '../src/minimums.ts'
import { sourceTable } from './csv.ts'

describe('wages and UMA by date', () => {
  it('refuse a year that is not loaded instead of guessing', () => {
    expect(minimumWage('2027-01-01', 'general')).toEqual({
      refusal: 'not-loaded',
      what: 'wage',
      on: '2027-01-01',
    })
    expect(minimumWage('2018-06-01', 'north_border')).toMatchObject({ refusal: 'not-loaded', what: 'zone' })
    expect(umaAt('2018-01-31')).toMatchObject({ refusal: 'not-loaded', what: 'uma' })
    expect(umaAt('2027-02-01')).toMatchObject({ refusal: 'not-loaded' })
  })

  it('hold to the day: wages from January 1, UMA from February 1', () => {
    expect(minimumWage('2025-12-31', 'general')).toMatchObject({ cents: 27880 })
    expect(minimumWage('2026-01-01', 'general')).toMatchObject({ cents: 31504 })
    expect(minimumWage('2026-11-22', 'north_border')).toMatchObject({ cents: 44087 })
    expect(umaAt('2026-01-31')).toMatchObject({ dailyCents: 11314 })
    expect(umaAt('2026-02-01')).toMatchObject({ dailyCents: 11731 })
  })
})

describe('vacations', () => {
  it.each(sourceTable('vacation_days.csv'))('are those of the table for $years_completed years', (row) => {
    expect(vacationDays(Number(row.years_completed), '2022-12-31')).toBe(Number(row.days_until_2022))
    expect(vacationDays(Number(row.years_completed), '2023-01-01')).toBe(Number(row.days_since_2023))
  })

  it('are none before the first year', () => expect(vacationDays(0, '2026-01-01')).toBe(0))
})

describe('the 48 to 40 hour week', () => {
  it('goes down by steps and says that the law to develop it was not found', () => {
    expect(weeklyHoursSchedule().map(({ from, hours }) => [from, hours])).toEqual([
      ['2019-05-02', 48],
      ['2027-01-01', 46],
      ['2028-01-01', 44],
      ['2029-01-01', 42],
      ['2030-01-01', 40],
    ])
    for (const { rule, hours } of weeklyHoursSchedule())
      if (hours < 48) {
        expect(rule.basis).toBe('secondary')
        expect(rule.says.es).toContain('No se encontró')
      }
    expect(minimumAt('MIN-WEEK', '2031-05-01')).toMatchObject({ value: 40 })
  })
})

describe('a clause against the law', () => {
  const verdict = (clause: Clause, on = '2026-11-22') => {
    const result = checkClause(clause, on)
    if ('refusal' in result) throw new Error(JSON.stringify(result))
    return result.verdict
  }

  it('is refused with a bad value or a date the rule does not cover', () => {
    expect(checkClause({ kind: 'aguinaldo_days', value: -1 }, '2026-11-22')).toMatchObject({
      refusal: 'bad-value',
    })
    expect(checkClause({ kind: 'aguinaldo_days', value: 15 }, '2019-01-01')).toMatchObject({
      refusal: 'before-validity',
    })
    expect(checkClause({ kind: 'daily_wage', cents: 40000, zone: 'general' }, '2027-03-01')).toMatchObject({
      refusal: 'not-loaded',
    })
    expect(checkClause({ kind: 'seat', value: 1 }, '2025-06-16')).toMatchObject({
      refusal: 'before-validity',
    })
  })

  it('is below, equal or above, whichever way is better', () => {
    expect(verdict({ kind: 'aguinaldo_days', value: 14 })).toBe('below')
    expect(verdict({ kind: 'aguinaldo_days', value: 15 })).toBe('equal')
    expect(verdict({ kind: 'aguinaldo_days', value: 30 })).toBe('above')
    expect(verdict({ kind: 'weekly_hours', value: 45 })).toBe('above')
    expect(verdict({ kind: 'weekly_hours', value: 45 }, '2028-01-01')).toBe('below')
    expect(verdict({ kind: 'vacation_days', years: 3, days: 14 })).toBe('below')
    expect(verdict({ kind: 'vacation_days', years: 3, days: 14 }, '2022-06-01')).toBe('above')
    expect(verdict({ kind: 'daily_wage', cents: 31504, zone: 'general' })).toBe('equal')
    expect(verdict({ kind: 'daily_wage', cents: 31504, zone: 'north_border' })).toBe('below')
    expect(verdict({ kind: 'exclusion_clause', value: 1 })).toBe('forbidden')
    expect(verdict({ kind: 'exclusion_clause', value: 0 })).toBe('equal')
  })

  it('is answered with the article, for every kind', () => {
    for (const kind of clauseKinds) {
      const clause: Clause =
        kind === 'daily_wage'
          ? { kind, cents: 50000, zone: 'general' }
          : kind === 'vacation_days'
            ? { kind, years: 1, days: 12 }
            : { kind, value: 10 }
      const result = checkClause(clause, '2026-11-22')
      if ('refusal' in result) throw new Error(kind)
      expect(result.article).toMatch(/^(LFT|CPEUM) /)
      expect(result.says[0]!.es).toContain(result.article)
      expect(result.says[0]!.en).not.toBe(result.says[0]!.es)
    }
  })
})

describe('fines', () => {
  it('are refused for nobody', () => {
    expect(fineFor('FIN-UNION', '2026-11-22', { workers: 0 })).toMatchObject({ refusal: 'bad-value' })
    expect(fineFor('FIN-UNION', '2019-01-01')).toMatchObject({ refusal: 'before-validity' })
  })

  it('are the UMA of the day, per worker, double on repeating', () => {
    expect(fineFor('FIN-UNION', '2026-11-22')).toMatchObject({ minCents: 2_932_750, maxCents: 58_655_000 })
    expect(fineFor('FIN-UNION', '2026-11-22', { workers: 3, repeated: true })).toMatchObject({
      minCents: 2_932_750 * 6,
    })
    expect(fineFor('FIN-ABSENT', '2026-01-15', { workers: 9 })).toMatchObject({
      minCents: 50 * 11314,
      workers: 1,
    })
  })
})
