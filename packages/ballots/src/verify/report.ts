import type { Question } from '../election/question.ts'
import { type GroupName, textOf } from '../group/group.ts'
import { hashShort } from '../hash.ts'
import type { Refusal } from '../result.ts'
import type { Counts } from '../tally/result.ts'
import { owners } from '../trustee/trustees.ts'
import type { Verified } from './verified.ts'

/**
 * What a verification found. `sound`: everything in the archive is as it must be, as far as the election has come.
 * `refused`: something is wrong, and the refusal names it. `unreadable`: it is no archive that this program can
 * judge, which says nothing for or against the election.
 */
export type Verdict = (Finding & { readonly outcome: 'sound'; readonly verified: Verified }) | Unsound

/** A verdict as plain data, to be shown, written or sent to another thread. */
export type Finding = { readonly outcome: 'sound'; readonly report: Report } | Unsound
type Unsound = { readonly outcome: 'refused' | 'unreadable'; readonly refusal: Refusal }

/** The facts of a sound archive. */
export type Report = {
  readonly uuid: string
  readonly name: string
  readonly group: GroupName
  /** 43 characters of Base64: compare with the fingerprint that was published before the vote. */
  readonly fingerprint: string
  readonly questions: readonly Question[]
  readonly stage: 'open' | 'closed' | 'tallied' | 'decided'
  readonly trustees: readonly TrusteeReport[]
  /** Credentials in the public list, and the sum of their weights. */
  readonly entitled: number
  readonly entitledWeight: number
  /** Ballots in the archive, and those that count: the last of each credential. */
  readonly ballots: number
  readonly counted: number
  readonly countedWeight: number
  /** Votes for each question and slot, once decided. */
  readonly counts?: Counts
  readonly events: number
  readonly bytes: number
  /** Hash of the last event in hexadecimal: the same in every honest copy of this length. */
  readonly lastEvent: string
}

export type TrusteeReport = {
  readonly name?: string
  /** Hash of the public key, 43 characters of Base64. */
  readonly keyFingerprint: string
  /** Number of the item it belongs to, from 1, and how many of that item's members are enough. */
  readonly item: number
  readonly needed: number
  readonly members: number
  readonly decrypted: boolean
}

/** Reported as the work goes on. */
export type Progress = { readonly credentials: number; readonly ballots: number; readonly bytes: number }

/** The report of an archive in which everything held. */
export const reportOf = (verified: Verified): Report => {
  const { election, credentials, latest, receipts, head } = verified
  const { uuid, name, fingerprint, questions, key } = election
  const counted = [...latest.values()]
  return {
    uuid,
    name,
    group: key.group.name,
    fingerprint,
    questions,
    stage: head.phase === 'empty' ? 'open' : head.phase,
    trustees: trusteesOf(verified),
    entitled: credentials.size,
    entitledWeight: sum(credentials.values()),
    ballots: receipts.length,
    counted: counted.length,
    countedWeight: sum(counted.map(({ weight }) => weight)),
    ...(verified.counts ? { counts: verified.counts } : {}),
    events: head.height,
    bytes: head.bytes,
    lastEvent: head.parent ?? '',
  }
}

const trusteesOf = ({ trustees, election, contributions }: Verified): TrusteeReport[] =>
  owners(trustees).map(({ publicKey, item, name }, index) => {
    const of = trustees.items[item]!
    return {
      ...(name === undefined ? {} : { name }),
      keyFingerprint: hashShort(textOf(election.key.group, publicKey)),
      item: item + 1,
      needed: of.kind === 'single' ? 1 : of.threshold,
      members: of.kind === 'single' ? 1 : of.members.length,
      decrypted: contributions.has(index + 1),
    }
  })

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0)
