import { drawBars } from './bars.ts'
import type { Chart } from './chart.ts'
import { drawDots } from './dots.ts'
import { drawLines } from './lines.ts'
import { drawMap } from './map.ts'
import { drawMultiples } from './multiples.ts'
import { patternsOf } from './patterns.ts'
import { type Drawing, element, type Setting } from './setting.ts'
import { drawStacked } from './stacked.ts'

/** What a chart is called and what it shows, for whoever cannot see it. */
export type Told = { title: string; alt: string }

/**
 * A chart as SVG, `setting.width` points wide, in ink, marigold and patterns that stay apart in black and white. It runs wherever there is a DOM: the
 * browser's, or linkedom's. `setting.id` keeps the names inside apart where several charts stand on one page.
 */
export const drawChart = (chart: Chart, setting: Setting, { title, alt }: Told): string => {
  const { height, parts } = drawn(chart, setting)
  const { width, id } = setting
  const svg = element(setting, 'svg', {
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: `0 0 ${width} ${height}`,
    width: String(width),
    height: String(height),
    'font-family': 'Atkinson Hyperlegible Next',
    'font-size': '8.5',
    fill: '#000',
    role: 'img',
    'aria-labelledby': `${id}-title ${id}-desc`,
  })
  svg.append(
    element(setting, 'title', { id: `${id}-title` }, title),
    element(setting, 'desc', { id: `${id}-desc` }, alt),
    patternsOf(setting),
  )
  for (const { x, y, svg: part } of parts) {
    const group = element(setting, 'g', { transform: `translate(${x},${y})` })
    for (const name of ['fill', 'text-anchor', 'font-size']) {
      const value = part.getAttribute(name)
      if (value && part.localName === 'svg')
        group.setAttribute(name, value === 'currentColor' ? '#000' : value)
    }
    group.append(...(part.localName === 'svg' ? [...part.childNodes] : [part]))
    svg.append(group)
  }
  tidy(svg)
  return svg.outerHTML
}

const drawn = (chart: Chart, setting: Setting): Drawing => {
  switch (chart.chart) {
    case 'bars':
      return drawBars(chart, setting)
    case 'stacked':
      return drawStacked(chart, setting)
    case 'lines':
      return drawLines(chart, setting)
    case 'dots':
      return drawDots(chart, setting)
    case 'multiples':
      return drawMultiples(chart, setting)
    case 'map':
      return drawMap(chart, setting)
  }
}

/** Plot brings a style sheet and English labels of its marks: neither is wanted in print or by a screen reader. */
const tidy = (svg: Element) => {
  for (const style of svg.querySelectorAll('style')) style.remove()
  for (const marked of svg.querySelectorAll('[aria-label]')) marked.removeAttribute('aria-label')
  for (const dressed of svg.querySelectorAll('[class]')) dressed.removeAttribute('class')
  // A tenth of a point is finer than any printer.
  for (const path of svg.querySelectorAll('path[d]')) path.setAttribute('d', rounded(path.getAttribute('d')!))
  for (const moved of svg.querySelectorAll('[transform]'))
    moved.setAttribute('transform', rounded(moved.getAttribute('transform')!))
  // Not every drawer lets a text inherit that its outline lies behind it.
  for (const group of svg.querySelectorAll('g[paint-order]')) {
    for (const text of group.querySelectorAll('text, tspan')) text.setAttribute('paint-order', 'stroke')
  }
  for (const colored of svg.querySelectorAll('[fill="currentColor"]')) colored.setAttribute('fill', '#000')
  for (const colored of svg.querySelectorAll('[stroke="currentColor"]'))
    colored.setAttribute('stroke', '#000')
}

const rounded = (numbers: string) =>
  numbers.replaceAll(/\d+\.\d{2,}/g, (number) => String(Math.round(Number(number) * 10) / 10))
