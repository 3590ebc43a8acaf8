/** Bytes as they come: from a file, a download or memory. */
export type Source = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/** Takes a source in lengths of the reader's choosing, never holding more than one chunk and what is asked. */
export type ByteQueue = {
  /** The next `count` bytes, or fewer when the source ends. */
  readonly take: (count: number) => Promise<Uint8Array>
  /** What is at hand of the rest, at least one byte; undefined at the end. */
  readonly peek: () => Promise<Uint8Array | undefined>
  readonly skip: (count: number) => void
  /** How many bytes were taken or skipped. */
  readonly offset: () => number
  /** Lets go of the source, so that a file is closed. */
  readonly close: () => Promise<void>
}

export const byteQueue = (source: Source): ByteQueue => {
  const chunks = Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]()
  let rest: Uint8Array = new Uint8Array(0)
  let taken = 0
  const peek = async () => {
    while (rest.length === 0) {
      const next = await chunks.next()
      if (next.done) return undefined
      rest = next.value
    }
    return rest
  }
  const skip = (count: number) => {
    rest = rest.subarray(count)
    taken += count
  }
  const take = async (count: number) => {
    const bytes = new Uint8Array(count)
    let filled = 0
    while (filled < count) {
      const part = (await peek())?.subarray(0, count - filled)
      if (!part) return bytes.subarray(0, filled)
      bytes.set(part, filled)
      filled += part.length
      skip(part.length)
    }
    return bytes
  }
  const close = async () => {
    await chunks.return?.()
  }
  return { take, peek, skip, offset: () => taken, close }
}
