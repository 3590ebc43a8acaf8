import { readEvents } from '../src/archive/read-events.ts'
import { writeHeader, writeRecord } from '../src/archive/record.ts'
import { hashHex } from '../src/hash.ts'
import { joined, taken } from './world.ts'

/** An archive taken apart: each event with its documents, without the names and links that tie them. */
export type LooseEvent = {
  readonly type: string
  readonly documents: readonly string[]
  readonly extra: object
}

export const takeApart = async (archive: Uint8Array): Promise<LooseEvent[]> => {
  const events: LooseEvent[] = []
  for await (const read of readEvents([archive])) {
    const event = taken(read)
    switch (event.type) {
      case 'Setup':
        events.push({
          type: event.type,
          documents: [event.election, event.trustees, event.credentials],
          extra: {},
        })
        break
      case 'Ballot':
        events.push({ type: event.type, documents: [event.ballot], extra: {} })
        break
      case 'EndBallots':
        events.push({ type: event.type, documents: [], extra: {} })
        break
      case 'EncryptedTally':
        events.push({
          type: event.type,
          documents: [event.tally],
          extra: { num_tallied: event.ballots, total_weight: event.weight },
        })
        break
      case 'PartialDecryption':
        events.push({ type: event.type, documents: [event.decryption], extra: { owner: event.owner } })
        break
      case 'Result':
        events.push({ type: event.type, documents: [event.result], extra: {} })
    }
  }
  return events
}

/** What may be changed in the records that `putTogether` writes around the documents: links, events, names. */
export type Change = (text: string, kind: 'link' | 'event', index: number) => string

/** Writes an archive anew, as somebody would who can make every hash fit. */
export const putTogether = (
  events: readonly LooseEvent[],
  change: Change = (text) => text,
  timestampSeconds = 1_795_362_230,
): Uint8Array => {
  const pieces = [writeHeader(timestampSeconds)]
  let parent: string | undefined
  for (const [index, { type, documents, extra }] of events.entries()) {
    const link = linkOf(type, documents, extra)
    const data = link === undefined ? [...documents] : [...documents, change(link, 'link', index)]
    const payload = data.length > 0 ? { payload: hashHex(data.at(-1)!) } : {}
    const event = change(
      JSON.stringify({ ...(parent ? { parent } : {}), height: index, type, ...payload }),
      'event',
      index,
    )
    pieces.push(...data.map((text) => writeRecord('data', text, timestampSeconds)))
    pieces.push(writeRecord('event', event, timestampSeconds))
    parent = hashHex(event)
  }
  return joined(pieces)
}

const linkOf = (type: string, documents: readonly string[], extra: object): string | undefined => {
  const hashes = documents.map(hashHex)
  if (type === 'Setup')
    return JSON.stringify({ election: hashes[0], trustees: hashes[1], credentials: hashes[2] })
  if (type === 'EncryptedTally') return JSON.stringify({ ...extra, encrypted_tally: hashes[0] })
  if (type === 'PartialDecryption') return JSON.stringify({ ...extra, payload: hashes[0] })
  return undefined
}
