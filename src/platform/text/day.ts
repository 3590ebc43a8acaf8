/** A calendar day, `YYYY-MM-DD`, without a time zone. */
export type Day = string

/** The calendar day that `at` falls on in an IANA time zone. */
export const localDay = (at: Date, timeZone: string): Day => formatter(timeZone).format(at)

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
