import { createHmac } from 'node:crypto'
import type { VerifyOptions } from '@asamblea/ballots/verify'
import type { DeploymentSecrets } from '#platform/access/deployment.ts'
import { hashOf } from './credentials.ts'

type Checker = NonNullable<VerifyOptions['checker']>

/**
 * A keyed digest of one ballot in one election, written beside a ballot whose proofs this server verified as it received it.
 * Whoever can write to the database cannot make one. It says nothing of a voter: it is a function of two public texts.
 */
export type Marker = (election: string, ballotHash: string) => Buffer

export const markerOf = ({ access }: Pick<DeploymentSecrets, 'access'>): Marker => {
  const key = createHmac('sha256', access).update('verified ballots').digest()
  return (election, ballotHash) =>
    createHmac('sha256', key).update(hashOf(election)).update(ballotHash).digest()
}

/**
 * A checker that does not verify again the proofs of ballots whose mark holds; every other ballot goes to `checker`. Only for
 * the server's own count: the chain, the credentials, the totals and the form of every ballot are verified as ever, and
 * trustees and observers verify everything anew before and after a total is opened.
 */
export const checkingUnmarked = (
  checker: Checker,
  marker: Marker,
  marks: ReadonlyMap<string, Buffer>,
): Checker => {
  let election = ''
  const isMarked = (text: string) => {
    const hash = hashOf(text).toString('hex')
    return marks.get(hash)?.equals(marker(election, hash)) ?? false
  }
  return {
    width: checker.width,
    begin: (text) => {
      election = text
      return checker.begin(text)
    },
    checkCredentials: checker.checkCredentials,
    checkBallots: async (ballots) => {
      const marked = ballots.map(({ text }) => isMarked(text))
      const others = ballots.filter((_, at) => !marked[at])
      const found = others.length > 0 ? [...(await checker.checkBallots(others))] : []
      return marked.map((known) => (known ? null : found.shift()!))
    },
  }
}
