import { trustedWorker } from '#platform/http/trusted.ts'
import type { Told, Work, Works } from './work.ts'
import workUrl from './work.worker.ts?worker&url'

/** Why the worker would not: a reason of `@asamblea/ballots`, `offline` or `fault`. Never holds a secret. */
export const WorkRefused = class extends Error {
  readonly reason: string
  constructor(reason: string) {
    super(reason)
    this.reason = reason
  }
}

type Waiting = {
  resolve: (told: never) => void
  reject: (error: Error) => void
  onProgress: ((done: number) => void) | undefined
}

let worker: Worker | undefined
let numbers = 0
const waiting = new Map<number, Waiting>()

/** Asks this page's one worker, started at the first need. */
export const ask = <Kind extends Work>(
  kind: Kind,
  asked: Works[Kind]['asked'],
  onProgress?: (done: number) => void,
): Promise<Works[Kind]['told']> =>
  new Promise((resolve, reject) => {
    const number = numbers++
    waiting.set(number, { resolve, reject, onProgress })
    start().postMessage({ kind, number, asked })
  })

/** Starts the worker before it is needed, so that its tables are warm at the first tap. */
export const start = (): Worker => {
  worker ??= listen(trustedWorker(workUrl))
  return worker
}

const listen = (made: Worker): Worker => {
  made.onmessage = ({ data }: MessageEvent<Told>) => {
    const asker = waiting.get(data.number)
    if (!asker) return
    if ('progress' in data) return asker.onProgress?.(data.progress)
    waiting.delete(data.number)
    if ('told' in data) asker.resolve(data.told as never)
    else asker.reject(new WorkRefused(data.refused))
  }
  made.onerror = () => {
    for (const { reject } of waiting.values()) reject(new WorkRefused('fault'))
    waiting.clear()
    worker = undefined
  }
  return made
}
