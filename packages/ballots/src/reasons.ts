/**
 * Every reason for which this library refuses something, under the check that failed. The list is closed: each
 * reason has a sentence in both languages (`text/reasons.ts`), and each is produced by a test.
 */
const reasonsByCheck = {
  /** Whether the file is an archive that this program can judge at all. */
  file: [
    'file-empty',
    'not-an-archive',
    'version-unknown',
    'group-unknown',
    'question-kind-unknown',
    'shuffle-unknown',
  ],
  /** Whether each record is written as it must be and is named by the hash of its content. */
  records: [
    'record-header-malformed',
    'record-end-blocks',
    'record-truncated',
    'record-too-large',
    'record-hash-wrong',
    'record-padding',
    'record-not-text',
  ],
  /** Whether events follow one another without a gap, each with its own documents. */
  chain: [
    'record-out-of-order',
    'record-without-event',
    'setup-missing',
    'event-malformed',
    'event-parent-wrong',
    'event-height-wrong',
    'event-out-of-order',
  ],
  /** Whether the election can be held. */
  election: [
    'election-malformed',
    'question-impossible',
    'election-key-invalid',
    'election-key-not-of-trustees',
    'election-text-empty',
  ],
  /** Whether the trustees hold the keys they publish. */
  trustees: [
    'trustees-malformed',
    'trustee-key-invalid',
    'trustee-proof-wrong',
    'threshold-impossible',
    'certificate-wrong',
    'polynomial-wrong',
    'dealer-signature-wrong',
    'member-signature-wrong',
    'member-key-wrong',
  ],
  /** Whether the public list is one of distinct valid keys. */
  credentials: [
    'credentials-malformed',
    'credentials-empty',
    'credential-repeated',
    'credential-invalid',
    'credential-weighted',
  ],
  /** Whether each ballot came from someone entitled, once, and is well formed. */
  ballots: [
    'ballot-not-canonical',
    'ballot-of-another-election',
    'ballot-answers-count',
    'ballot-proofs-count',
    'ballot-element-malformed',
    'ballot-seal-wrong',
    'ballot-repeated',
    'ballot-credential-unknown',
    'ballot-number-out-of-range',
    'ballot-signature-wrong',
    'ballot-element-outside-group',
    'ballot-individual-proof-wrong',
    'ballot-overall-proof-wrong',
    'ballot-blank-proof-wrong',
    'ballot-challenged',
  ],
  /** Whether the encrypted totals are those of the ballots that count. */
  tally: ['tally-count-wrong', 'tally-wrong'],
  /** Whether each trustee decrypted the totals and nothing else. */
  decryptions: [
    'decryption-malformed',
    'decryption-owner-unknown',
    'decryption-repeated',
    'decryption-factor-invalid',
    'decryption-proof-wrong',
    'decryptions-missing',
  ],
  /** Whether the published numbers are what the decryptions give. */
  result: ['result-malformed', 'result-wrong'],
  /** Whether an earlier copy of the archive is the beginning of this one. */
  copy: ['copy-differs', 'copy-longer'],
  /** Whether a code that somebody typed can be one. */
  code: ['code-character', 'code-length', 'code-check-digit'],
  /** Whether a vote is one that the questions offer. */
  vote: [
    'vote-count',
    'vote-blank-not-offered',
    'vote-answer-repeated',
    'vote-answer-unknown',
    'vote-too-few',
    'vote-too-many',
  ],
  /** Whether a prepared ballot may still be cast or challenged, and whether an opening opens it. */
  challenge: ['ballot-already-decided', 'opening-malformed', 'opening-wrong'],
  /** Whether a secret that a trustee kept is one, and belongs to the election. */
  secret: ['trustee-secret-malformed', 'trustee-not-listed'],
  /** Whether a step of the key ceremony may be taken. */
  ceremony: [
    'ceremony-plan-impossible',
    'ceremony-secret-malformed',
    'ceremony-messages-count',
    'ceremony-own-message-changed',
    'ceremony-certificate-wrong',
    'ceremony-dealing-malformed',
    'ceremony-dealing-wrong',
    'ceremony-share-unreadable',
    'ceremony-share-wrong',
  ],
} as const

export type Check = keyof typeof reasonsByCheck
export type Reason = (typeof reasonsByCheck)[Check][number]

export const checks = Object.keys(reasonsByCheck) as readonly Check[]
export const reasons: readonly Reason[] = Object.values(reasonsByCheck).flat()

export const checkOf = (reason: Reason): Check => checkByReason.get(reason)!

const checkByReason: ReadonlyMap<Reason, Check> = new Map(
  checks.flatMap((check) => reasonsByCheck[check].map((reason) => [reason, check] as const)),
)

/** Reasons that say only that this program cannot judge the file. */
export const isUnreadable = (reason: Reason): boolean => checkOf(reason) === 'file'
