import type { Format } from './charts/chart.ts'
import type { Column } from './table.ts'

export type Language = 'es' | 'en'

/** BCP 47: Mexican Spanish and American English. */
export const localeOf = (language: Language) => (language === 'es' ? 'es-MX' : 'en-US')

/** How one kind of value is written; whole cents become units of their currency, a hyphen before a number a minus sign. */
export const formatter = (format: Format | Column, language: Language): ((value: number) => string) => {
  const made = new Intl.NumberFormat(localeOf(language), optionsOf(format))
  return (value) => made.format(format.as === 'money' ? value / 100 : value).replace('-', '−')
}

const optionsOf = (format: Format | Column): Intl.NumberFormatOptions => {
  if (format.as === 'money') {
    const { currency, decimals } = format
    return { style: 'currency', currency, currencyDisplay: 'code', ...digits(decimals) }
  }
  if (format.as === 'percent') return { style: 'percent', ...digits(format.decimals) }
  return format.as === 'number' ? digits(format.decimals) : {}
}

const digits = (decimals: number) => ({ minimumFractionDigits: decimals, maximumFractionDigits: decimals })

/** "03 mar 2026", "Mar 03, 2026": the month by its name, so that nobody takes it for the day. */
export const shortDay = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(localeOf(language), {
    day: '2-digit',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${day}T12:00:00Z`))

/** "3 de marzo de 2026", "March 3, 2026": a day as a sentence or a cover says it. */
export const longDay = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T12:00:00Z`),
  )

/** "1 de abril – 30 de junio de 2026", "April 1 – June 30, 2026". */
export const daysBetween = (since: string, until: string, language: Language): string =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }).formatRange(
    new Date(`${since}T12:00:00Z`),
    new Date(`${until}T12:00:00Z`),
  )

/** The value that a column shows, no finer than it shows it, and money in units: data tells no more than the page. */
export const shownValue = (value: number, column: Column): number => {
  if (column.as === 'text' || column.as === 'day') return value
  const decimals = column.as === 'percent' ? column.decimals + 2 : column.decimals
  const shown = column.as === 'money' ? value / 100 : value
  return Number(shown.toFixed(decimals)) + 0
}
