import { randomBase58 } from '../codec/base58.ts'
import * as shape from '../codec/shape.ts'
import {
  type Element,
  type FixedPower,
  type Group,
  type GroupName,
  type Groups,
  parseKey,
  textOf,
} from '../group/group.ts'
import { hashShort } from '../hash.ts'
import type { Reason } from '../reasons.ts'
import { accept, type Result, refuse } from '../result.ts'
import { readTrustees } from '../trustee/trustees.ts'
import { isSane, type Question, questionShape } from './question.ts'

/** An election as its archive states it, with its public key ready for use. */
export type Election = {
  /** The exact bytes that were published; everything is bound to their hash. */
  readonly text: string
  /** SHA-256 of those bytes in 43 characters of Base64: how people recognize the election. */
  readonly fingerprint: string
  readonly uuid: string
  readonly name: string
  readonly description: string
  readonly administrator?: string
  readonly credentialAuthority?: string
  readonly questions: readonly Question[]
  readonly key: ElectionKey
}

/** The key under which ballots are encrypted: y = g^x, where no one alone knows x. */
export type ElectionKey = { readonly group: Group; readonly y: Element; readonly yPow: FixedPower }

const uuidShape = shape.pattern(/^[1-9A-HJ-NP-Za-km-z]{14,}$/)

export const electionShape = shape.object({
  version: shape.literal(1),
  description: shape.text,
  name: shape.text,
  group: shape.oneOf('BELENIOS-2048', 'RFC-3526-2048', 'Ed25519'),
  public_key: shape.text,
  questions: shape.list(questionShape),
  uuid: uuidShape,
  administrator: shape.optional(shape.text),
  credential_authority: shape.optional(shape.text),
})

/**
 * Reads the text of an election (Belenios protocol version 1). Refuses other versions, groups and kinds of
 * question by name, since those may be sound and only beyond this program.
 */
export const readElection = (text: string, groups: Groups): Result<Election> => {
  const stated = shape.readExactly(electionShape, text)
  if (!stated) return refuse(beyondUs(text) ?? 'election-malformed')
  if (stated.questions.length === 0 || !stated.questions.every(isSane)) return refuse('question-impossible')
  const group = groups[stated.group]
  const y = parseKey(group, stated.public_key)
  if (!y) return refuse('election-key-invalid')
  return accept({
    text,
    fingerprint: hashShort(text),
    uuid: stated.uuid,
    name: stated.name,
    description: stated.description,
    ...(stated.administrator === undefined ? {} : { administrator: stated.administrator }),
    ...(stated.credential_authority === undefined
      ? {}
      : { credentialAuthority: stated.credential_authority }),
    questions: stated.questions,
    key: { group, y, yPow: group.fixed(y) },
  })
}

const anything: shape.Shape<unknown> = { read: (json) => json, write: shape.jsonText }

/** Whether the text states something that Belenios has and this program has not. */
const beyondUs = (text: string): Reason | undefined => {
  const json = shape.readExactly(anything, text)
  if (typeof json !== 'object' || json === null) return undefined
  const { version, group, questions } = json as Record<string, unknown>
  if (Number.isInteger(version) && version !== 1) return 'version-unknown'
  if (typeof group === 'string' && !isGroupName(group)) return 'group-unknown'
  if (Array.isArray(questions) && questions.some((question) => question?.type !== undefined))
    return 'question-kind-unknown'
  return undefined
}

const isGroupName = (name: string): name is GroupName =>
  ['BELENIOS-2048', 'RFC-3526-2048', 'Ed25519'].includes(name)

/** What an election is about. Names and questions are published for ever. */
export type ElectionPlan = {
  readonly uuid: string
  readonly name: string
  readonly description: string
  readonly questions: readonly Question[]
  readonly administrator?: string
  /** Who handed out the credentials. */
  readonly credentialAuthority?: string
}

/** A new identifier of an election: 14 Base58 characters, as Belenios makes them. */
export const newElectionUuid = (): string => randomBase58(14)

/**
 * Writes the text of an election under the key of these trustees. Needs nothing secret. Refuses a question
 * that nobody could answer, an empty name or answer, and trustees whose proofs do not hold.
 */
export const writeElection = (group: Group, plan: ElectionPlan, trusteesText: string): Result<string> => {
  const trustees = readTrustees(group, trusteesText)
  if (!trustees.ok) return trustees
  const { publicKey } = trustees.value
  if (group.equals(publicKey, group.one)) return refuse('election-key-invalid')
  if (plan.questions.length === 0 || !plan.questions.every(isSane)) return refuse('question-impossible')
  const words = [plan.name, ...plan.questions.flatMap(({ question, answers }) => [question, ...answers])]
  if (words.some((word) => word.trim() === '')) return refuse('election-text-empty')
  const text = electionShape.write({
    version: 1,
    description: plan.description,
    name: plan.name,
    group: group.name,
    public_key: textOf(group, publicKey),
    questions: plan.questions.map(inOrder),
    uuid: plan.uuid,
    ...(plan.administrator === undefined ? {} : { administrator: plan.administrator }),
    ...(plan.credentialAuthority === undefined ? {} : { credential_authority: plan.credentialAuthority }),
  })
  return electionShape.read(JSON.parse(text)) ? accept(text) : refuse('election-malformed')
}

const inOrder = ({ answers, blank, min, max, question }: Question) => ({
  answers,
  ...(blank ? { blank } : {}),
  min,
  max,
  question,
})
