import { readBallot } from '../ballot/verify.ts'
import { type Election, readElection } from '../election/election.ts'
import type { Groups } from '../group/group.ts'
import type { Refusal } from '../result.ts'
import { type Checker, checkHere } from './checker.ts'
import type { Reply, Request } from './pool.ts'

/** The other end of a pool: answers requests one after another with the checks of this thread. */
export const serveChecks = (groups: Promise<Groups>) => {
  let last: Promise<unknown> = Promise.resolve()
  let state: { readonly election: Election; readonly checker: Checker } | undefined
  const begin = async (text: string) => {
    const ready = await groups
    const election = readElection(text, ready)
    if (!election.ok) throw new Error(`begun with an unreadable election: ${election.refusal.reason}`)
    const checker = checkHere(ready)
    await checker.begin(text)
    state = { election: election.value, checker }
    return []
  }
  const answer = async (request: Request) => {
    if (request.kind === 'begin') return begin(request.election)
    if (!state) throw new Error('the worker was not begun')
    const { election, checker } = state
    if (request.kind === 'credentials') return checker.checkCredentials(request.texts)
    const refusals: (Refusal | null)[] = []
    for (const text of request.texts) {
      const read = readBallot(election, text)
      refusals.push(read.ok ? (await checker.checkBallots([read.value]))[0]! : read.refusal)
    }
    return refusals
  }
  return (request: Request): Promise<Reply> => {
    const reply = last
      .then(() => answer(request))
      .then(
        (found): Reply => ({ answer: found }),
        (error: unknown): Reply => ({ fault: error instanceof Error ? error.message : String(error) }),
      )
    last = reply
    return reply
  }
}
