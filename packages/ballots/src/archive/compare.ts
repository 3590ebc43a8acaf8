import { accept, type Result, refuse } from '../result.ts'
import type { Source } from './read-records.ts'

/**
 * Whether an earlier copy of an archive is the beginning of a later one, byte by byte: the log only grew, and
 * nothing in it was changed or removed since the copy was made. Answers how many bytes were added.
 */
export const compareCopies = async (
  earlier: Source,
  later: Source,
): Promise<Result<{ readonly added: number }>> => {
  const [old, current] = [reader(earlier), reader(later)]
  let offset = 0
  for (;;) {
    const [a, b] = [await old.peek(), await current.peek()]
    if (!a) return accept({ added: await current.count() })
    if (!b) return refuse('copy-longer', { offset })
    const length = Math.min(a.length, b.length)
    for (let index = 0; index < length; index++)
      if (a[index] !== b[index]) return refuse('copy-differs', { offset: offset + index })
    offset += length
    old.skip(length)
    current.skip(length)
  }
}

const reader = (source: Source) => {
  const chunks = Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]()
  let rest: Uint8Array = new Uint8Array(0)
  /** What is at hand of the rest, at least one byte; undefined at the end. */
  const peek = async (): Promise<Uint8Array | undefined> => {
    while (rest.length === 0) {
      const next = await chunks.next()
      if (next.done) return undefined
      rest = next.value
    }
    return rest
  }
  const skip = (length: number) => {
    rest = rest.subarray(length)
  }
  const count = async () => {
    let total = 0
    for (let part = await peek(); part; part = await peek()) {
      total += part.length
      skip(part.length)
    }
    return total
  }
  return { peek, skip, count }
}
