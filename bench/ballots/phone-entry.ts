import { readCredentialCode } from '../../packages/ballots/src/credential/code.ts'
import { readElection } from '../../packages/ballots/src/election/election.ts'
import { pureGroups } from '../../packages/ballots/src/group/pure.ts'
import { castBallot, prepareBallot } from '../../packages/ballots/src/voter.ts'
import { taken } from './taken.ts'

const createBallot = (text: string, typed: string): number => {
  const started = performance.now()
  const election = taken(readElection(text, pureGroups))
  taken(castBallot(taken(prepareBallot(election, taken(readCredentialCode(typed)), [[1]]))))
  return performance.now() - started
}

Object.assign(globalThis, { createBallot })
