import type { Language } from './language.tsx'

const locale = (language: Language) => (language === 'es' ? 'es-MX' : 'en-US')

/** "lun 3 mar": a calendar day as people say it. */
export const shortDay = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(locale(language), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  }).format(new Date(`${day}T12:00:00Z`))

export const longDay = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(locale(language), { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T12:00:00Z`),
  )

/** A calendar day in two lines of a margin: "23" over "nov 2026". */
export const dayParts = (day: string, language: Language): { date: string; month: string } => {
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale(language), { ...options, timeZone: 'UTC' }).format(
      new Date(`${day}T12:00:00Z`),
    )
  return { date: part({ day: 'numeric' }), month: part({ month: 'short', year: 'numeric' }) }
}

/** A moment in the reader's own time zone. */
export const moment = (at: string | Date, language: Language): string =>
  new Intl.DateTimeFormat(locale(language), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at))

export const count = (value: number, language: Language): string =>
  new Intl.NumberFormat(locale(language)).format(value)

export const percent = (share: number, language: Language): string =>
  new Intl.NumberFormat(locale(language), { style: 'percent', maximumFractionDigits: 0 }).format(share)

/** Today on this device's own calendar. */
export const deviceToday = (): string =>
  new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short' }).format(new Date())
