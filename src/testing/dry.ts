import type { Doors } from '#platform/db/doors.ts'

class Undone {
  result: unknown
  constructor(result: unknown) {
    this.result = result
  }
}

/** Doors behind which everything happens and nothing stays: each transaction is taken back once its work is done. */
export const dryDoors = (doors: Doors): Doors => {
  const undone = async <T>(
    enter: (wrap: (work: Promise<T>) => Promise<never>) => Promise<unknown>,
  ): Promise<T> => {
    try {
      await enter(async (work) => {
        throw new Undone(await work)
      })
    } catch (error) {
      if (error instanceof Undone) return error.result as T
      throw error
    }
    throw new Error('A door let nobody through.')
  }
  return {
    ...doors,
    asDoor: (work) => undone((wrap) => doors.asDoor((tx) => wrap(work(tx)))),
    enter: (hash, org, work) =>
      undone((wrap) => doors.enter(hash, org, (tx, actor) => wrap(work(tx, actor)))),
    receive: (hash, work) => undone((wrap) => doors.receive(hash, (tx, courier) => wrap(work(tx, courier)))),
    asActor: (actor, work) => undone((wrap) => doors.asActor(actor, (tx) => wrap(work(tx)))),
    asPublic: (org, work) => undone((wrap) => doors.asPublic(org, (tx) => wrap(work(tx)))),
    asJob: (org, work) => undone((wrap) => doors.asJob(org, (tx) => wrap(work(tx)))),
  }
}
