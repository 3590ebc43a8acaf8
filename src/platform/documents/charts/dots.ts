import { dot, link, ruleX, text } from '@observablehq/plot'
import type { Dots } from './chart.ts'
import { keyOf } from './key.ts'
import { rowLabels } from './labels.ts'
import { type Drawing, ink, plotted, type Setting, soft, typeSize } from './setting.ts'
import { isNumber, writer } from './values.ts'

/** Where each stands (a full point), stood before (a ring), and was to stand (a thick mark). */
export const drawDots = ({ items, format, words }: Dots, setting: Setting): Drawing => {
  const write = writer(format, setting.language)
  const key = keyOf(setting, [
    ...(words.before ? [{ text: words.before, mark: 'ring' as const }] : []),
    { text: words.value, mark: 'dot' as const },
    ...(words.target ? [{ text: words.target, mark: 'tick' as const }] : []),
  ])
  const labels = rowLabels(
    setting,
    items.map(({ label }) => label),
    20,
  )
  const rows = items.map((item, at) => ({ ...item, ...labels.rows[at]!, words: write(item.value) }))
  const reach = rows.flatMap(({ value, target, before }) => [value, target, before].filter(isNumber))
  const domain: [number, number] = [Math.min(0, ...reach), Math.max(0, ...reach) || 1]
  const room = Math.max(...rows.map(({ words }) => setting.measure(words, typeSize, true))) + 18
  const height = labels.height + 4
  const moved = rows.filter(({ value, before }) => isNumber(value) && isNumber(before))
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
          marginLeft: labels.width + 4,
          marginRight: room,
          marginTop: 2,
          marginBottom: 2,
          x: { domain },
          y: { domain: [0, labels.height], range: [2, height - 2] },
          marks: [
            link(rows, {
              x1: domain[0],
              x2: domain[1],
              y1: 'middle',
              y2: 'middle',
              stroke: '#ccc6ba',
              strokeWidth: 0.5,
            }),
            ruleX([0], { strokeWidth: 0.75 }),
            link(moved, {
              x1: 'before',
              x2: 'value',
              y1: 'middle',
              y2: 'middle',
              stroke: ink,
              strokeWidth: 1.2,
            }),
            link(
              rows.filter(({ target }) => target !== undefined),
              {
                x1: 'target',
                x2: 'target',
                y1: ({ middle }) => middle - 6.5,
                y2: ({ middle }) => middle + 6.5,
                stroke: ink,
                strokeWidth: 2.4,
              },
            ),
            dot(
              rows.filter(({ before }) => isNumber(before)),
              { x: 'before', y: 'middle', r: 3.4, fill: '#fff', stroke: ink, strokeWidth: 1.2 },
            ),
            dot(
              rows.filter(({ value }) => isNumber(value)),
              { x: 'value', y: 'middle', r: 4, fill: ink, stroke: '#fff', strokeWidth: 0.8 },
            ),
            text(rows, {
              frameAnchor: 'left',
              y: 'middle',
              text: 'text',
              dx: -12,
              textAnchor: 'end',
              lineHeight: 1.2,
            }),
            text(
              rows.filter(({ value }) => isNumber(value)),
              {
                frameAnchor: 'right',
                y: 'middle',
                text: 'words',
                dx: room,
                textAnchor: 'end',
                fontWeight: 'bold',
              },
            ),
            text(
              rows.filter(({ value }) => !isNumber(value)),
              { frameAnchor: 'right', y: 'middle', text: 'words', dx: room, textAnchor: 'end', fill: soft },
            ),
          ],
        }),
      },
    ],
  }
}
