import { element, ink, type Part, type Setting, typeSize } from './setting.ts'

/** One entry of a chart's key: a filled square, or a mark drawn as in the chart. */
export type KeyItem = { text: string; fill?: string; mark?: 'dot' | 'ring' | 'tick' }

const rowHeight = 15

/** The key over a chart, in as many rows as it takes. */
export const keyOf = (setting: Setting, items: readonly KeyItem[]): { parts: Part[]; height: number } => {
  let [x, y] = [0, 0]
  const parts = items.map((item) => {
    const width = 14 + setting.measure(item.text, typeSize) + 16
    if (x > 0 && x + width > setting.width) [x, y] = [0, y + rowHeight]
    const part = { x, y, svg: entry(setting, item) }
    x += width
    return part
  })
  return { parts, height: items.length === 0 ? 0 : y + rowHeight + 6 }
}

const entry = (setting: Setting, { text, fill, mark }: KeyItem): Element => {
  const group = element(setting, 'g', { 'text-anchor': 'start', 'font-size': String(typeSize) })
  group.append(swatch(setting, fill, mark), element(setting, 'text', { x: '14', y: '9' }, text))
  return group
}

const swatch = (setting: Setting, fill: string | undefined, mark: KeyItem['mark']): Element => {
  if (mark === 'dot') return element(setting, 'circle', { cx: '5', cy: '6', r: '4', fill: ink })
  if (mark === 'ring') {
    return element(setting, 'circle', {
      cx: '5',
      cy: '6',
      r: '3.4',
      fill: '#fff',
      stroke: ink,
      'stroke-width': '1.2',
    })
  }
  if (mark === 'tick')
    return element(setting, 'rect', { x: '4', y: '0.5', width: '2.4', height: '11', fill: ink })
  return element(setting, 'rect', {
    x: '0.5',
    y: '1.5',
    width: '9',
    height: '9',
    fill: fill ?? 'none',
    stroke: ink,
    'stroke-width': '0.6',
  })
}
