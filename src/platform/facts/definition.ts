import * as z from 'zod'

/** The closed grammar of what may be counted. It names declared kinds and dimensions, and holds no SQL and no code. */

const Name = z.string().regex(/^[a-z][a-z_.]{1,60}$/)

/** Facts of some kinds, and of those only where a dimension has one of these values. */
export const Facts = z.strictObject({
  kinds: z.array(Name).min(1).max(12),
  where: z.array(z.strictObject({ dimension: Name, in: z.array(z.string().max(80)).min(1).max(60) })).max(6),
})
export type Facts = z.infer<typeof Facts>

/** How many happened in the period; `quantity` sums what each fact carries. */
export const Flow = z.strictObject({
  measure: z.literal('flow'),
  of: z.enum(['facts', 'quantity']),
  ...Facts.shape,
})
/** How many stand at the end of the period: those that began less those that ended. */
export const Stock = z.strictObject({ measure: z.literal('stock'), began: Facts, ended: Facts.nullable() })
/** How many different ones in the period: people within each organization, records, or organizations. */
export const Distinct = z.strictObject({
  measure: z.literal('distinct'),
  of: z.enum(['subjects', 'records', 'organizations']),
  ...Facts.shape,
})
/** Days from the first fact of some kinds to the first of others about the same thing. */
export const Duration = z.strictObject({
  measure: z.literal('duration'),
  from: z.array(Name).min(1).max(6),
  to: z.array(Name).min(1).max(6),
  thread: z.union([z.literal('record'), z.literal('subject'), Name]),
  statistic: z.enum(['median', 'mean']),
})

export const Counted = z.discriminatedUnion('measure', [Flow, Stock, Distinct])
export type Counted = z.infer<typeof Counted>

/** One part of another, as 40 % of the leaders are women: both are counted, and both are shown. */
export const Ratio = z.strictObject({ measure: z.literal('ratio'), part: Counted, whole: Counted })

export const Measure = z.discriminatedUnion('measure', [Flow, Stock, Distinct, Duration, Ratio])
export type Measure = z.infer<typeof Measure>

/** What an indicator counts and how it is broken down. */
export const Definition = z.strictObject({ measure: Measure, breakdown: z.array(Name).max(3) })
export type Definition = z.infer<typeof Definition>

type Kinds = Readonly<Record<string, { dimensions: readonly string[]; subject?: boolean; unit?: string }>>

/** Why a definition cannot be counted, each with the name that is wrong; empty when it can. */
export type DefinitionProblem = {
  problem: 'unknown_kind' | 'unknown_dimension' | 'no_people' | 'no_quantity'
  name: string
}

/** Holds a definition against the kinds that modules declare: nothing undeclared is counted, people only where there are any. */
export const definitionProblems = ({ measure, breakdown }: Definition, kinds: Kinds): DefinitionProblem[] => {
  const parts = partsOf(measure)
  return [
    ...parts.flatMap((part) => partProblems(part, breakdown, kinds)),
    ...(measure.measure === 'duration' && !['record', 'subject'].includes(measure.thread)
      ? [...measure.from, ...measure.to]
          .filter((kind) => kinds[kind] && !kinds[kind].dimensions.includes(measure.thread))
          .map(() => ({ problem: 'unknown_dimension' as const, name: measure.thread }))
      : []),
  ]
}

type Part = Facts & { of?: string }

const partsOf = (measure: Measure): Part[] => {
  switch (measure.measure) {
    case 'flow':
    case 'distinct':
      return [measure]
    case 'stock':
      return measure.ended ? [measure.began, measure.ended] : [measure.began]
    case 'duration':
      return [{ kinds: [...measure.from, ...measure.to], where: [] }]
    case 'ratio':
      return [...partsOf(measure.part), ...partsOf(measure.whole)]
  }
}

const partProblems = (
  { kinds: names, where, of }: Part,
  breakdown: readonly string[],
  kinds: Kinds,
): DefinitionProblem[] => {
  const unknown = names
    .filter((name) => !kinds[name])
    .map((name) => ({ problem: 'unknown_kind' as const, name }))
  const known = names.flatMap((name) => kinds[name] ?? [])
  const dimensions = [...breakdown, ...where.map(({ dimension }) => dimension)]
  const missing = dimensions
    .filter((dimension) => known.some((kind) => !kind.dimensions.includes(dimension)))
    .map((name) => ({ problem: 'unknown_dimension' as const, name }))
  const people = of === 'subjects' ? names.filter((name) => kinds[name] && !kinds[name].subject) : []
  const amounts = of === 'quantity' ? names.filter((name) => kinds[name] && !kinds[name].unit) : []
  return [
    ...unknown,
    ...missing,
    ...people.map((name) => ({ problem: 'no_people' as const, name })),
    ...amounts.map((name) => ({ problem: 'no_quantity' as const, name })),
  ]
}
