/** Minutes since 1970-01-01T00:00Z. */
export type Minute = number

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})T([01]\d|2[0-3]):([0-5]\d)$/
const MS_PER_MINUTE = 60_000

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

const wallAtUtc = (minute: Minute) => new Date(minute * MS_PER_MINUTE).toISOString().slice(0, 16)

/** Minutes to add to UTC in a zone at an instant. */
const offsetAt = (instant: Minute, zone: string): number => {
  const parts = formatterOf(zone).formatToParts(instant * MS_PER_MINUTE)
  const part = (type: string) => Number(parts.find((found) => found.type === type)?.value)
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'))
  return wall / MS_PER_MINUTE - instant
}

const formatters = new Map<string, Intl.DateTimeFormat>()

const formatterOf = (zone: string): Intl.DateTimeFormat => {
  const known = formatters.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  })
  formatters.set(zone, made)
  return made
}
