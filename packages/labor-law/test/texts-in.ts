import type { Text } from '../src/rule.ts'

/** Where a sentence comes from, and whether it was made from a rule, so that it must bear the mark. */
export type Found = { readonly from: string; readonly text: Text; readonly ruled: boolean }

/** Every pair { es, en } anywhere inside a value; functions are called with plain arguments. */
export const textsIn = (from: string, value: unknown, ruled: boolean): Found[] => {
  if (typeof value === 'function') return []
  if (value instanceof Map) return textsIn(from, [...value.values()], ruled)
  if (value === null || typeof value !== 'object') return []
  if (isText(value)) return [{ from, text: { es: value.es, en: value.en }, ruled }]
  return Object.entries(value).flatMap(([key, item]) => textsIn(`${from}.${key}`, item, ruled))
}

const isText = (value: object): value is Text =>
  'es' in value && 'en' in value && typeof value.es === 'string' && typeof value.en === 'string'
