import type { Head } from '../archive/append.ts'
import type { Phase } from '../archive/event.ts'
import type { ArchiveEvent } from '../archive/read-events.ts'
import { type ReadBallot, readBallot } from '../ballot/verify.ts'
import { readCredentials } from '../credential/list.ts'
import { type Election, readElection } from '../election/election.ts'
import type { Groups } from '../group/group.ts'
import { shortOfHex } from '../hash.ts'
import { placed, type Refused, refuse } from '../result.ts'
import { combine } from '../tally/combine.ts'
import { type PartialDecryption, readPartialDecryption } from '../tally/decryption.ts'
import { type Counts, readCounts } from '../tally/result.ts'
import { type CountedBallot, type Tally, tallyBallots } from '../tally/tally.ts'
import { owners, readTrustees, type Trustees } from '../trustee/trustees.ts'
import { asVerified } from './as-verified.ts'
import { type Batches, inBatches } from './batches.ts'
import type { Checker } from './checker.ts'
import type { Progress } from './report.ts'
import type { Receipt, Verified } from './verified.ts'

/** What an archive has told so far, every word of it verified or under way to be. */
export type Story = {
  readonly means: Means
  readonly progress: { -readonly [K in keyof Progress]: Progress[K] }
  election?: Election
  trustees?: Trustees
  /** Public credentials and their weights. */
  readonly credentials: Map<string, number>
  /** Hashes of all ballots, to refuse one that comes twice. */
  readonly seen: Set<string>
  readonly receipts: Receipt[]
  /** The last ballot of each credential: the one that counts. */
  readonly latest: Map<string, CountedBallot>
  tally?: Tally
  readonly contributions: Map<number, PartialDecryption>
  counts?: Counts
  head?: Head
  readonly proofs: Batches<ReadBallot>
  /** Waits for the proofs under way; answers the first refusal among them. */
  readonly checksDone: () => Promise<Refused | undefined>
}

type Means = {
  readonly groups: Groups
  readonly checker: Checker
  readonly onProgress: (progress: Progress) => void
}

export const beginStory = (means: Means): Story => {
  const progress = { credentials: 0, ballots: 0, bytes: 0 }
  const proofs = inBatches(means.checker.checkBallots, means.checker.width, (count) => {
    progress.ballots += count
    means.onProgress({ ...progress })
  })
  return {
    means,
    progress,
    credentials: new Map(),
    seen: new Set(),
    receipts: [],
    latest: new Map(),
    contributions: new Map(),
    proofs,
    checksDone: proofs.drain,
  }
}

/** Verifies one more event. Answers the refusal, or undefined when the story stands. */
export const tell = async (story: Story, event: ArchiveEvent): Promise<Refused | undefined> => {
  const refused = await tellEvent(story, event)
  story.progress.bytes = event.end
  story.head = headAfter(event)
  const { record, offset } = event
  return refused && placed(refused, { record, offset, ...refused.refusal })
}

const headAfter = ({ type, hash, height, end, timestampSeconds }: ArchiveEvent): Head => ({
  phase: phaseOf[type],
  timestampSeconds,
  parent: hash,
  height: height + 1,
  bytes: end,
})

const phaseOf: Readonly<Record<ArchiveEvent['type'], Phase>> = {
  Setup: 'open',
  Ballot: 'open',
  EndBallots: 'closed',
  EncryptedTally: 'tallied',
  PartialDecryption: 'tallied',
  Result: 'decided',
}

/** What a story that was told to its end without a refusal amounts to. */
export const soundStory = (story: Story): Verified => {
  const { election, trustees, head, tally, counts, credentials, latest, contributions, receipts } = story
  if (!election || !trustees || !head) throw new Error('a story without its beginning')
  return asVerified({
    election,
    trustees,
    head,
    credentials,
    latest,
    contributions,
    receipts,
    ...(tally ? { tally } : {}),
    ...(counts ? { counts } : {}),
  })
}

