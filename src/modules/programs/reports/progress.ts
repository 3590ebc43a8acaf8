import type { BlockInput } from '#platform/documents/blocks.ts'
import type { Language } from '#platform/documents/format.ts'
import type { Told } from './content.ts'
import { cellOf, columnOf, notesFor, saidCell, saidNumber, saidShare, saidValue } from './values.ts'
import { paperWords } from './words.ts'

/** The figures of a report: a table and a chart of all, then each with what it means and how it is broken down. */
export const progressBlocks = (figures: readonly Told[], language: Language): BlockInput[] => [
  ...(figures.length > 0 ? [overviewTable(figures, language)] : []),
  ...overviewChart(figures, language),
  ...figures.flatMap((told) => indicatorBlocks(told, language)),
]

const unitOf = ({ figure }: Told) => figure?.unit ?? 'records'

const overviewTable = (figures: readonly Told[], language: Language): BlockInput => {
  const t = paperWords[language]
  const text = (header: string, more = {}) => ({ as: 'text' as const, header, ...more })
  const end = (header: string) => text(header, { align: 'end' })
  return {
    block: 'table',
    caption: t.overview,
    columns: [
      text(t.code),
      text(t.indicator, { rowHeader: true }),
      end(t.target),
      end(t.achieved),
      end(t.share),
    ],
    rows: figures.map((told) => ({
      cells: [
        told.code,
        told.title[language],
        told.target ? saidNumber(told.target.value, unitOf(told), language) : t.noTarget,
        saidCell(told.target ? told.achieved : (told.figure?.value ?? told.achieved), unitOf(told), language),
        told.share === null ? '–' : saidShare(told.share, language),
      ],
    })),
    notes: notesFor(
      figures.map((told) => (told.target ? told.achieved : (told.figure?.value ?? told.achieved))),
      language,
    ),
    source: t.source,
  }
}

const overviewChart = (figures: readonly Told[], language: Language): BlockInput[] => {
  const t = paperWords[language]
  const known = figures.filter(({ share }) => share !== null).slice(0, 40)
  if (known.length < 2) return []
  const told = known.map(({ code, share }) => `${code}: ${saidShare(share!, language)}`).join('; ')
  return [
    {
      block: 'figure',
      caption: t.chart,
      alt: t.chartAlt(`${told}.`),
      source: t.source,
      show: {
        chart: {
          chart: 'bars',
          format: { as: 'percent', decimals: 0 },
          items: known.map(({ code, share }) => ({ label: code, value: share!, target: 1 })),
          targetLabel: t.target,
        },
      },
    },
  ]
}

const indicatorBlocks = (told: Told, language: Language): BlockInput[] => {
  const t = paperWords[language]
  const { figure, definition, declared, variance } = told
  const unit = unitOf(told)
  return [
    { block: 'heading', level: 2, text: `${told.code}. ${told.title[language]}` },
    // A number does not part from what it means.
    {
      block: 'keep',
      blocks: [
        figure
          ? headline(told, language)
          : notice('note', t.withheld, told.withheld?.[language] ?? t.noFigure),
        ...(definition ? meaning(definition, language) : []),
      ],
    },
    ...(definition && !definition.agreed ? [notice('warning', t.notAgreed, t.notAgreedText)] : []),
    ...(figure && figure.rows.length > 0 ? [breakdownTable(told, language)] : []),
    ...(variance[language]
      ? ([
          { block: 'paragraph', text: [{ strong: `${t.variance}. ` }, variance[language]] },
        ] satisfies BlockInput[])
      : []),
    ...declared.map((one) =>
      notice(
        'warning',
        t.declared,
        t.declaredText(
          saidNumber(one.value, one.unit || unit, language) +
            (one.base === null
              ? ''
              : `, ${t.base.toLowerCase()} ${saidNumber(one.base, 'records', language)}`),
          one.source,
          one.fileName,
        ),
      ),
    ),
  ]
}

const meaning = ({ text, words, version }: NonNullable<Told['definition']>, language: Language) => [
  { block: 'paragraph' as const, text: text[language] },
  {
    block: 'paragraph' as const,
    size: 'small' as const,
    text: [{ strong: `${paperWords[language].counted} (v${version}). ` }, words[language]],
  },
]

const notice = (tone: 'note' | 'warning', title: string, text: string) => ({
  block: 'notice' as const,
  tone,
  title,
  text: [text],
})

const headline = ({ figure, target, share }: Told, language: Language) => {
  const t = paperWords[language]
  const unit = figure!.unit
  const base =
    figure!.base.kind === 'none'
      ? []
      : [`${t.base.toLowerCase()} ${saidValue(figure!.base, 'records', language)}`]
  const detail = [...base, ...(figure!.mayCountTwice ? [t.twice] : [])].join('. ')
  return {
    block: 'numbers' as const,
    items: [
      {
        value: saidValue(figure!.value, unit, language),
        label: t.units[unit] || t.value,
        ...(detail && { detail }),
      },
      ...(target ? [{ value: saidNumber(target.value, unit, language), label: t.target }] : []),
      ...(share === null ? [] : [{ value: saidShare(share, language), label: t.share }]),
    ],
  }
}

/** Every row of a figure's breakdown, and its base where it has one. */
export const breakdownTable = ({ title, figure }: Told, language: Language): BlockInput => {
  const t = paperWords[language]
  const { rows, breakdown, unit } = figure!
  const based = rows.some(({ base }) => base.kind !== 'none')
  return {
    block: 'table',
    caption: t.breakdown(title[language]),
    columns: [
      ...breakdown.map(({ label }, at) => ({
        as: 'text' as const,
        header: capital(label[language]),
        ...(at === 0 && { rowHeader: true as const }),
      })),
      columnOf(unit, t.value),
      ...(based ? [{ as: 'number' as const, header: t.base }] : []),
    ],
    rows: rows.map(({ label, value, base }) => ({
      cells: [...label.map((one) => one[language]), cellOf(value), ...(based ? [cellOf(base)] : [])],
    })),
    notes: notesFor(
      rows.flatMap(({ value, base }) => (based ? [value, base] : [value])),
      language,
    ),
    source: t.source,
  }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
