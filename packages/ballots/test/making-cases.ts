import { admitBallot } from '../src/authority.ts'
import { checkOpening } from '../src/ballot/opening.ts'
import { sealShare } from '../src/ceremony/channel.ts'
import { ceremonyHash, memberKeys, readMembers, sign } from '../src/ceremony/keys.ts'
import { assemble, conclude, deal, enroll } from '../src/ceremony.ts'
import { readCredentialCode } from '../src/credential/code.ts'
import { issueCredentials } from '../src/credential/issue.ts'
import { newElectionUuid, readElection, writeElection } from '../src/election/election.ts'
import type { Question, Vote } from '../src/election/question.ts'
import type { Refusal } from '../src/result.ts'
import { createTrustee, findTrustee, readTrusteeKey, writeTrustees } from '../src/trustee.ts'
import { castBallot, challengeBallot, prepareBallot } from '../src/voter.ts'
import { groups, holdCeremony, oneQuestion, refusalOf, taken } from './world.ts'

const group = groups.Ed25519
const trustees = taken(writeTrustees(group, [createTrustee(group).publicText], []))
const uuid = newElectionUuid()
const plan = { uuid, name: 'Comité', description: '' }
const electionOf = (question: Question) =>
  taken(readElection(taken(writeElection(group, { ...plan, questions: [question] }, trustees)), groups))
const election = electionOf(oneQuestion)
const [code] = taken(issueCredentials(group, uuid, 1)).codes

const prepared = () => taken(prepareBallot(election, code!, [[1]]))
const voting =
  (...votes: Vote[]) =>
  async () =>
    refusalOf(prepareBallot(electionOf({ ...oneQuestion, max: 2 }), code!, votes))

const two = { threshold: 2, size: 2 }
const ceremony = holdCeremony('Ed25519', 2, 2)
const [first, second] = ceremony.dealt
const { seed } = JSON.parse(ceremony.enrolled[1]!.secretText)

/** The second member's dealing with another share for the first, signed by the second. */
const dealingWith = (share: unknown) => {
  const dealing = JSON.parse(second!.message)
  const shares = [share, dealing.shares[1]]
  const message = `asamblea-shares|${ceremonyHash(ceremony.certificates)}|${JSON.stringify(shares)}`
  return JSON.stringify({
    ...dealing,
    shares,
    shares_signature: sign(group, memberKeys(group, seed).signing, message),
  })
}
const concluding = async (dealing: string) =>
  refusalOf(conclude(first!.secretText, [first!.message, dealing], groups))
const otherShare = () => {
  const [member] = readMembers(group, two, ceremony.certificates)!
  const route = { ceremony: ceremonyHash(ceremony.certificates), from: 2, to: 1 }
  return sealShare(group, member!.encryption, route, 5n)
}

/** For each reason that something in the making can be refused for, something that is. */
export const makingCases = {
  'election-text-empty': async () =>
    refusalOf(writeElection(group, { ...plan, name: ' ', questions: [oneQuestion] }, trustees)),
  'ballot-challenged': async () => {
    const cast = taken(castBallot(prepared()))
    const records = {
      isListed: () => true,
      isPresent: () => false,
      isChallenged: (seal: string) => seal === cast.seal,
    }
    return refusalOf(admitBallot(election, cast.text, records))
  },
  'code-character': async () => refusalOf(readCredentialCode('Rpmd2-zdmYSA-SDWKE-WeAB0A')),
  'code-length': async () => refusalOf(readCredentialCode('Rpmd2-zdmYSA-SDWKE')),
  'code-check-digit': async () => refusalOf(readCredentialCode('t9Y-zFe-YiS-cC6-TKZ')),
  'vote-count': voting(),
  'vote-blank-not-offered': voting('blank'),
  'vote-answer-repeated': voting([1, 1]),
  'vote-answer-unknown': voting([5]),
  'vote-too-few': voting([]),
  'vote-too-many': voting([0, 1, 2]),
  'ballot-already-decided': async () => {
    const ballot = prepared()
    taken(challengeBallot(ballot))
    return refusalOf(castBallot(ballot))
  },
  'opening-malformed': async () => refusalOf(checkOpening(election, '{}')),
  'opening-wrong': async () => {
    const opened = JSON.parse(taken(challengeBallot(prepared())).text)
    return refusalOf(checkOpening(election, JSON.stringify({ ...opened, slots: [[1, 0, 0]] })))
  },
  'trustee-secret-malformed': async () => refusalOf(readTrusteeKey('"123"', groups)),
  'trustee-not-listed': async () => {
    const stranger = taken(readTrusteeKey(createTrustee(group).secretText, groups))
    return refusalOf(findTrustee(group, trustees, stranger))
  },
  'ceremony-plan-impossible': async () => refusalOf(enroll(group, { threshold: 3, size: 2 }, 1)),
  'ceremony-secret-malformed': async () => refusalOf(deal('{}', ceremony.certificates, groups)),
  'ceremony-messages-count': async () => refusalOf(assemble(group, two, [], [], [])),
  'ceremony-own-message-changed': async () => {
    const certificates = [taken(enroll(group, two, 1)).message, ceremony.certificates[1]!]
    return refusalOf(deal(ceremony.enrolled[0]!.secretText, certificates, groups))
  },
  'ceremony-certificate-wrong': async () =>
    refusalOf(deal(ceremony.enrolled[0]!.secretText, ceremony.certificates.toReversed(), groups)),
  'ceremony-dealing-malformed': () => concluding('{}'),
  'ceremony-dealing-wrong': () => concluding(first!.message),
  'ceremony-share-unreadable': () => concluding(dealingWith({ ...otherShare(), data: '00' })),
  'ceremony-share-wrong': () => concluding(dealingWith(otherShare())),
} satisfies Record<string, () => Promise<Refusal>>
