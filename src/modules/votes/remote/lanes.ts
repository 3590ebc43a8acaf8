import { common } from '#platform/http/refusal.ts'

/** More than this waiting behind one address means that the last would wait too long: they are told to try again. */
const mostWaiting = 2000

type Lane = { running: number; readonly waiting: (() => void)[] }

/** Does at most `wide` pieces of work at once for one address; the others wait in the order in which they came. */
export const newLanes = (wide: number) => {
  const lanes = new Map<string, Lane>()
  return {
    inTurn: async <T>(address: string, work: () => Promise<T>): Promise<T> => {
      const lane = lanes.get(address) ?? { running: 0, waiting: [] }
      lanes.set(address, lane)
      if (lane.waiting.length >= mostWaiting) throw common.refuse('busy')
      if (lane.running < wide) lane.running += 1
      // Whoever ends hands its place over, so nobody who comes meanwhile takes it.
      else await new Promise<void>((resolve) => lane.waiting.push(resolve))
      try {
        return await work()
      } finally {
        const next = lane.waiting.shift()
        if (next) next()
        else if (--lane.running === 0) lanes.delete(address)
      }
    },
  }
}
