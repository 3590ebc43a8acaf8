import { measure } from '../fonts/family.ts'
import { plainText } from '../texts.ts'
import type { LaidCell, LaidRow } from './laid.ts'

const padding = 9
const mostWord = 92
const mostLine = 230

/** The narrowest a column can be without breaking a word, and the widest it has use for, in points. */
export type Need = { least: number; most: number }

/** What each column of a table needs, when set in `size` points. */
export const needsOf = (heads: readonly string[], rows: readonly LaidRow[], size: number): Need[] =>
  heads.map((head, at) => {
    const bodies = longest(rows.flatMap((row) => (row.kind === 'group' ? [] : [textOf(row.cells[at]!)])))
    const words = [
      ...head.split(/\s+/).map((word) => measure(word, size, true)),
      ...bodies.flatMap((text) => text.split(/\s+/).map((word) => measure(word, size))),
    ]
    const lines = [
      measure(head, size, true) * 0.6,
      ...bodies.flatMap((text) => text.split('\n').map((line) => measure(line, size))),
    ]
    const least = Math.min(mostWord, Math.max(8, ...words)) + padding
    return { least, most: Math.max(least, Math.min(mostLine, Math.max(0, ...lines)) + padding) }
  })

const textOf = ({ text, note }: LaidCell) => plainText(text) + (note ?? '')

/** The longest texts of a column: measuring these is enough, and measuring 20,000 is not needed. */
const longest = (texts: readonly string[]): string[] => {
  const most = texts.reduce((length, text) => Math.max(length, text.length), 0)
  const bound = Math.min(most * 0.7, 40)
  return [...new Set(texts.filter((text) => text.length >= bound))].slice(0, 300)
}

/** Shares a width among columns as each has use for it: never less than it needs, while there is enough. */
export const shared = (needs: readonly Need[], width: number): number[] => {
  const [least, most] = [sum(needs.map((need) => need.least)), sum(needs.map((need) => need.most))]
  if (least >= width) return needs.map((need) => (need.least * width) / least)
  if (most <= width) return needs.map((need) => need.most + ((width - most) * need.most) / most)
  const spread = (width - least) / (most - least)
  return needs.map((need) => need.least + (need.most - need.least) * spread)
}

export const leastOf = (needs: readonly Need[]): number => sum(needs.map(({ least }) => least))

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
