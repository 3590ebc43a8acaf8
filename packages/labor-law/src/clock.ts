import { dayOf, isoOf, partsOf } from './dates.ts'

/** Minutes since 1970-01-01T00:00Z. */
export type Minute = number

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})T([01]\d|2[0-3]):([0-5]\d)$/
const MS_PER_MINUTE = 60_000
const MINUTES_PER_DAY = 24 * 60
const MINUTES_PER_WEEK = 7 * MINUTES_PER_DAY

/**
 * The instant of a wall clock (YYYY-MM-DDTHH:MM) in an IANA zone, or null if the text is no date and hour. An hour that
 * happens twice in autumn is its first time; an hour that is skipped in spring is the one the clock jumps to.
 */
export const instantOf = (wall: string, zone: string): Minute | null => {
  const match = SHAPE.exec(wall)
  if (!match) return null
  const [year, month, date, hour, minute] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ]
  const asUtc = Date.UTC(year, month - 1, date, hour, minute) / MS_PER_MINUTE
  if (wallAtUtc(asUtc) !== wall) return null
  const before = asUtc - offsetAt(asUtc - 24 * 60, zone)
  const after = asUtc - offsetAt(asUtc + 24 * 60, zone)
  const candidates = [before, after].filter((at) => wallOf(at, zone) === wall)
  return candidates.length > 0 ? Math.min(...candidates) : before
}

/** The wall clock, YYYY-MM-DDTHH:MM, of an instant in an IANA zone. */
export const wallOf = (instant: Minute, zone: string): string => wallAtUtc(instant + offsetAt(instant, zone))

const wallAtUtc = (minute: Minute): string => {
  const day = Math.floor(minute / MINUTES_PER_DAY)
  const left = minute - day * MINUTES_PER_DAY
  const [hour, past] = [Math.floor(left / 60), left % 60].map((part) => String(part).padStart(2, '0'))
  return `${isoOf(day)}T${hour}:${past}`
}

/** Minutes to add to UTC in a zone at an instant. */
const offsetAt = (instant: Minute, zone: string): number => {
  const { year } = partsOf(Math.floor(instant / MINUTES_PER_DAY))
  return offsetsOf(zone, year).findLast(({ from }) => from <= instant)!.offset
}

type Offset = { readonly from: Minute; readonly offset: number }

const known = new Map<string, readonly Offset[]>()

/** The offsets of a zone in a year, each from its first minute. Asked of the system once: it takes its time. */
const offsetsOf = (zone: string, year: number): readonly Offset[] => {
  const key = `${zone} ${year}`
  const before = known.get(key)
  if (before) return before
  const formatter = formatterOf(zone)
  const [start, end] = [dayOf(year, 1, 1), dayOf(year + 1, 1, 1)].map((day) => day * MINUTES_PER_DAY)
  const offsets: Offset[] = [{ from: start!, offset: askOffset(formatter, start!) }]
  for (let at = start!; at < end!; at += MINUTES_PER_WEEK) {
    const next = Math.min(at + MINUTES_PER_WEEK, end! - 1)
    const offset = askOffset(formatter, next)
    if (offset !== offsets.at(-1)!.offset) offsets.push({ from: changeBetween(formatter, at, next), offset })
  }
  known.set(key, offsets)
  return offsets
}

/** The first minute after `from` with the offset of `to`. */
const changeBetween = (formatter: Intl.DateTimeFormat, from: Minute, to: Minute): Minute => {
  const offset = askOffset(formatter, to)
  let [old, changed] = [from, to]
  while (changed - old > 1) {
    const middle = Math.floor((old + changed) / 2)
    if (askOffset(formatter, middle) === offset) changed = middle
    else old = middle
  }
  return changed
}

const askOffset = (formatter: Intl.DateTimeFormat, instant: Minute): number => {
  const parts = formatter.formatToParts(instant * MS_PER_MINUTE)
  const part = (type: string) => Number(parts.find((found) => found.type === type)?.value)
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'))
  return wall / MS_PER_MINUTE - instant
}

const formatterOf = (zone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  })
