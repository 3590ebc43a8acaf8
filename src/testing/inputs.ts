import fc from 'fast-check'
import type * as z from 'zod'
import type { Operation } from '#platform/http/limits.ts'

/** Where values of a titled kind come from: ids of some organization, tokens that open something. */
export type Source = (title: string) => fc.Arbitrary<unknown> | undefined

// Only what our contracts use; zod's own types of these are internal.
type Def = {
  type: string
  format?: string
  pattern?: RegExp
  checks?: { _zod: { def: Check } }[]
  shape?: Record<string, z.ZodType>
  options?: z.ZodType[]
  element?: z.ZodType
  items?: z.ZodType[]
  innerType?: z.ZodType
  in?: z.ZodType
  entries?: Record<string, string>
  values?: unknown[]
  coerce?: boolean
}
type Check = {
  check: string
  minimum?: number
  maximum?: number
  length?: number
  value?: number
  inclusive?: boolean
  pattern?: RegExp
}

const words = [
  'Pintura',
  'la güera',
  'Turno de noche',
  'Ruta 3',
  'Ñíguez',
  'Acta del 3 de marzo',
  '55 1234 5678',
]

/**
 * Inputs that a schema accepts: ids from `source`, words that people write, numbers and lists within their bounds. `optional`
 * fields are there now and then, or never: a filter that is there usually finds nobody.
 */
export const inputsOf = (
  schema: z.ZodType,
  source: Source,
  optional: 'sometimes' | 'never' = 'sometimes',
): fc.Arbitrary<unknown> => {
  const title = schema.meta()?.title
  const known = title === undefined ? undefined : source(title)
  if (known) return known
  const def = schema._zod.def as unknown as Def
  const inner = (one: z.ZodType) => inputsOf(one, source, optional)
  const checks = (def.checks ?? []).map((one) => one._zod.def)
  const bound = (...names: string[]) => checks.find(({ check }) => names.includes(check))
  switch (def.type) {
    case 'string':
      return textOf(def, checks)
    case 'number': {
      const [low, high] = [bound('greater_than'), bound('less_than')]
      const min = low ? low.value! + (low.inclusive ? 0 : 1) : -5
      return fc.integer({ min, max: Math.min(high?.value ?? min + 20, min + 20) })
    }
    case 'boolean':
      return fc.boolean()
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries!))
    case 'literal':
      return fc.constantFrom(...def.values!)
    case 'nullable':
      return fc.option(inner(def.innerType!), { nil: null })
    case 'optional':
      return optional === 'never'
        ? fc.constant(undefined)
        : fc.option(inner(def.innerType!), { nil: undefined, freq: 1 })
    case 'default':
      return fc.option(inner(def.innerType!), { nil: undefined, freq: 1 })
    case 'array': {
      const exact = bound('length_equals')?.length
      const minLength = exact ?? bound('min_length')?.minimum ?? 0
      const maxLength = exact ?? Math.min(bound('max_length')?.maximum ?? 3, minLength + 2)
      return fc.array(inner(def.element!), { minLength, maxLength })
    }
    case 'tuple':
      return fc.tuple(...def.items!.map(inner))
    case 'union':
      return fc.oneof(...def.options!.map(inner))
    case 'record':
      return fc.dictionary(fc.constantFrom('id', 'nombre', 'type'), fc.constantFrom(...words))
    case 'object':
      return fc.record(Object.fromEntries(Object.entries(def.shape!).map(([key, one]) => [key, inner(one)])))
    case 'pipe':
      return fc.constantFrom('true', 'false')
    case 'unknown':
      return fc.jsonValue()
    default:
      throw new Error(`No inputs for a ${def.type} yet: add it here.`)
  }
}

const textOf = ({ format, pattern }: Def, checks: Check[]): fc.Arbitrary<string> => {
  if (format === 'uuid') return fc.uuid({ version: 4 })
  if (format === 'date') return fc.constantFrom('2026-03-02', '2026-11-22', '2024-02-29')
  if (format === 'datetime') return fc.constantFrom('2026-03-02T15:04:05.000Z', '2026-11-22T00:00:00Z')
  if (format === 'base64')
    return fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes).toString('base64'))
  const wanted = pattern ?? checks.find((check) => check.pattern)?.pattern
  if (wanted) return fc.stringMatching(wanted)
  const length = (name: string, key: 'minimum' | 'maximum') =>
    checks.find(({ check }) => check === name)?.[key]
  const [min, max] = [length('min_length', 'minimum') ?? 0, length('max_length', 'maximum') ?? 60]
  return fc.constantFrom(...words).map((word) => word.slice(0, max).padEnd(min, 'a'))
}

/** Inputs for one operation, always the same ones: the first without anything optional. */
export const sampleInputs = (
  { input }: Pick<Operation, 'input'>,
  source: Source,
  count: number,
): unknown[] => {
  if (!input) return [undefined]
  const sample = (optional: 'sometimes' | 'never', numRuns: number) =>
    fc.sample(inputsOf(input, source, optional), { seed: 7, numRuns })
  return [...sample('never', 1), ...(count > 1 ? sample('sometimes', count - 1) : [])]
}
