import { type Place, placed, type Refusal, type Refused } from '../result.ts'

/** Sends items in batches to be checked and reads the answers in the order of the items. */
export type Batches<T> = {
  /** Answers the first refusal known so far. Waits while too much is under way. */
  readonly push: (item: T, place: Place) => Promise<Refused | undefined>
  /** Waits for everything under way and answers the first refusal. */
  readonly drain: () => Promise<Refused | undefined>
}

type Check<T> = (items: readonly T[]) => Promise<readonly (Refusal | null)[]>

const batchSize = 16

/** `width` is how many batches can be worked on at once; twice as many are kept ready, and no more in memory. */
export const inBatches = <T>(
  check: Check<T>,
  width: number,
  onChecked: (count: number) => void,
): Batches<T> => {
  const underWay: Promise<Refused | undefined>[] = []
  let items: T[] = []
  let places: Place[] = []
  let refused: Refused | undefined

  const send = () => {
    const [batch, batchPlaces] = [items, places]
    items = []
    places = []
    underWay.push(check(batch).then((answers) => firstRefusal(answers, batchPlaces)))
    onSettled(underWay.at(-1)!, batch.length)
  }
  const onSettled = (answer: Promise<unknown>, count: number) => {
    answer.then(
      () => onChecked(count),
      () => undefined,
    )
  }
  const settleDownTo = async (limit: number) => {
    while (underWay.length > limit) refused ??= await underWay.shift()
    return refused
  }
  return {
    push: async (item, place) => {
      items.push(item)
      places.push(place)
      if (items.length < batchSize) return refused
      send()
      return settleDownTo(2 * width)
    },
    drain: async () => {
      if (items.length > 0) send()
      return settleDownTo(0)
    },
  }
}

const firstRefusal = (
  answers: readonly (Refusal | null)[],
  places: readonly Place[],
): Refused | undefined => {
  const index = answers.findIndex((answer) => answer !== null)
  const refusal = answers[index]
  return refusal ? placed({ ok: false, refusal }, places[index]!) : undefined
}
