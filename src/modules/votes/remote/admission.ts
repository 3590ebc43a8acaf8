import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { AdmittedBallot } from '@asamblea/ballots/archive'
import type { OpenedBallot } from '@asamblea/ballots/challenge'
import type { Result } from '@asamblea/ballots/result'
import { common } from '#platform/http/refusal.ts'

export type Asked = {
  readonly number: number
  readonly election: string
  readonly ballot?: string
  readonly opening?: string
}
type Answer = Result<AdmittedBallot> | Result<OpenedBallot>
export type Told = { readonly number: number; readonly answer?: Answer; readonly fault?: string }

/** More than this waiting means that whoever waits last would wait too long: they are told to try again. */
const mostWaiting = 2000

type Waiting = { resolve: (answer: Answer) => void; reject: (error: Error) => void }
type Clerk = { worker: Worker; waiting: Map<number, Waiting> }

let clerks: Clerk[] | undefined
let numbers = 0

/** Verifies a ballot's form, proofs and signature in a thread of its own. Not whether it may enter the box. */
export const admit = (election: string, ballot: string): Promise<Result<AdmittedBallot>> =>
  ask({ election, ballot }) as Promise<Result<AdmittedBallot>>

/** Verifies that an opening opens what it states. */
export const inspect = (election: string, opening: string): Promise<Result<OpenedBallot>> =>
  ask({ election, opening }) as Promise<Result<OpenedBallot>>

const ask = (asked: Omit<Asked, 'number'>): Promise<Answer> => {
  clerks ??= Array.from({ length: availableParallelism() }, newClerk)
  const clerk = clerks.reduce((least, other) => (other.waiting.size < least.waiting.size ? other : least))
  if (clerk.waiting.size >= mostWaiting) throw common.refuse('busy')
  const number = numbers++
  return new Promise((resolve, reject) => {
    clerk.waiting.set(number, { resolve, reject })
    clerk.worker.ref()
    clerk.worker.postMessage({ ...asked, number } satisfies Asked)
  })
}

const newClerk = (): Clerk => {
  const worker = new Worker(new URL('./admit.worker.ts', import.meta.url), {
    execArgv: ['--conditions=source'],
  })
  const clerk: Clerk = { worker, waiting: new Map() }
  worker.on('message', ({ number, answer, fault }: Told) => {
    const waiting = clerk.waiting.get(number)
    clerk.waiting.delete(number)
    // An idle thread keeps no process alive.
    if (clerk.waiting.size === 0) worker.unref()
    if (answer) waiting?.resolve(answer)
    else waiting?.reject(new Error(fault))
  })
  const replace = (error: Error) => {
    clerks = clerks?.map((other) => (other === clerk ? newClerk() : other))
    for (const { reject } of clerk.waiting.values()) reject(error)
    clerk.waiting.clear()
  }
  worker.on('error', replace)
  worker.unref()
  return clerk
}
