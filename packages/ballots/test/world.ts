import { appendBallot, appendEnd, type Piece } from '../src/archive/append.ts'
import {
  admitBallot,
  openElection,
  publishDecryption,
  publishResult,
  publishTally,
  type Step,
} from '../src/authority.ts'
import { assemble, conclude, deal, enroll } from '../src/ceremony.ts'
import type { CredentialCode } from '../src/credential/code.ts'
import { issueCredentials } from '../src/credential/issue.ts'
import { type Election, newElectionUuid, readElection, writeElection } from '../src/election/election.ts'
import type { Question, Vote } from '../src/election/question.ts'
import type { GroupName, Groups } from '../src/group/group.ts'
import { nodeGroups } from '../src/node.ts'
import type { Refusal, Result } from '../src/result.ts'
import { createTrustee, decryptTally, readTrusteeKey, writeTrustees } from '../src/trustee.ts'
import type { Verdict } from '../src/verify/report.ts'
import type { Verified } from '../src/verify/verified.ts'
import { verifyArchive } from '../src/verify/verify.ts'
import { castBallot, prepareBallot } from '../src/voter.ts'

export const groups: Groups = await nodeGroups()

export const taken = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`)
  return result.value
}

export const refusalOf = (result: Result<unknown>): Refusal => {
  if (result.ok) throw new Error('accepted what had to be refused')
  return result.refusal
}

export const soundOf = (verdict: Verdict): Verified => {
  if (verdict.outcome !== 'sound') throw new Error(`refused: ${JSON.stringify(verdict.refusal)}`)
  return verdict.verified
}

/** Who holds the key: so many people who are all needed, and threshold groups of whom some come to decrypt. */
export type Custody = {
  readonly singles: number
  readonly thresholds: readonly {
    readonly threshold: number
    readonly size: number
    readonly present: readonly number[]
  }[]
}

export type Plan = {
  readonly group: GroupName
  readonly questions: readonly Question[]
  /** One ballot after another: who votes, by place among the credentials, and what. */
  readonly ballots: readonly (readonly [voter: number, votes: readonly Vote[]])[]
  readonly voters: number
  readonly custody: Custody
}

export type Held = {
  readonly uuid: string
  readonly election: Election
  readonly codes: readonly CredentialCode[]
  readonly documents: { readonly election: string; readonly trustees: string; readonly credentials: string }
  readonly ballots: readonly string[]
  /** The archive after each stage. */
  readonly open: Uint8Array
  readonly closed: Uint8Array
  readonly tallied: Uint8Array
  readonly decided: Uint8Array
  readonly openPiece: Piece
}

export const oneQuestion: Question = {
  question: '¿Quién?',
  answers: ['Lupita', 'Chuy', 'Meche'],
  min: 1,
  max: 1,
}
export const alone: Custody = { singles: 1, thresholds: [] }

/** Holds a whole election through the doors that everyone uses. */
export const holdElection = async (plan: Plan): Promise<Held> => {
  const group = groups[plan.group]
  const { trustees, keys } = prepareCustody(plan)
  const uuid = newElectionUuid()
  const text = taken(
    writeElection(
      group,
      { uuid, name: 'Comité ejecutivo', description: 'Sección 1', questions: plan.questions },
      trustees,
    ),
  )
  const { codes, publicList } = taken(issueCredentials(group, uuid, plan.voters))
  const documents = { election: text, trustees, credentials: publicList }
  const election = taken(readElection(text, groups))
  const openPiece = taken(openElection(documents, 1_795_362_230, groups))
  const pieces = [openPiece.bytes]
  let { head } = openPiece
  const listed = new Set<string>(JSON.parse(publicList))
  const present = new Set<string>()
  const ballots: string[] = []
  for (const [voter, votes] of plan.ballots) {
    const cast = taken(castBallot(taken(prepareBallot(election, codes[voter]!, votes))))
    const admitted = taken(
      admitBallot(election, cast.text, {
        isListed: (credential) => listed.has(credential),
        isPresent: (hash) => present.has(hash),
        isChallenged: () => false,
      }),
    )
    present.add(admitted.hash)
    const piece = taken(appendBallot(head, admitted))
    pieces.push(piece.bytes)
    ballots.push(cast.text)
    head = piece.head
  }
  const open = joined(pieces)
  pieces.push(taken(appendEnd(head)).bytes)
  const closed = joined(pieces)
  let step: Step = taken(publishTally(soundOf(await verifyArchive([closed], { groups }))))
  const tallied = joined([closed, step.piece.bytes])
  let decided = tallied
  for (const key of keys) {
    const { trustee, text: decryption } = taken(
      decryptTally(step.verified, taken(readTrusteeKey(key, groups))),
    )
    step = taken(publishDecryption(step.verified, trustee, decryption))
    decided = joined([decided, step.piece.bytes])
  }
  step = taken(publishResult(step.verified))
  decided = joined([decided, step.piece.bytes])
  return { uuid, election, codes, documents, ballots, open, closed, tallied, decided, openPiece }
}

/** The list of trustees, and the secrets of those who will come to decrypt. */
export const prepareCustody = ({ group: name, custody }: Pick<Plan, 'group' | 'custody'>) => {
  const group = groups[name]
  const singles = Array.from({ length: custody.singles }, (_, index) =>
    createTrustee(group, `Custodia ${index + 1}`),
  )
  const ceremonies = custody.thresholds.map(({ threshold, size, present }) => {
    const { item, secrets } = holdCeremony(name, threshold, size)
    return { item, keys: present.map((member) => secrets[member - 1]!) }
  })
  const trustees = taken(
    writeTrustees(
      group,
      singles.map(({ publicText }) => publicText),
      ceremonies.map(({ item }) => item),
    ),
  )
  return {
    trustees,
    keys: [...singles.map(({ secretText }) => secretText), ...ceremonies.flatMap(({ keys }) => keys)],
  }
}

/** The whole key ceremony: the public item, and what each member is left with. */
export const holdCeremony = (name: GroupName, threshold: number, size: number) => {
  const group = groups[name]
  const plan = { threshold, size }
  const enrolled = Array.from({ length: size }, (_, index) => taken(enroll(group, plan, index + 1)))
  const certificates = enrolled.map(({ message }) => message)
  const dealt = enrolled.map(({ secretText }) => taken(deal(secretText, certificates, groups)))
  const dealings = dealt.map(({ message }) => message)
  const concluded = dealt.map(({ secretText }, place) =>
    taken(conclude(secretText, dealings, groups, `Integrante ${place + 1}`)),
  )
  const keys = concluded.map(({ message }) => message)
  const item = taken(assemble(group, plan, certificates, dealings, keys))
  return {
    item,
    secrets: concluded.map(({ secretText }) => secretText),
    enrolled,
    dealt,
    concluded,
    certificates,
    dealings,
    keys,
  }
}

export const joined = (pieces: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(pieces))
