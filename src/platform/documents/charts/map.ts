import { dot, geo, link, text } from '@observablehq/plot'
import { geoCentroid, geoConicEqualArea } from 'd3-geo'
import { words } from '../words.ts'
import type { StateMap, Value } from './chart.ts'
import { keyOf } from './key.ts'
import { aside, shortNames, states } from './mexico.ts'
import { hiddenFill, onShade, shades } from './patterns.ts'
import { type Drawing, ink, plotted, type Setting } from './setting.ts'
import { isNumber, writer } from './values.ts'

/** Each state in the shade of its class, with its value on it, or beside the coast where it is small; the shades stay apart in print. */
export const drawMap = (chart: StateMap, setting: Setting): Drawing => {
  const write = writer(chart.format, setting.language)
  const values = new Map(chart.states.map(({ code, value }) => [code, value]))
  const breaks = chart.breaks ?? quantiles(chart.states.map(({ value }) => value).filter(isNumber))
  const fillOf = (value: Value | undefined): string => {
    if (isNumber(value)) return shades[classOf(value, breaks)]!
    return value ? hiddenFill(setting) : '#fff'
  }
  const shapes = states()
  const labels = shapes.features
    .filter(({ id }) => values.get(String(id)) !== undefined)
    .map((state) => labelOf(state, values.get(String(state.id))!, breaks, write))
  const key = keyOf(setting, keyItems(chart, breaks, setting, write))
  const width = Math.min(setting.width, 620)
  const height = Math.round(width * 0.63)
  const beside = labels.filter(({ apart }) => apart)
  return {
    height: height + key.height,
    parts: [
      ...key.parts,
      {
        x: (setting.width - width) / 2,
        y: key.height,
        svg: plotted(setting, {
          width,
          height,
          margin: 3,
          projection: () =>
            geoConicEqualArea()
              .parallels([17.5, 29.5])
              .rotate([102, 0])
              .fitExtent(
                [
                  [3, 3],
                  [width - 3, height - 3],
                ],
                shapes,
              ),
          marks: [
            geo(shapes.features, {
              fill: ({ id }) => fillOf(values.get(String(id))),
              stroke: ink,
              strokeWidth: 0.5,
              strokeLinejoin: 'round',
            }),
            link(beside, {
              x1: ({ at }) => at[0],
              y1: ({ at }) => at[1],
              x2: ({ from }) => from[0],
              y2: ({ from }) => from[1],
              stroke: ink,
              strokeWidth: 0.5,
            }),
            dot(beside, {
              x: ({ from }) => from[0],
              y: ({ from }) => from[1],
              r: 1.5,
              fill: '#fff',
              stroke: ink,
              strokeWidth: 0.5,
            }),
            text(
              labels.filter(({ apart }) => !apart),
              {
                x: ({ at }) => at[0],
                y: ({ at }) => at[1],
                text: 'words',
                fill: 'on',
                fontWeight: 'bold',
                fontSize: 7.5,
                lineHeight: 1.1,
                stroke: 'halo',
                strokeWidth: 2,
              },
            ),
            ...(['start', 'end'] as const).map((anchor) =>
              text(
                beside.filter(({ side }) => side === anchor),
                {
                  x: ({ at }) => at[0],
                  y: ({ at }) => at[1],
                  text: 'words',
                  textAnchor: anchor,
                  dx: anchor === 'start' ? 2 : -2,
                  fontSize: 7.5,
                  fontWeight: 'bold',
                  fill: ink,
                },
              ),
            ),
          ],
        }),
      },
    ],
  }
}

type State = ReturnType<typeof states>['features'][number]

/** Where the middle of a state's shape is no place for a label, this is: longitude and latitude. */
const better: Readonly<Record<string, readonly [number, number]>> = {
  '02': [-115.1, 30.4],
  '03': [-111.7, 25.1],
  '30': [-96.4, 19.3],
  '28': [-98.5, 24.4],
  '31': [-89.1, 20.8],
  '23': [-88.05, 19.4],
  '04': [-90.5, 18.7],
  '25': [-107.4, 24.9],
  '27': [-92.6, 17.95],
}

const labelOf = (state: State, value: Value, breaks: readonly number[], write: (value: Value) => string) => {
  const code = String(state.id)
  const place = aside[code]
  const middle = better[code] ?? geoCentroid(state)
  const apart = place !== undefined
  return {
    apart,
    at: place ?? middle,
    from: middle,
    side: place && place[0] > -100 ? ('start' as const) : ('end' as const),
    words: `${shortNames[code]}${apart ? ' ' : '\n'}${write(value)}`,
    halo: isNumber(value) ? shades[classOf(value, breaks)]! : '#fff',
    on: isNumber(value) && !apart ? onShade(classOf(value, breaks)) : ink,
  }
}

const classOf = (value: number, breaks: readonly number[]): number => {
  const at = breaks.filter((from) => value >= from).length
  // Few classes take shades far apart.
  return Math.round((at * (shades.length - 1)) / Math.max(1, breaks.length))
}

/** Lower bounds of up to four classes with as many states each; fewer where many states share a value. */
const quantiles = (values: readonly number[]): number[] => {
  const sorted = [...values].sort((a, b) => a - b)
  const bounds = [0.25, 0.5, 0.75].map((share) => sorted[Math.floor(share * sorted.length)]).filter(isNumber)
  return [...new Set(bounds)].filter((bound) => bound > (sorted[0] ?? 0))
}

const keyItems = (
  chart: StateMap,
  breaks: readonly number[],
  setting: Setting,
  write: (value: Value) => string,
) => {
  const numbers = chart.states.map(({ value }) => value).filter(isNumber)
  const least = Math.min(...numbers)
  const most = Math.max(...numbers)
  const bounds = [least, ...breaks.filter((from) => from > least && from <= most)]
  const classes = bounds.map((from, at) => {
    const inside = numbers.filter(
      (value) => value >= from && (bounds[at + 1] === undefined || value < bounds[at + 1]!),
    )
    const [low, high] = [Math.min(...inside), Math.max(...inside)]
    return inside.length === 0
      ? []
      : [
          {
            text: low === high ? write(low) : `${write(low)} – ${write(high)}`,
            fill: shades[classOf(low, breaks)]!,
          },
        ]
  })
  const own = words[setting.language]
  const hidden = chart.states.find(({ value }) => typeof value === 'object' && value !== null)
  return [
    ...(numbers.length === 0 ? [] : classes.flat()),
    ...(hidden ? [{ text: `${write(hidden.value)} ${own.hidden}`, fill: hiddenFill(setting) }] : []),
    ...(chart.states.filter(({ value }) => value !== null).length < 32
      ? [{ text: own.noDatum, fill: '#fff' }]
      : []),
  ]
}
