import { formatter, type Language } from '#platform/documents/format.ts'
import type { Value } from '../schema.ts'
import { paperWords } from './words.ts'

export const hiddenMark = '[r]'

/** A value as a cell of a table: hidden stays hidden. */
export const cellOf = (value: Value) => {
  if (value.kind === 'hidden') return { hidden: hiddenMark }
  return value.kind === 'shown' ? value.value : null
}

export const notesFor = (values: readonly Value[], language: Language) =>
  values.some(({ kind }) => kind === 'hidden')
    ? [{ mark: hiddenMark, text: paperWords[language].hidden }]
    : []

/** A value in a column that mixes units: written out, and hidden stays hidden. */
export const saidCell = (value: Value, unit: string, language: Language) =>
  value.kind === 'hidden' ? { hidden: hiddenMark } : saidValue(value, unit, language)

/** A number as it is read in a sentence: "36", "40 %", hidden or without datum in words. */
export const saidValue = (value: Value, unit: string, language: Language): string => {
  if (value.kind === 'hidden') return hiddenMark
  if (value.kind === 'none') return paperWords[language].none
  return saidNumber(value.value, unit, language)
}

export const saidNumber = (value: number, unit: string, language: Language): string => {
  if (unit === 'percent') return formatter({ as: 'percent', decimals: 0 }, language)(value)
  if (unit === 'cents') return formatter({ as: 'money', currency: 'MXN', decimals: 0 }, language)(value)
  return formatter({ as: 'number', decimals: Number.isInteger(value) ? 0 : 1 }, language)(value)
}

export const saidShare = (share: number, language: Language) =>
  formatter({ as: 'percent', decimals: 0 }, language)(share)

/** How a column of such values is drawn. */
export const columnOf = (unit: string, header: string) => {
  if (unit === 'percent') return { as: 'percent' as const, decimals: 0, header }
  if (unit === 'cents') return { as: 'money' as const, currency: 'MXN' as const, header }
  return { as: 'number' as const, header }
}
