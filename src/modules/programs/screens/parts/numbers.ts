import { count } from '#ui/format.ts'
import type { Language } from '#ui/language.tsx'
import type { Unit, Value } from '../../schema.ts'

/** A quantity as it is read in its unit: "40 %", "1,250", "12.5". Percentages are kept as a share of one. */
export const quantity = (value: number, unit: Unit, language: Language): string => {
  const locale = language === 'es' ? 'es-MX' : 'en-US'
  if (unit === 'percent')
    return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(value)
  if (unit === 'cents') return new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value / 100)
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value)
}

/** Whole cents with their currency, said by its code so that dollars and pesos are never mistaken. */
export const money = (cents: number, currency: string, language: Language): string =>
  `${count(cents / 100, language)} ${currency}`

export const shownOf = (value: Value): number | undefined =>
  value.kind === 'shown' ? value.value : undefined

/** What somebody typed as an amount, in whole cents; `undefined` when it is not an amount. */
export const centsOf = (typed: string): number | undefined => {
  const amount = Number(typed.replaceAll(/[\s,$]/g, ''))
  return typed.trim() !== '' && Number.isFinite(amount) ? Math.round(amount * 100) : undefined
}

/** The first characters of a fingerprint, enough to compare by eye. */
export const shortDigest = (digest: string): string => `${digest.slice(0, 8)}…${digest.slice(-4)}`

/** A word as it begins a line. */
export const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
