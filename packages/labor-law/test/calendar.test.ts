import { describe, expect, it } from 'vitest'
import { calendarsOf, closedBecause, isOpen, restDaysOf, unlistedYears } from '../src/calendar.ts'
import { backwardClear, forward, openAfter, openOnOrAfter } from '../src/counting.ts'
import { addMonths, dayOf, isIsoDate, isoOf, parseDay, weekdayOf } from '../src/dates.ts'
import { sourceTable } from './csv.ts'

const day = (text: string) => parseDay(text)!
const cfcrl = calendarsOf().of('cfcrl')

describe('the ends of the calendars', () => {
  it('still know the rest days just beyond, where terms that start near them end', () => {
    expect(isOpen(cfcrl, day('2061-12-26'))).toBe(true)
    expect(isOpen(cfcrl, day('2062-05-01'))).toBe(false)
    expect(isOpen(cfcrl, day('2015-12-25'))).toBe(false)
  })
})

describe('dates', () => {
  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', 'mañana', '2026-11-31', '0026-11-22', ''])(
    'refuses %s',
    (text) => {
      expect(parseDay(text)).toBeNull()
      expect(isIsoDate(text)).toBe(false)
    },
  )

  it('agrees with the system on every day of three centuries', () => {
    for (let at = dayOf(1900, 1, 1); at < dayOf(2200, 1, 1); at++) {
      const iso = new Date(at * 86_400_000).toISOString().slice(0, 10)
      if (isoOf(at) !== iso || parseDay(iso) !== at) throw new Error(iso)
    }
  })

  it('knows leap years, weekdays and year ends', () => {
    expect(isoOf(day('2028-02-28') + 1)).toBe('2028-02-29')
    expect(isoOf(day('2026-12-31') + 1)).toBe('2027-01-01')
    expect(weekdayOf(day('2026-11-22'))).toBe(0)
    expect(weekdayOf(day('1969-12-31'))).toBe(3)
  })

  it('adds months to the same day, or to the last one there is', () => {
    expect(isoOf(addMonths(day('2026-12-31'), 2))).toBe('2027-02-28')
    expect(isoOf(addMonths(day('2027-12-31'), 2))).toBe('2028-02-29')
    expect(isoOf(addMonths(day('2026-08-31'), 6))).toBe('2027-02-28')
    expect(isoOf(addMonths(day('2026-01-15'), -2))).toBe('2025-11-15')
  })
})

describe('rest days of article 74', () => {
  it('are those of the table, 2024 to 2032', () => {
    const table = sourceTable('rest_days_art74.csv').map(({ date, fraction }) => `${date} ${fraction}`)
    const made = Array.from({ length: 9 }, (_, at) => restDaysOf(2024 + at))
      .flat()
      .map(({ day: on, article }) => `${isoOf(on)} ${article.replace('74 ', '')}`)
    expect(made.sort()).toEqual(table.sort())
  })

  it('had the handover on December 1 until 2018', () => {
    expect(restDaysOf(2018).map(({ day: on }) => isoOf(on))).toContain('2018-12-01')
    expect(restDaysOf(2024).map(({ day: on }) => isoOf(on))).not.toContain('2024-12-01')
  })
})

describe('the calendar of an authority', () => {
  it('is closed on weekends, rest days and its own closures, and says why', () => {
    expect(closedBecause(cfcrl, day('2026-11-21'))).toEqual({ why: 'saturday' })
    expect(closedBecause(cfcrl, day('2026-11-16'))).toMatchObject({ why: 'rest_day', article: '74 VI' })
    expect(closedBecause(cfcrl, day('2024-03-28'))).toMatchObject({ why: 'closure' })
    expect(closedBecause(cfcrl, day('2024-06-02'))).toMatchObject({ why: 'rest_day', article: '74 IX' })
    expect(closedBecause(cfcrl, day('2026-11-17'))).toBeNull()
  })

  it('jumps over Holy Week and the December closure', () => {
    expect(isoOf(openAfter(cfcrl, day('2024-03-27'), 1))).toBe('2024-04-01')
    expect(isoOf(openAfter(cfcrl, day('2024-12-16'), 1))).toBe('2025-01-02')
    expect(isoOf(openOnOrAfter(cfcrl, day('2024-07-13')))).toBe('2024-07-29')
  })

  it('is its own: a court does not close when the CFCRL does', () => {
    expect(isOpen(calendarsOf().of('federal_court'), day('2024-07-15'))).toBe(true)
  })

  it('takes the list of a year and an election day of the state', () => {
    const calendars = calendarsOf({
      state: '28',
      closures: [
        {
          authority: 'cfcrl',
          year: 2027,
          name: { es: 'Semana Santa', en: 'Holy Week' },
          days: ['2027-03-25', '2027-03-26'],
          ranges: [],
          basis: 'read',
          source: 'DOF',
          signedBy: null,
        },
      ],
      elections: [
        { day: '2027-06-07', scope: '28', basis: 'read', source: 'periódico oficial', signedBy: null },
        { day: '2027-06-08', scope: '11', basis: 'read', source: 'periódico oficial', signedBy: null },
      ],
    })
    const own = calendars.of('cfcrl')
    expect(isOpen(own, day('2027-03-25'))).toBe(false)
    expect(isOpen(own, day('2027-06-07'))).toBe(false)
    expect(isOpen(own, day('2027-06-08'))).toBe(true)
    expect(unlistedYears(own, day('2027-01-05'), day('2028-02-01'))).toEqual([2028])
  })

  it('says for which years its list is missing', () => {
    expect(unlistedYears(cfcrl, day('2024-12-01'), day('2026-01-10'))).toEqual([2025, 2026])
    expect(unlistedYears(calendarsOf().of('treaty'), day('2026-01-01'), day('2027-01-01'))).toEqual([])
  })
})

describe('counting', () => {
  it('starts the next day and counts the last', () => {
    expect(isoOf(forward(cfcrl, 'calendar', day('2026-12-30'), 3))).toBe('2027-01-02')
    expect(isoOf(forward(cfcrl, 'business', day('2026-12-30'), 3))).toBe('2027-01-05')
    expect(isoOf(forward(cfcrl, 'months_of_30', day('2026-12-30'), 2))).toBe('2027-02-28')
  })

  it('leaves ten full business days between a Monday and a Tuesday fifteen days later', () => {
    const monday = dayOf(2026, 10, 5)
    expect(backwardClear(cfcrl, 'business', monday + 15, 10)).toBe(monday)
    expect(backwardClear(cfcrl, 'business', monday + 14, 10)).toBeLessThan(monday)
  })
})
