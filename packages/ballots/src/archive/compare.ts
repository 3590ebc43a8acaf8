import { accept, type Result, refuse } from '../result.ts'
import { type ByteQueue, byteQueue, type Source } from './byte-queue.ts'

/**
 * Whether an earlier copy of an archive is the beginning of a later one, byte by byte: the log only grew, and
 * nothing in it was changed or removed since the copy was made. Answers how many bytes were added.
 */
export const compareCopies = async (
  earlier: Source,
  later: Source,
): Promise<Result<{ readonly added: number }>> => {
  const [old, current] = [byteQueue(earlier), byteQueue(later)]
  try {
    return await compare(old, current)
  } finally {
    await Promise.all([old.close(), current.close()])
  }
}

const compare = async (old: ByteQueue, current: ByteQueue): Promise<Result<{ readonly added: number }>> => {
  for (;;) {
    const [a, b] = [await old.peek(), await current.peek()]
    if (!a) return accept({ added: await lengthOf(current) })
    if (!b) return refuse('copy-longer', { offset: old.offset() })
    const length = Math.min(a.length, b.length)
    for (let index = 0; index < length; index++)
      if (a[index] !== b[index]) return refuse('copy-differs', { offset: old.offset() + index })
    old.skip(length)
    current.skip(length)
  }
}

const lengthOf = async (queue: ByteQueue) => {
  const before = queue.offset()
  for (let part = await queue.peek(); part; part = await queue.peek()) queue.skip(part.length)
  return queue.offset() - before
}