const tellEvent = async (story: Story, event: ArchiveEvent): Promise<Refused | undefined> => {
  switch (event.type) {
    case 'Setup':
      return tellSetup(story, event)
    case 'Ballot':
      return tellBallot(story, event)
    case 'EndBallots':
      return story.checksDone()
    case 'EncryptedTally':
      return tellTally(story, event)
    case 'PartialDecryption':
      return tellDecryption(story, event)
    case 'Result':
      return tellResult(story, event)
  }
}

type Event<T> = Extract<ArchiveEvent, { readonly type: T }>

const tellSetup = async (story: Story, setup: Event<'Setup'>): Promise<Refused | undefined> => {
  const { groups, checker, onProgress } = story.means
  const election = readElection(setup.election, groups)
  if (!election.ok) return election
  const { group, y } = election.value.key
  const trustees = readTrustees(group, setup.trustees)
  if (!trustees.ok) return trustees
  if (!group.equals(trustees.value.publicKey, y)) return refuse('election-key-not-of-trustees')
  const credentials = readCredentials(setup.credentials)
  if (!credentials.ok) return credentials
  await checker.begin(setup.election)
  const membership = inBatches(
    async (texts: readonly string[]) =>
      (await checker.checkCredentials(texts)).map((is) => (is ? null : refuse('credential-invalid').refusal)),
    checker.width,
    (count) => {
      story.progress.credentials += count
      onProgress({ ...story.progress })
    },
  )
  for (const { publicText, weight } of credentials.value) {
    story.credentials.set(publicText, weight)
    const refused = await membership.push(publicText, {})
    if (refused) return refused
  }
  story.election = election.value
  story.trustees = trustees.value
  return membership.drain()
}

const tellBallot = async (story: Story, event: Event<'Ballot'>): Promise<Refused | undefined> => {
  const place = { ballot: { position: story.seen.size + 1, tracker: shortOfHex(event.ballotHash) } }
  if (story.seen.has(event.ballotHash)) return refuse('ballot-repeated', place)
  story.seen.add(event.ballotHash)
  const read = readBallot(story.election!, event.ballot)
  if (!read.ok) return placed(read, place)
  const { credential } = read.value.ballot
  const weight = story.credentials.get(credential)
  if (weight === undefined) return refuse('ballot-credential-unknown', place)
  story.latest.set(credential, { weight, answers: read.value.answers })
  story.receipts.push({ tracker: place.ballot.tracker, seal: read.value.ballot.signature.hash, credential })
  const { record, offset } = event
  return story.proofs.push(read.value, { ...place, record, offset })
}

const tellTally = async (story: Story, event: Event<'EncryptedTally'>): Promise<Refused | undefined> => {
  const tally = tallyBallots(story.election!, story.latest.values())
  if (tally.ballots !== event.ballots || tally.weight !== event.weight) return refuse('tally-count-wrong')
  if (tally.text !== event.tally) return refuse('tally-wrong')
  story.tally = tally
  return undefined
}

const tellDecryption = async (
  story: Story,
  event: Event<'PartialDecryption'>,
): Promise<Refused | undefined> => {
  const trustee = event.owner
  const owner = owners(story.trustees!)[trustee - 1]
  if (!owner) return refuse('decryption-owner-unknown', { trustee })
  if (story.contributions.has(trustee)) return refuse('decryption-repeated', { trustee })
  const read = readPartialDecryption(story.election!, story.tally!, owner.publicKey, event.decryption)
  if (!read.ok) return placed(read, { trustee })
  story.contributions.set(trustee, read.value)
  return undefined
}

const tellResult = async (story: Story, event: Event<'Result'>): Promise<Refused | undefined> => {
  const combined = combine(story.election!, story.tally!, story.trustees!, story.contributions)
  if (!combined.ok) return combined
  const counts = readCounts(story.election!, story.tally!, combined.value, event.result)
  if (!counts.ok) return counts
  story.counts = counts.value
  return undefined
}
