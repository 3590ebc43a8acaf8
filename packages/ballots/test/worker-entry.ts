import { appendBallot, appendEnd } from '../src/archive/append.ts'
import {
  admitBallot,
  openElection,
  publishDecryption,
  publishResult,
  publishTally,
} from '../src/authority.ts'
import { checkOpening } from '../src/ballot/opening.ts'
import { assemble, conclude, deal, enroll } from '../src/ceremony.ts'
import { issueCredentials } from '../src/credential/issue.ts'
import { newElectionUuid, readElection, writeElection } from '../src/election/election.ts'
import type { Groups } from '../src/group/group.ts'
import { pureGroups } from '../src/group/pure.ts'
import type { Result } from '../src/result.ts'
import { decryptTally, readTrusteeKey, writeTrustees } from '../src/trustee.ts'
import type { Verdict } from '../src/verify/report.ts'
import { verifyArchive } from '../src/verify/verify.ts'
import { castBallot, challengeBallot, prepareBallot } from '../src/voter.ts'
import { fastGroups } from '../src/wasm.ts'

self.onmessage = async ({ data }: MessageEvent<'pure' | 'fast'>) =>
  self.postMessage(await hold(data === 'pure' ? pureGroups : await fastGroups()))

/** A whole threshold election, by every role, in a browser's worker. */
const hold = async (groups: Groups) => {
  const group = groups['BELENIOS-2048']
  const plan = { threshold: 2, size: 3 }
  const enrolled = [1, 2, 3].map((index) => taken(enroll(group, plan, index)))
  const certificates = enrolled.map(({ message }) => message)
  const dealt = enrolled.map(({ secretText }) => taken(deal(secretText, certificates, groups)))
  const dealings = dealt.map(({ message }) => message)
  const members = dealt.map(({ secretText }) => taken(conclude(secretText, dealings, groups)))
  const keys = members.map(({ message }) => message)
  const trustees = taken(
    writeTrustees(group, [], [taken(assemble(group, plan, certificates, dealings, keys))]),
  )
  const uuid = newElectionUuid()
  const questions = [
    { question: '¿Aprueba el contrato?', answers: ['Sí', 'No'], blank: true, min: 1, max: 1 },
  ]
  const text = taken(writeElection(group, { uuid, name: 'Consulta', description: '', questions }, trustees))
  const { codes, publicList } = taken(issueCredentials(group, uuid, 2))
  const election = taken(readElection(text, groups))
  const opening = taken(challengeBallot(taken(prepareBallot(election, codes[0]!, [[1]]))))
  const inspected = taken(checkOpening(election, opening.text)).votes
  let { bytes, head } = taken(
    openElection({ election: text, trustees, credentials: publicList }, 1_795_362_230, groups),
  )
  const pieces = [bytes]
  for (const [voter, vote] of [[0, [1]] as const, [1, 'blank'] as const]) {
    const cast = taken(castBallot(taken(prepareBallot(election, codes[voter]!, [vote]))))
    const records = { isListed: () => true, isPresent: () => false, isChallenged: () => false }
    const piece = taken(appendBallot(head, taken(admitBallot(election, cast.text, records))))
    pieces.push(piece.bytes)
    head = piece.head
  }
  pieces.push(taken(appendEnd(head)).bytes)
  let step = taken(publishTally(soundOf(await verifyArchive(pieces, { groups }))))
  pieces.push(step.piece.bytes)
  for (const { secretText } of [members[2]!, members[0]!]) {
    const { trustee, text: made } = taken(
      decryptTally(step.verified, taken(readTrusteeKey(secretText, groups))),
    )
    step = taken(publishDecryption(step.verified, trustee, made))
    pieces.push(step.piece.bytes)
  }
  pieces.push(taken(publishResult(step.verified)).piece.bytes)
  const archive = new Uint8Array(await new Blob(pieces as BlobPart[]).arrayBuffer())
  return { uuid, by: group.by, archive, inspected }
}

const taken = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.refusal.reason)
  return result.value
}

const soundOf = (verdict: Verdict) => {
  if (verdict.outcome !== 'sound') throw new Error(verdict.refusal.reason)
  return verdict.verified
}
