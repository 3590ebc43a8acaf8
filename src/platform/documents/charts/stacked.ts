import { rect, ruleX, text } from '@observablehq/plot'
import type { Stacked } from './chart.ts'
import { keyOf } from './key.ts'
import { rowLabels } from './labels.ts'
import { fillOf, fills } from './patterns.ts'
import { type Drawing, ink, plotted, type Setting, soft, typeSize } from './setting.ts'
import { isNumber, writer } from './values.ts'

const thick = 15

/** Bars of parts, each part with its value where it has room; a row with a hidden part bears only the mark. */
export const drawStacked = ({ rows, series, format }: Stacked, setting: Setting): Drawing => {
  const write = writer(format, setting.language)
  const key = keyOf(
    setting,
    series.map((name, at) => ({ text: name, fill: fillOf(setting, at) })),
  )
  const labels = rowLabels(
    setting,
    rows.map(({ label }) => label),
    23,
  )
  const placed = rows.map(({ values }, at) => ({ ...labels.rows[at]!, values }))
  const whole = placed.filter(
    ({ values }) => !values.some((value) => typeof value === 'object' && value !== null),
  )
  const segments = whole.flatMap(({ values, middle }) => {
    let from = 0
    return values.filter(isNumber).length === 0
      ? []
      : values.map((value, at) => {
          const start = from
          from += isNumber(value) ? value : 0
          return { middle, from: start, to: from, at, words: write(value) }
        })
  })
  const most = Math.max(...segments.map(({ to }) => to), 0) || 1
  const height = labels.height + 4
  const inner = setting.width - labels.width - 4
  const fits = ({ from, to, words }: (typeof segments)[number]) =>
    ((to - from) / most) * inner > setting.measure(words, typeSize, true) + 8
  const shown = segments.filter(({ from, to }) => to > from)
  return {
    height: height + key.height,
    parts: [
      ...key.parts,
      {
        x: 0,
        y: key.height,
        svg: plotted(setting, {
          width: setting.width,
          height,
          marginLeft: labels.width,
          marginRight: 4,
          marginTop: 2,
          marginBottom: 2,
          x: { domain: [0, most] },
          y: { domain: [0, labels.height], range: [2, height - 2] },
          marks: [
            rect(shown, {
              x1: 'from',
              x2: 'to',
              y1: ({ middle }) => middle - thick / 2,
              y2: ({ middle }) => middle + thick / 2,
              fill: ({ at }) => fillOf(setting, at),
              stroke: ink,
              strokeWidth: 0.6,
            }),
            ...shown.filter(fits).map((segment) => {
              const { on, halo } = fills[segment.at % fills.length]!
              return text([segment], {
                x: ({ from, to }) => (from + to) / 2,
                y: 'middle',
                text: 'words',
                fill: on,
                fontWeight: 'bold',
                ...(halo ? { stroke: '#fff', strokeWidth: 4 } : {}),
              })
            }),
            ruleX([0], { strokeWidth: 0.75 }),
            text(placed, {
              frameAnchor: 'left',
              y: 'middle',
              text: 'text',
              dx: -8,
              textAnchor: 'end',
              lineHeight: 1.2,
            }),
            text(
              placed.filter((row) => !whole.includes(row) || !row.values.some(isNumber)),
              {
                x: 0,
                y: 'middle',
                text: ({ values }: (typeof placed)[number]) =>
                  write(values.find((value) => typeof value === 'object' && value !== null) ?? null),
                dx: 5,
                textAnchor: 'start',
                fill: soft,
              },
            ),
          ],
        }),
      },
    ],
  }
}
