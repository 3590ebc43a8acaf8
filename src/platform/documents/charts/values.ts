import { formatter, type Language } from '../format.ts'
import { words } from '../words.ts'
import type { Format, Value } from './chart.ts'

/** A value as its chart writes it: a number, "sin dato", or the mark of what may not be shown. */
export const writer = (format: Format, language: Language) => {
  const write = formatter(format, language)
  return (value: Value): string => {
    if (typeof value === 'number') return write(value)
    return value === null ? words[language].noDatum : value.hidden
  }
}

export const isNumber = (value: Value | undefined): value is number => typeof value === 'number'
