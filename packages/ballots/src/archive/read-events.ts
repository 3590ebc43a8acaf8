import * as shape from '../codec/shape.ts'
import { accept, type Result, refuse } from '../result.ts'
import { ownedShape, sizedTallyShape } from '../tally/wire.ts'
import type { Source } from './byte-queue.ts'
import { type EventType, eventShape, type Phase, phaseAfter, setupShape } from './event.ts'
import { type ArchiveRecord, readRecords } from './read-records.ts'

/** One event with the documents that came with it, found to be in its place in the chain. */
export type ArchiveEvent = EventDocuments & {
  /** SHA-256 of the event in hexadecimal: what the next event names as its parent. */
  readonly hash: string
  readonly height: number
  /** Record and offset of the first document of the event, or of the event itself. */
  readonly record: number
  readonly offset: number
  /** Bytes from the start of the file to the end of the event. */
  readonly end: number
  readonly timestampSeconds: number
}

export type EventDocuments =
  | {
      readonly type: 'Setup'
      readonly election: string
      readonly trustees: string
      readonly credentials: string
    }
  | { readonly type: 'Ballot'; readonly ballot: string; readonly ballotHash: string }
  | { readonly type: 'EndBallots' }
  | {
      readonly type: 'EncryptedTally'
      readonly tally: string
      readonly ballots: number
      readonly weight: number
    }
  | { readonly type: 'PartialDecryption'; readonly owner: number; readonly decryption: string }
  | { readonly type: 'Result'; readonly result: string }

/**
 * Reads an archive event by event. What it yields is exactly what a program that wrote the archive anew from
 * these events would write: no record is missing, repeated, out of order or unnamed.
 */
export async function* readEvents(source: Source): AsyncGenerator<Result<ArchiveEvent>> {
  let waiting: ArchiveRecord[] = []
  let link: Link = { phase: 'empty', height: -1 }
  for await (const read of readRecords(source)) {
    if (!read.ok) return yield read
    const record = read.value
    if (record.kind === 'header') continue
    if (record.kind === 'data') {
      waiting.push(record)
      if (waiting.length > 4) return yield refuse('record-out-of-order', placeOf(record))
      continue
    }
    const event = readEvent(record, waiting, link)
    yield event
    if (!event.ok) return
    link = {
      phase: phaseAfter(link.phase, event.value.type)!,
      height: event.value.height,
      parent: record.hash,
    }
    waiting = []
  }
  if (waiting[0]) yield refuse('record-without-event', placeOf(waiting[0]))
  else if (link.phase === 'empty') yield refuse('setup-missing')
}

type Link = { readonly phase: Phase; readonly height: number; readonly parent?: string }

const placeOf = ({ record, offset }: ArchiveRecord) => ({ record, offset })

const readEvent = (
  record: ArchiveRecord,
  data: readonly ArchiveRecord[],
  { phase, height, parent }: Link,
): Result<ArchiveEvent> => {
  const place = placeOf(record)
  const event = shape.readExactly(eventShape, record.text)
  if (!event)
    return refuse(/"type":"(End)?Shuffles?"/.test(record.text) ? 'shuffle-unknown' : 'event-malformed', place)
  if (event.parent !== parent) return refuse('event-parent-wrong', place)
  if (event.height !== height + 1) return refuse('event-height-wrong', place)
  if (!phaseAfter(phase, event.type)) return refuse('event-out-of-order', place)
  const documents = documentsOf(event.type, data, event.payload)
  if (!documents) return refuse('record-out-of-order', place)
  const first = data[0] ?? record
  return accept({
    ...documents,
    hash: record.hash,
    height: event.height,
    ...placeOf(first),
    end: record.end,
    timestampSeconds: record.timestampSeconds,
  })
}

/** The documents of an event, when exactly those it names stand before it, in their order. */
const documentsOf = (
  type: EventType,
  data: readonly ArchiveRecord[],
  payload: string | undefined,
): EventDocuments | undefined => {
  const last = data.at(-1)
  if (last?.hash !== payload) return undefined
  const [first, second, third] = data
  if (type === 'EndBallots') return last ? undefined : { type }
  if (!first || !last) return undefined
  if (type === 'Ballot')
    return data.length === 1 ? { type, ballot: first.text, ballotHash: first.hash } : undefined
  if (type === 'Result') return data.length === 1 ? { type, result: first.text } : undefined
  if (type === 'Setup') {
    const names = shape.readExactly(setupShape, last.text)
    if (data.length !== 4 || !names || !second || !third) return undefined
    const named = [names.election, names.trustees, names.credentials]
    return named.every((hash, index) => hash === data[index]!.hash)
      ? { type, election: first.text, trustees: second.text, credentials: third.text }
      : undefined
  }
  if (data.length !== 2) return undefined
  if (type === 'EncryptedTally') {
    const sized = shape.readExactly(sizedTallyShape, last.text)
    return sized?.encrypted_tally === first.hash
      ? { type, tally: first.text, ballots: sized.num_tallied, weight: sized.total_weight }
      : undefined
  }
  const owned = shape.readExactly(ownedShape, last.text)
  return owned?.payload === first.hash ? { type, owner: owned.owner, decryption: first.text } : undefined
}
