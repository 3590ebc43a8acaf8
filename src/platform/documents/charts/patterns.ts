import { element, type Setting } from './setting.ts'

/**
 * Fills that stay apart when color is gone: full, marigold (which prints as a light gray), stripes, paper, points, gray. `on` is the color of a text that
 * stands on the fill, and `halo` says that it needs paper behind it.
 */
export const fills = [
  { name: 'ink', on: '#fff', halo: false },
  { name: 'marigold', on: '#000', halo: false },
  { name: 'stripes', on: '#000', halo: true },
  { name: 'paper', on: '#000', halo: false },
  { name: 'points', on: '#000', halo: true },
  { name: 'gray', on: '#000', halo: false },
] as const

const colors: Readonly<Record<string, string>> = {
  ink: '#1d1c1a',
  marigold: '#f0a500',
  paper: '#fff',
  gray: '#a8a298',
}

export const fillOf = ({ id }: Setting, at: number): string => {
  const { name } = fills[at % fills.length]!
  return colors[name] ?? `url(#${id}-${name})`
}

/** Five shades of a map's classes, from few to many, and the crossed lines of a hidden value. */
export const shades = ['#f6f2e9', '#d8d1c4', '#aaa296', '#716b61', '#3a3732'] as const
export const onShade = (at: number) => (at >= 3 ? '#fff' : '#000')
export const hiddenFill = ({ id }: Setting) => `url(#${id}-hidden)`

export const patternsOf = (setting: Setting): Element => {
  const defs = element(setting, 'defs', {})
  defs.append(
    pattern(setting, 'stripes', 'M-1,1l2,-2M0,5l5,-5M4,6l2,-2', 1.1),
    pattern(setting, 'hidden', 'M0,0l5,5M5,0l-5,5', 0.6),
    points(setting),
  )
  return defs
}

const pattern = (setting: Setting, name: string, path: string, width: number) => {
  const made = tile(setting, name)
  made.append(
    element(setting, 'path', { d: path, stroke: '#1d1c1a', 'stroke-width': String(width), fill: 'none' }),
  )
  return made
}

const points = (setting: Setting) => {
  const made = tile(setting, 'points')
  made.append(
    element(setting, 'circle', { cx: '1.25', cy: '1.25', r: '0.8', fill: '#1d1c1a' }),
    element(setting, 'circle', { cx: '3.75', cy: '3.75', r: '0.8', fill: '#1d1c1a' }),
  )
  return made
}

const tile = (setting: Setting, name: string) => {
  const made = element(setting, 'pattern', {
    id: `${setting.id}-${name}`,
    width: '5',
    height: '5',
    patternUnits: 'userSpaceOnUse',
  })
  made.append(element(setting, 'rect', { width: '5', height: '5', fill: '#fff' }))
  return made
}
