import { checkProofs, type ReadBallot } from '../ballot/verify.ts'
import { type Election, readElection } from '../election/election.ts'
import { type Groups, parseKey } from '../group/group.ts'
import type { Refusal } from '../result.ts'

/**
 * Does the long part of a verification, here or among workers: the proofs of ballots, and whether credentials
 * are elements of the group. Everything else is decided by `verifyArchive` itself.
 */
export type Checker = {
  /** How many batches it works on at once. */
  readonly width: number
  /** Must be called once, before any other; the text is one that `readElection` accepts. */
  readonly begin: (electionText: string) => Promise<void>
  /** For each public credential, whether it is an element of the group other than the neutral one. */
  readonly checkCredentials: (publicTexts: readonly string[]) => Promise<readonly boolean[]>
  /** For each ballot the refusal, or null when its proofs hold. The credential must be in the public list. */
  readonly checkBallots: (ballots: readonly ReadBallot[]) => Promise<readonly (Refusal | null)[]>
}

/** Checks in the calling thread. */
export const checkHere = (groups: Groups): Checker => {
  let election: Election | undefined
  return {
    width: 1,
    begin: async (text) => {
      const read = readElection(text, groups)
      if (!read.ok) throw new Error(`begun with an unreadable election: ${read.refusal.reason}`)
      election = read.value
    },
    checkCredentials: async (texts) =>
      texts.map((text) => parseKey(begun(election).key.group, text) !== undefined),
    checkBallots: async (ballots) => ballots.map((ballot) => checkBallot(begun(election), ballot)),
  }
}

const begun = (election: Election | undefined): Election => {
  if (!election) throw new Error('the checker was not begun')
  return election
}

const checkBallot = (election: Election, read: ReadBallot): Refusal | null => {
  const credential = election.key.group.parse(read.ballot.credential)
  if (!credential) throw new Error('a ballot with an unlisted credential was sent to be checked')
  return checkProofs(election, read, credential)?.refusal ?? null
}
