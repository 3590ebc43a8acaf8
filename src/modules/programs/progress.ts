import type { Call } from '#platform/http/call.ts'

/** How far long work has come: `done` of `of` figures counted, charts drawn, or, at the end, pages set. */
export type Progress = { doing: 'counting' | 'drawing' | 'setting'; done: number; of: number }
export type Tell = (progress: Progress) => void

/** Kept in this process and only while the work runs: afterwards it is of no use to anybody. */
const running = new Map<string, Progress>()

const keyOf = ({ actor }: Pick<Call, 'actor'>, id: string) => `${actor.orgId} ${actor.membershipId} ${id}`

/** Does some work that whoever asked for it can follow by an id of their own making. */
export const followed = async <T>(
  call: Pick<Call, 'actor'>,
  id: string | undefined,
  work: (tell: Tell) => Promise<T>,
): Promise<T> => {
  if (id === undefined) return work(() => {})
  const key = keyOf(call, id)
  try {
    return await work((progress) => running.set(key, progress))
  } finally {
    running.delete(key)
  }
}

/** Of the reader's own work; `null` before it said anything, once it is over, and on another process. */
export const progressOf = (call: Pick<Call, 'actor'>, id: string): Progress | null =>
  running.get(keyOf(call, id)) ?? null
