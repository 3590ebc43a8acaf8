import * as z from 'zod'
import { Words } from '../texts.ts'

/** How a chart writes its values: numbers, shares of one as percent, or whole cents. */
export const Format = z.discriminatedUnion('as', [
  z.strictObject({ as: z.literal('number'), decimals: z.int().min(0).max(6).default(0) }),
  z.strictObject({ as: z.literal('percent'), decimals: z.int().min(0).max(6).default(0) }),
  z.strictObject({
    as: z.literal('money'),
    currency: z.enum(['MXN', 'USD']),
    decimals: z.union([z.literal(0), z.literal(2)]).default(0),
  }),
])
export type Format = z.infer<typeof Format>

/** A value, no datum, or the mark of a value that may not be shown; a hidden value is never in the chart. */
export const Value = z.union([z.number(), z.null(), z.strictObject({ hidden: Words.max(6) })])
export type Value = z.infer<typeof Value>

const Label = Words.max(120)
const values = z.array(Value).max(60)
const rows = <Item extends z.ZodType>(item: Item) => z.array(item).min(1).max(40)
const even = (message: string) => ({ message })

/** One bar a label, with the mark of a target where there is one. */
export const Bars = z.strictObject({
  chart: z.literal('bars'),
  format: Format,
  items: rows(z.strictObject({ label: Label, value: Value, target: z.number().optional() })),
  targetLabel: Label.optional(),
})
/** Bars of parts. A row with a hidden part shows no length, which would tell it. */
export const Stacked = z
  .strictObject({
    chart: z.literal('stacked'),
    format: Format,
    series: z.array(Label).min(1).max(6),
    rows: rows(z.strictObject({ label: Label, values })),
  })
  .refine(
    ({ series, rows }) =>
      rows.every(
        ({ values }) =>
          values.length === series.length && values.every((value) => typeof value !== 'number' || value >= 0),
      ),
    even('a row has no value of zero or more for each series'),
  )
/** Values over periods; a line breaks where there is none. */
export const Lines = z
  .strictObject({
    chart: z.literal('lines'),
    format: Format,
    periods: z.array(Label).min(2).max(60),
    series: z
      .array(z.strictObject({ name: Label, values }))
      .min(1)
      .max(6),
    target: z.strictObject({ label: Label, value: z.number() }).optional(),
  })
  .refine(
    ({ periods, series }) => series.every(({ values }) => values.length === periods.length),
    even('a series has no value for each period'),
  )
/** Where each stands, where it stood before, and where it was to be. */
export const Dots = z.strictObject({
  chart: z.literal('dots'),
  format: Format,
  items: rows(
    z.strictObject({ label: Label, value: Value, target: z.number().optional(), before: Value.optional() }),
  ),
  words: z.strictObject({ value: Label, target: Label.optional(), before: Label.optional() }),
})
/** The same small chart for each of several, on one scale. */
export const Multiples = z
  .strictObject({
    chart: z.literal('multiples'),
    format: Format,
    periods: z.array(Label).min(2).max(24),
    panels: z
      .array(z.strictObject({ title: Label, values }))
      .min(2)
      .max(24),
    target: z.strictObject({ label: Label, value: z.number() }).optional(),
  })
  .refine(
    ({ periods, panels }) => panels.every(({ values }) => values.length === periods.length),
    even('a panel has no value for each period'),
  )
/** The 32 states by their INEGI codes; a state that is not named has no datum. `breaks` are the lower bounds of the second class and on. */
export const StateMap = z
  .strictObject({
    chart: z.literal('map'),
    format: Format,
    states: z
      .array(z.strictObject({ code: z.string().regex(/^(0[1-9]|[12]\d|3[0-2])$/), value: Value }))
      .max(32),
    breaks: z.array(z.number()).min(1).max(4).optional(),
  })
  .refine(
    ({ states }) => new Set(states.map(({ code }) => code)).size === states.length,
    even('a state stands twice'),
  )
  .refine(
    ({ breaks = [] }) => breaks.every((at, index) => index === 0 || at > breaks[index - 1]!),
    even('the breaks do not rise'),
  )

export const Chart = z.discriminatedUnion('chart', [Bars, Stacked, Lines, Dots, Multiples, StateMap])
export type Chart = z.infer<typeof Chart>
export type Bars = z.infer<typeof Bars>
export type Stacked = z.infer<typeof Stacked>
export type Lines = z.infer<typeof Lines>
export type Dots = z.infer<typeof Dots>
export type Multiples = z.infer<typeof Multiples>
export type StateMap = z.infer<typeof StateMap>
