import type { Refusal } from '../result.ts'
import type { Checker } from './checker.ts'

/** What one worker is asked, and what it answers: an answer, or the message of what it threw. */
export type Request =
  | { readonly kind: 'begin'; readonly election: string }
  | { readonly kind: 'credentials'; readonly texts: readonly string[] }
  | { readonly kind: 'ballots'; readonly texts: readonly string[] }
export type Reply = { readonly answer: Answer } | { readonly fault: string }
type Answer = readonly boolean[] | readonly (Refusal | null)[]

/** One worker, of Node or of a browser. */
export type Port = {
  readonly post: (request: Request) => void
  /** Called once: with a function for each reply, and one for when the worker fails. */
  readonly listen: (onReply: (reply: Reply) => void, onFault: (error: Error) => void) => void
  readonly close: () => void
}

export type Pool = Checker & { readonly close: () => void }

/** Shares the checks among workers, each of which answers one request at a time, in order. */
export const poolOf = (ports: readonly Port[]): Pool => {
  const workers = ports.map(queueFor)
  const next = () => workers.reduce((least, worker) => (worker.waiting() < least.waiting() ? worker : least))
  return {
    width: ports.length,
    begin: async (election) => {
      await Promise.all(workers.map(({ ask }) => ask({ kind: 'begin', election })))
    },
    checkCredentials: async (texts) =>
      (await next().ask({ kind: 'credentials', texts })) as readonly boolean[],
    checkBallots: async (ballots) => {
      const texts = ballots.map(({ text }) => text)
      return (await next().ask({ kind: 'ballots', texts })) as readonly (Refusal | null)[]
    },
    close: () => {
      for (const { close } of ports) close()
    },
  }
}

type Waiting = { readonly resolve: (answer: Answer) => void; readonly reject: (error: Error) => void }

const queueFor = (port: Port) => {
  const queue: Waiting[] = []
  let fault: Error | undefined
  port.listen(
    (reply) => {
      const first = queue.shift()
      if ('answer' in reply) first?.resolve(reply.answer)
      else first?.reject(new Error(reply.fault))
    },
    (error) => {
      fault = error
      for (const { reject } of queue.splice(0)) reject(error)
    },
  )
  const ask = (request: Request) =>
    new Promise<Answer>((resolve, reject) => {
      if (fault) return reject(fault)
      queue.push({ resolve, reject })
      port.post(request)
    })
  return { ask, waiting: () => queue.length }
}
