/** A calendar day, `YYYY-MM-DD`, without a time zone. */
export type Day = string

/** The calendar day that `at` falls on in an IANA time zone. */
export const localDay = (at: Date, timeZone: string): Day => {
  const quarter = Math.floor(at.getTime() / quarterHour)
  const known = latest.get(timeZone)
  if (known?.quarter === quarter) return known.day
  const day = formatter(timeZone).format(at)
  if (at.getUTCFullYear() > 1972 && isTimeZone(timeZone)) latest.set(timeZone, { quarter, day })
  return day
}

// Every zone has kept to whole quarters of an hour since 1972: midnight never falls inside one. Formatting takes 20 µs.
const quarterHour = 15 * 60_000
const latest = new Map<string, { quarter: number; day: Day }>()

/** Whether it is the IANA name of a time zone, as `America/Tijuana`; a bare offset is not one. */
export const isTimeZone = (name: string): boolean => {
  try {
    return /^[A-Za-z]/.test(name) && formatter(name) !== undefined
  } catch {
    return false
  }
}

/** The day `days` later; negative for earlier. */
export const addDays = (day: Day, days: number): Day => {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

const formatters = new Map<string, Intl.DateTimeFormat>()

const formatter = (timeZone: string) => {
  const known = formatters.get(timeZone)
  if (known) return known
  // Swedish writes dates as ISO 8601 does.
  const made = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' })
  formatters.set(timeZone, made)
  return made
}
