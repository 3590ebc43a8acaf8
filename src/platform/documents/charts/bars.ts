import { link, rect, ruleX, text } from '@observablehq/plot'
import type { Bars } from './chart.ts'
import { rowLabels } from './labels.ts'
import { fillOf } from './patterns.ts'
import { type Drawing, ink, plotted, type Setting, soft, typeSize } from './setting.ts'
import { isNumber, writer } from './values.ts'

const thick = 13

/** Bars lie, so that their labels can be read; each bears its value, and a target is a thick mark across its bar. */
export const drawBars = ({ items, format, targetLabel }: Bars, setting: Setting): Drawing => {
  const write = writer(format, setting.language)
  const labels = rowLabels(
    setting,
    items.map(({ label }) => label),
    21,
  )
  const rows = items.map((item, at) => ({ ...item, ...labels.rows[at]!, words: write(item.value) }))
  const reach = rows.flatMap(({ value, target }) => [value, target].filter(isNumber))
  const domain = [Math.min(0, ...reach), Math.max(0, ...reach)]
  const room = Math.max(...rows.map(({ words }) => setting.measure(words, typeSize, true))) + 10
  const head = targetLabel && rows.some(({ target }) => target !== undefined) ? 14 : 2
  const first = rows.find(({ target }) => target !== undefined)
  const ends = (value: number, target: number | undefined) => Math.max(value, target ?? value, 0)
  const height = labels.height + head + 2
  const barred = rows.filter(({ value }) => isNumber(value))
  return {
    height,
    parts: [
      {
        x: 0,
        y: 0,
        svg: plotted(setting, {
          width: setting.width,
          height,
          marginLeft: labels.width,
          marginRight: room + 6,
          marginTop: head,
          marginBottom: 2,
          x: { domain: domain[0] === domain[1] ? [0, 1] : domain },
          y: { domain: [0, labels.height], range: [head, height - 2] },
          marks: [
            rect(barred, {
              x1: 0,
              x2: 'value',
              y1: ({ middle }) => middle - thick / 2,
              y2: ({ middle }) => middle + thick / 2,
              fill: fillOf(setting, 0),
            }),
            ruleX([0], { strokeWidth: 0.75 }),
            link(
              rows.filter(({ target }) => target !== undefined),
              {
                x1: 'target',
                x2: 'target',
                y1: ({ middle }) => middle - thick / 2 - 3,
                y2: ({ middle }) => middle + thick / 2 + 3,
                stroke: '#fff',
                strokeWidth: 5,
              },
            ),
            link(
              rows.filter(({ target }) => target !== undefined),
              {
                x1: 'target',
                x2: 'target',
                y1: ({ middle }) => middle - thick / 2 - 3,
                y2: ({ middle }) => middle + thick / 2 + 3,
                stroke: ink,
                strokeWidth: 2.4,
              },
            ),
            text(first && targetLabel ? [first] : [], {
              x: 'target',
              y: 'top',
              text: () => targetLabel!,
              dy: -6,
              fill: ink,
            }),
            text(rows, {
              frameAnchor: 'left',
              y: 'middle',
              text: 'text',
              dx: -8,
              textAnchor: 'end',
              lineHeight: 1.2,
            }),
            text(barred, {
              x: ({ value, target }) => ends(Number(value), target),
              y: 'middle',
              text: 'words',
              dx: 5,
              textAnchor: 'start',
              fontWeight: 'bold',
            }),
            text(
              rows.filter(({ value }) => !isNumber(value)),
              { x: 0, y: 'middle', text: 'words', dx: 5, textAnchor: 'start', fill: soft },
            ),
          ],
        }),
      },
    ],
  }
}
