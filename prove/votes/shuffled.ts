import { randomInt } from 'node:crypto'

/** The same items in an order drawn at random (Fisher and Yates). */
export const shuffled = <Item>(items: readonly Item[]): Item[] => {
  const drawn = [...items]
  for (let at = drawn.length - 1; at > 0; at--) {
    const other = randomInt(at + 1)
    ;[drawn[at], drawn[other]] = [drawn[other]!, drawn[at]!]
  }
  return drawn
}
