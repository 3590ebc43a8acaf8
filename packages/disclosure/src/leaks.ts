import { type Text, WHOLE } from './dimension.ts'
import type { Publication } from './publication.ts'
import { openPublication, type RawPublication, refKey } from './raw.ts'
import type { PublishedTable } from './table.ts'

export type Leak = {
  /** The hidden figure's key, or the hidden statistic's id. */
  readonly key: string
  /** `certain`: it stands where it belongs, or it is too rare a number to be another. `possible`: the same number occurs. */
  readonly certainty: 'certain' | 'possible'
  readonly found: string
  /** The line, row or element it stands in. */
  readonly record: string
}

/**
 * Looks for hidden values in something about to leave: HTML, SVG, CSV, JSON or the text of a PDF as one string, the
 * cells of a spreadsheet (formulas and hidden sheets included) as rows. For tests of output formats: the raw
 * publication is needed to know what to look for.
 *
 * A number stands where it belongs when its record names one of the figure's categories and holds that number more
 * often than the figures published for those categories account for.
 */
export const findLeaks = (
  publication: Publication,
  table: PublishedTable,
  output: string | readonly (readonly unknown[])[],
): readonly Leak[] => {
  const raw = openPublication(publication)
  const records = typeof output === 'string' ? output.split(breaks) : output.map((row) => row.join('\t'))
  const shown = new Map(
    table.cells.flatMap((cell) => (cell.kind === 'shown' ? [[cell.key, cell.value] as const] : [])),
  )
  const secrets = secretsOf(raw, table, new Set(shown.keys()))
  const innocent = innocentOf(raw, table, shown)
  return records.flatMap((record) => {
    const numbers = numbersIn(record)
    if (numbers.length === 0) return []
    const lower = record.toLowerCase()
    return secrets.flatMap(({ key, values, names }): Leak[] => {
      const hits = numbers.filter(({ value }) => values.some((secret) => same(secret, value)))
      if (hits.length === 0) return []
      const accounted = innocent.filter(
        (figure) => values.some((secret) => same(secret, figure.value)) && concerns(figure.names, lower),
      ).length
      const inPlace = concerns(names, lower) && hits.length > accounted
      const rare = hits.some(
        ({ value }) => value >= 100 && !innocent.some((figure) => same(figure.value, value)),
      )
      const certainty = inPlace || rare ? 'certain' : 'possible'
      return [{ key, certainty, found: hits[0]!.text, record: record.trim().slice(0, 200) }]
    })
  })
}

type Named = { readonly names: readonly (readonly string[])[] }

const breaks = /\r?\n|<\/?(?:tr|li|p|text|g|title|desc|row|figure|figcaption|path|rect|circle)\b|[{}]/i

const secretsOf = (raw: RawPublication, table: PublishedTable, shown: ReadonlySet<string>) => {
  const figures = raw.figures.filter(({ key }) => !shown.has(key))
  const unit = new Map(raw.measures.map((measure) => [measure.id, measure.unit]))
  const hiddenStatistics = new Set(
    table.statistics.flatMap((statistic) => (statistic.kind === 'hidden' ? [statistic.id] : [])),
  )
  const known = new Map(raw.figures.map(({ key, value }) => [key, value]))
  const quotients = raw.statistics.flatMap((statistic) => {
    const top = statistic.kind === 'percent' ? statistic.part : statistic.total
    if (!hiddenStatistics.has(statistic.id) || !top) return []
    const quotient = known.get(refKey(raw, top))! / known.get(refKey(raw, statistic.base))!
    const scaled = statistic.kind === 'percent' ? [100 * quotient] : [quotient, quotient / 100]
    const values = scaled.flatMap((value) => [value, rounded(value, 1), rounded(value, 2), Math.round(value)])
    return [{ key: statistic.id, values, names: namesOf(raw, { ...top.at, ...statistic.base.at }) }]
  })
  return [
    ...figures.map(({ key, value, at, measure }) => ({
      key,
      values: unit.get(measure) === 'cents' ? [value, value / 100, Math.round(value / 100)] : [value],
      names: namesOf(raw, at),
    })),
    ...quotients,
  ]
}

const rounded = (value: number, decimals: number) => Math.round(value * 10 ** decimals) / 10 ** decimals

const innocentOf = (raw: RawPublication, table: PublishedTable, shown: ReadonlyMap<string, number>) => [
  ...raw.figures.flatMap((figure) =>
    shown.has(figure.key) ? [{ value: shown.get(figure.key)!, names: namesOf(raw, figure.at) }] : [],
  ),
  ...table.statistics.flatMap((statistic) =>
    statistic.kind === 'shown' ? [{ value: statistic.value, names: [] as string[][] }] : [],
  ),
]

/** For each coordinate, the ways in which a reader may find it written. */
const namesOf = (raw: RawPublication, at: Readonly<Record<string, string>>): readonly (readonly string[])[] =>
  Object.entries(at).flatMap(([id, node]) => {
    if (node === WHOLE) return []
    const label: Text | undefined = raw.dimensions
      .find((dimension) => dimension.id === id)
      ?.nodes.find((candidate) => candidate.id === node)?.label
    return [[node, ...(label ? [label.es, label.en] : [])].map((name) => name.toLowerCase())]
  })

const concerns = (names: Named['names'], record: string) =>
  names.length === 0 || names.some((ways) => ways.some((way) => record.includes(way)))

const same = (left: number, right: number) => Math.abs(left - right) < 1e-9

/** Numbers that stand alone, in the ways they are written in Mexico and the United States, and small ones in words. */
const numbersIn = (record: string): readonly { readonly value: number; readonly text: string }[] => {
  const digits = [...record.replace(moments, ' ').matchAll(standing)].flatMap(([text]) => ({
    value: reading(text),
    text,
  }))
  const words = [...record.toLowerCase().matchAll(/\p{L}+/gu)].flatMap(([word]) => {
    const value = inWords.get(word)
    return value === undefined ? [] : [{ value, text: word }]
  })
  return [...digits, ...words]
}

/** Dates and hours are not figures. */
const moments = /\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z?)?|\b\d{1,2}:\d{2}(?::\d{2})?\b|\b\d{1,2}\/\d{1,2}\/\d{2,4}\b/g

const standing = /(?<![\p{L}\p{N}_#.,])\d+(?:[.,\u00a0\u202f ]\d{3})*(?:[.,]\d+)?(?![\p{L}\p{N}_])/gu

/** Groups of three digits are thousands; any other comma or point is decimal. */
const reading = (text: string): number => {
  const bare = text.replace(/[\u00a0\u202f ]/g, '')
  if (/^\d{1,3}(?:[.,]\d{3})+$/.test(bare)) return Number(bare.replace(/[.,]/g, ''))
  return Number(bare.replace(/,(?=\d{3}(?:\D|$))/g, '').replace(',', '.'))
}

const inWords: ReadonlyMap<string, number> = new Map(
  [
    'dos two',
    'tres three',
    'cuatro four',
    'cinco five',
    'seis six',
    'siete seven',
    'ocho eight',
    'nueve nine',
    'diez ten',
  ].flatMap((words, index) => words.split(' ').map((word) => [word, index + 2] as const)),
)
