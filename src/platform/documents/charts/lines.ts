import { dot, line, ruleY, text } from '@observablehq/plot'
import type { Lines } from './chart.ts'
import { type Drawing, ink, plotted, roundUp, type Setting, soft, typeSize, wrapped } from './setting.ts'
import { isNumber, writer } from './values.ts'

const styles = [
  { stroke: '#1d1c1a', strokeWidth: 2.2, dash: '', symbol: 'circle', fill: '#1d1c1a' },
  { stroke: '#1d1c1a', strokeWidth: 1.6, dash: '5,3', symbol: 'square', fill: '#fff' },
  { stroke: '#7d766b', strokeWidth: 2, dash: '', symbol: 'triangle', fill: '#7d766b' },
  { stroke: '#1d1c1a', strokeWidth: 1.4, dash: '1.5,2.5', symbol: 'diamond', fill: '#1d1c1a' },
  { stroke: '#7d766b', strokeWidth: 1.4, dash: '8,2,2,2', symbol: 'circle', fill: '#fff' },
  { stroke: '#1d1c1a', strokeWidth: 1, dash: '', symbol: 'cross', fill: '#fff' },
] as const

/** Lines bear their names at their ends instead of a key; each has its own stroke and its own mark. */
export const drawLines = ({ periods, series, format, target }: Lines, setting: Setting): Drawing => {
  const write = writer(format, setting.language)
  const height = 190
  const [top, bottom] = [14, 22]
  const all = [...series.flatMap(({ values }) => values).filter(isNumber), ...(target ? [target.value] : [])]
  const domain: [number, number] = [Math.min(0, ...all), roundUp(Math.max(0, ...all))]
  const ticks = [domain[0], (domain[0] + domain[1]) / 2, domain[1]]
  const left = Math.max(...ticks.map((tick) => setting.measure(write(tick), typeSize))) + 8
  const named = series.map(({ name, values }) => {
    const last = values.findLastIndex(isNumber)
    return {
      lines: wrapped(setting, `${name} ${last < 0 ? '' : write(values[last]!)}`, setting.width * 0.24, true),
      last,
      values,
    }
  })
  const right =
    Math.max(...named.flatMap(({ lines }) => lines.map((line) => setting.measure(line, typeSize, true)))) + 14
  const scale = (value: number) =>
    top + ((domain[1] - value) / (domain[1] - domain[0])) * (height - top - bottom)
  const ends = apart(
    named.map(({ lines, values, last }) => ({
      text: lines.join('\n'),
      y: last < 0 ? height - bottom : scale(Number(values[last])),
      room: lines.length * 10.5 + 2,
    })),
    height - bottom,
  )
  const points = series.map(({ values }) =>
    values.map((value, at) => ({ at, value: isNumber(value) ? value : Number.NaN, written: value })),
  )
  const every = Math.ceil(
    Math.max(...periods.map((period) => setting.measure(period, typeSize) + 8)) /
      ((setting.width - left - right) / periods.length),
  )
  const hidden = points.flat().filter(({ written }) => typeof written === 'object' && written !== null)
  return {
    height,
    parts: [
      {
        x: 0,
        y: 0,
        svg: plotted(setting, {
          width: setting.width,
          height,
          marginLeft: left,
          marginRight: right,
          marginTop: top,
          marginBottom: bottom,
          x: { domain: [0, periods.length - 1], inset: 6 },
          y: { domain, range: [height - bottom, top] },
          marks: [
            ruleY(ticks, { stroke: '#ccc6ba', strokeWidth: 0.5 }),
            ruleY([domain[0]], { strokeWidth: 0.75 }),
            text(ticks, {
              frameAnchor: 'left',
              y: (tick) => tick,
              text: (tick) => write(tick),
              dx: -6,
              textAnchor: 'end',
              fill: soft,
            }),
            text(
              periods
                .map((period, at) => ({ period, at }))
                .filter(({ at }) => (periods.length - 1 - at) % every === 0),
              { x: 'at', frameAnchor: 'bottom', text: 'period', dy: 13, fill: soft },
            ),
            ...(target
              ? [
                  ruleY([target.value], { stroke: ink, strokeDasharray: '2,2', strokeWidth: 1 }),
                  text([target], {
                    frameAnchor: 'left',
                    y: 'value',
                    text: ({ label, value }) => `${label} ${write(value)}`,
                    dx: 4,
                    dy: -6,
                    textAnchor: 'start',
                    stroke: '#fff',
                    strokeWidth: 3,
                    fill: ink,
                  }),
                ]
              : []),
            ...points.flatMap((series, at) => {
              const { stroke, strokeWidth, dash, symbol, fill } = styles[at]!
              return [
                line(series, {
                  x: 'at',
                  y: 'value',
                  stroke,
                  strokeWidth,
                  ...(dash ? { strokeDasharray: dash } : {}),
                }),
                dot(
                  series.filter(({ value }) => Number.isFinite(value)),
                  {
                    x: 'at',
                    y: 'value',
                    symbol,
                    fill,
                    stroke,
                    strokeWidth: 1.2,
                    r: series.length > 24 ? 1.6 : 2.8,
                  },
                ),
              ]
            }),
            text(hidden, {
              x: 'at',
              frameAnchor: 'bottom',
              text: ({ written }) => write(written),
              dy: -6,
              fill: soft,
            }),
            text(ends, {
              frameAnchor: 'right',
              y: ({ y }) => domain[1] - ((y - top) / (height - top - bottom)) * (domain[1] - domain[0]),
              text: 'text',
              dx: 8,
              textAnchor: 'start',
              fontWeight: 'bold',
              lineHeight: 1.2,
            }),
          ],
        }),
      },
    ],
  }
}

/** Moves names at the ends of lines up and down until none covers another. */
const apart = <End extends { y: number; room: number }>(ends: readonly End[], floor: number): End[] => {
  const placed = ends.map((end) => ({ ...end })).sort((a, b) => a.y - b.y)
  for (let at = 1; at < placed.length; at++) {
    const [above, below] = [placed[at - 1]!, placed[at]!]
    below.y = Math.max(below.y, above.y + (above.room + below.room) / 2)
  }
  for (let at = placed.length - 1, least = floor; at >= 0; at--) {
    const end = placed[at]!
    end.y = Math.min(end.y, least - end.room / 2)
    least = end.y - end.room / 2
  }
  return placed
}
