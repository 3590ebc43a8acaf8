import type { PlotOptions } from '@observablehq/plot'
import { plot } from '@observablehq/plot'
import type { Language } from '../format.ts'

/** Where a chart is drawn: in which document, how wide in points, in which language, and how wide its type runs. */
export type Setting = {
  document: Document
  id: string
  width: number
  language: Language
  /** The width in points of a text set in `size` points of the chart's type. */
  measure: (text: string, size: number, bold?: boolean) => number
}

export type Part = { x: number; y: number; svg: Element }
export type Drawing = { height: number; parts: readonly Part[] }

export const ink = '#000'
export const soft = '#55514a'
export const typeSize = 8.5

export const element = (
  { document }: Setting,
  name: string,
  attributes: Readonly<Record<string, string>>,
  text?: string,
): Element => {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  if (text !== undefined) made.textContent = text
  return made
}

/** Marks drawn by Plot, without axes of its own: charts here say each value where it is. */
export const plotted = ({ document }: Setting, options: PlotOptions): Element => {
  const svg = plot({ document, axis: null, ...options })
  svg.setAttribute('font-size', String(typeSize))
  return svg
}

/** A text in lines no wider than `width` points; a word wider than that has a line alone. */
export const wrapped = ({ measure }: Setting, text: string, width: number, bold = false): string[] => {
  const lines: string[] = []
  for (const word of text
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((word) => pieces(word, width, (piece) => measure(piece, typeSize, bold)))) {
    const longer = `${lines.at(-1)} ${word}`
    if (lines.length > 0 && measure(longer, typeSize, bold) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

/** A word too wide for its line is cut where the line ends. */
const pieces = (word: string, width: number, measure: (text: string) => number): string[] => {
  if (measure(word) <= width) return [word]
  const cut: string[] = ['']
  for (const { segment } of new Intl.Segmenter('es').segment(word)) {
    if (measure(cut.at(-1) + segment) > width) cut.push(segment)
    else cut[cut.length - 1] += segment
  }
  return cut
}

/** Rounds a scale's end up to a number that people count in: 1, 2, 2.5 or 5 and zeros. */
export const roundUp = (value: number): number => {
  if (value <= 0) return 1
  const power = 10 ** Math.floor(Math.log10(value))
  const step = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((step) => step * power >= value * 0.999)!
  return step * power
}
