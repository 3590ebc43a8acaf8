const pageBytes = 65_536

/** Tables of one module may fill so much; two of the widest fit. */
const budgetBytes = 64 * 2 ** 20

/** A stretch of a module's memory. */
export type Region = { readonly address: number; readonly bytes: number }

/** Shares out the memory of a module. When the budget is spent, the region unused for longest is taken back. */
export type Room = {
  /** A region that nobody else uses until `onTakenBack` is called or it is given back. */
  readonly take: (bytes: number, onTakenBack: () => void) => Region
  /** Says that a region is in use. */
  readonly touch: (region: Region) => void
  readonly giveBack: (region: Region) => void
}

export const roomOf = (memory: WebAssembly.Memory): Room => {
  /** In the order of their last use. */
  const held = new Map<Region, () => void>()
  const free = new Map<number, number[]>()
  let heldBytes = 0
  const giveBack = (region: Region) => {
    if (!held.delete(region)) return
    heldBytes -= region.bytes
    free.set(region.bytes, [...(free.get(region.bytes) ?? []), region.address])
  }
  const makeRoom = (bytes: number) => {
    for (const [region, onTakenBack] of held) {
      if (heldBytes + bytes <= budgetBytes) return
      giveBack(region)
      onTakenBack()
    }
  }
  const fresh = (bytes: number) => memory.grow(Math.ceil(bytes / pageBytes)) * pageBytes
  return {
    take: (bytes, onTakenBack) => {
      makeRoom(bytes)
      const region = { address: free.get(bytes)?.pop() ?? fresh(bytes), bytes }
      held.set(region, onTakenBack)
      heldBytes += bytes
      return region
    },
    touch: (region) => {
      const onTakenBack = held.get(region)
      if (!onTakenBack) return
      held.delete(region)
      held.set(region, onTakenBack)
    },
    giveBack,
  }
}
