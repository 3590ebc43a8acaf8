import { type Minute, wallOf } from './clock.ts'
import type { Timing } from './procedure.ts'
import type { Term } from './rule.ts'

/** `elapsed`: hours gone by. `clock`: the same hour so many days later; they differ where the clock changes. */
export type HourReading = {
  readonly counting: 'elapsed' | 'clock'
  readonly opens: Minute | null
  readonly latest: Minute | null
}

export type HourSpan = {
  readonly readings: readonly HourReading[]
  readonly opens: Minute | null
  readonly latest: Minute | null
  readonly safe: Minute | null
}

const MINUTES_PER_HOUR = 60

/** A term in hours, or in days from an hour to the same hour (LFT 920 III, 921-922, 928 III, 929-932). */
export const hourSpan = (
  at: Timing['at'],
  { unit, amount }: Term,
  from: Minute,
  zone: string,
  instantAt: (wall: string) => Minute,
): HourSpan => {
  const elapsed = from + amount * MINUTES_PER_HOUR * (unit === 'hours' ? 1 : 24)
  const ends: { counting: HourReading['counting']; end: Minute }[] = [{ counting: 'elapsed', end: elapsed }]
  if (unit === 'calendar_hours')
    ends.push({ counting: 'clock', end: instantAt(daysLater(wallOf(from, zone), amount)) })
  const times = ends.map(({ end }) => end)
  if (at === 'once_reached' || at === 'once_past')
    return {
      readings: ends.map(({ counting, end }) => ({ counting, opens: end, latest: null })),
      opens: Math.min(...times),
      latest: null,
      safe: Math.max(...times),
    }
  return {
    readings: ends.map(({ counting, end }) => ({ counting, opens: null, latest: end })),
    opens: null,
    latest: Math.max(...times),
    safe: Math.min(...times),
  }
}

const daysLater = (wall: string, days: number): string => {
  const date = new Date(`${wall.slice(0, 10)}T00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return `${date.toISOString().slice(0, 10)}${wall.slice(10)}`
}
