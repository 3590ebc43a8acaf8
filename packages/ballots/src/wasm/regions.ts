const pageBytes = 65_536

/** A stretch of a WebAssembly memory; its owner may exchange it for another. */
export type Region = { address: number; bytes: number }

/** Shares out the memory of a module, and takes back what its owner can no longer reach. */
export type Regions = {
  /** A region of `bytes` bytes that nobody else uses. */
  readonly take: (bytes: number) => Region
  readonly release: (region: Region) => void
  /** Releases whatever `region` then is when `owner` has been collected. */
  readonly tie: (owner: object, region: Region) => void
}

export const regionsOf = (memory: WebAssembly.Memory): Regions => {
  const free = new Map<number, number[]>()
  const release = ({ address, bytes }: Region) => {
    if (bytes > 0) free.set(bytes, [...(free.get(bytes) ?? []), address])
  }
  const collected = new FinalizationRegistry<Region>(release)
  const fresh = (bytes: number) => memory.grow(Math.ceil(bytes / pageBytes)) * pageBytes
  return {
    take: (bytes) => ({ address: free.get(bytes)?.pop() ?? fresh(bytes), bytes }),
    release,
    tie: (owner, region) => collected.register(owner, region),
  }
}
