import { rect, ruleY, text } from '@observablehq/plot'
import type { Multiples } from './chart.ts'
import { fillOf } from './patterns.ts'
import { type Drawing, ink, type Part, plotted, type Setting, soft, wrapped } from './setting.ts'
import { isNumber, writer } from './values.ts'

const gap = 16
const plotHeight = 74

/** Small charts in a grid, all on one scale; each names its first and last period and writes its last value. */
export const drawMultiples = (chart: Multiples, setting: Setting): Drawing => {
  const across = Math.min(chart.panels.length, setting.width > 400 ? 4 : 3)
  const width = (setting.width - gap * (across - 1)) / across
  const titles = chart.panels.map(({ title }) => wrapped(setting, title, width, true))
  const head = Math.max(...titles.map((lines) => lines.length)) * 10.5 + 14
  const height = head + plotHeight + 18
  const parts = chart.panels.map(
    (_, at): Part => ({
      x: (at % across) * (width + gap),
      y: Math.floor(at / across) * (height + 8),
      svg: panel(chart, at, titles[at]!, { ...setting, width }, head, height),
    }),
  )
  return { height: Math.ceil(parts.length / across) * (height + 8) - 8, parts }
}

const panel = (
  { panels, periods, format, target }: Multiples,
  at: number,
  title: readonly string[],
  setting: Setting,
  head: number,
  height: number,
): Element => {
  const write = writer(format, setting.language)
  const all = panels.flatMap(({ values }) => values).filter(isNumber)
  const most = Math.max(...all, target?.value ?? 0, 0) || 1
  const bars = panels[at]!.values.map((value, period) => ({ value, period, words: write(value) }))
  const numbered = bars.filter(({ value }) => isNumber(value))
  const last = numbered.at(-1)
  const labels = [
    { period: 0, text: periods[0]!, anchor: 'start' as const },
    { period: periods.length - 1, text: periods.at(-1)!, anchor: 'end' as const },
  ]
  const narrow = labels.reduce((sum, label) => sum + setting.measure(label.text, 7.5), 0) > setting.width - 6
  return plotted(setting, {
    width: setting.width,
    height,
    marginLeft: 0,
    marginRight: 0,
    marginTop: head,
    marginBottom: 18,
    x: { domain: [-0.5, periods.length - 0.5] },
    y: { domain: [Math.min(0, ...all), most], range: [height - 18, head] },
    marks: [
      text([title.join('\n')], {
        frameAnchor: 'top-left',
        text: (words) => words,
        dy: -head + 1,
        lineAnchor: 'top',
        textAnchor: 'start',
        fontWeight: 'bold',
        lineHeight: 1.2,
      }),
      rect(numbered, {
        x1: ({ period }) => period - 0.4,
        x2: ({ period }) => period + 0.4,
        y1: 0,
        y2: 'value',
        fill: (bar) => (bar === last ? fillOf(setting, 0) : '#b9b3a8'),
      }),
      ruleY([0], { strokeWidth: 0.75 }),
      ...(target ? [ruleY([target.value], { stroke: ink, strokeDasharray: '2,2', strokeWidth: 0.8 })] : []),
      ...(target && at === 0
        ? [
            text([target], {
              frameAnchor: 'left',
              y: 'value',
              text: ({ label, value }) => `${label} ${write(value)}`,
              dy: -5,
              textAnchor: 'start',
              fontSize: 7.5,
              stroke: '#fff',
              strokeWidth: 3,
              fill: ink,
            }),
          ]
        : []),
      text(last ? [last] : [], {
        x: 'period',
        y: 'value',
        text: 'words',
        dy: -6,
        fontWeight: 'bold',
        textAnchor: 'middle',
        stroke: '#fff',
        strokeWidth: 3,
        fill: ink,
      }),
      text(
        bars.filter(({ value }) => typeof value === 'object' && value !== null),
        { x: 'period', y: 0, text: 'words', dy: -6, fill: soft, fontSize: 7.5 },
      ),
      ...labels.slice(narrow ? 1 : 0).map(({ period, text: words, anchor }) =>
        text([period], {
          x: (period) => period + (anchor === 'start' ? -0.45 : 0.45),
          frameAnchor: 'bottom',
          text: () => words,
          dy: 11,
          textAnchor: anchor,
          fill: soft,
          fontSize: 7.5,
        }),
      ),
    ],
  })
}
