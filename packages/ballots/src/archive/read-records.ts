import { hashHex } from '../hash.ts'
import { accept, type Result, refuse } from '../result.ts'
import { type ByteQueue, byteQueue, type Source } from './byte-queue.ts'
import {
  blockBytes,
  headerName,
  headerText,
  maxBodyBytes,
  paddingOf,
  readHeaderBlock,
  textOfBody,
} from './record.ts'

/** One record whose name was found to be the hash of its body. */
export type ArchiveRecord = {
  readonly kind: 'header' | 'data' | 'event'
  /** SHA-256 of the body in hexadecimal; empty for the header. */
  readonly hash: string
  readonly text: string
  /** Place among the records, the header being 1. */
  readonly record: number
  /** Bytes from the start of the file to this record and to the next. */
  readonly offset: number
  readonly end: number
  readonly timestampSeconds: number
}

/**
 * Reads an archive record by record, holding no more than one in memory. The first thing that is not exactly as
 * it must be ends the reading with a refusal.
 */
export async function* readRecords(source: Source): AsyncGenerator<Result<ArchiveRecord>> {
  const queue = byteQueue(source)
  try {
    yield* recordsIn(queue)
  } finally {
    await queue.close()
  }
}

async function* recordsIn(queue: ByteQueue): AsyncGenerator<Result<ArchiveRecord>> {
  let timestampSeconds: number | undefined
  for (let record = 1; ; record++) {
    const place = { record, offset: queue.offset() }
    const read = await readRecord(queue, timestampSeconds)
    if (read === 'end') return record === 1 ? yield refuse('file-empty') : undefined
    if (typeof read === 'string') return yield refuse(record === 1 ? 'not-an-archive' : read, place)
    if (record === 1 && read.text !== headerText(read.timestampSeconds))
      return yield refuse(
        /^\{"version":(?!1,)\d+,/.test(read.text) ? 'version-unknown' : 'not-an-archive',
        place,
      )
    timestampSeconds ??= read.timestampSeconds
    yield accept({ ...read, ...place, end: queue.offset() })
  }
}

type Parsed = Pick<ArchiveRecord, 'kind' | 'hash' | 'text' | 'timestampSeconds'>
type Trouble =
  | 'record-header-malformed'
  | 'record-end-blocks'
  | 'record-truncated'
  | 'record-too-large'
  | 'record-hash-wrong'
  | 'record-padding'
  | 'record-not-text'

/** The next record; `expected` is the archive's timestamp, unknown for the first. */
const readRecord = async (
  queue: ByteQueue,
  expected: number | undefined,
): Promise<Parsed | 'end' | Trouble> => {
  const block = await queue.take(blockBytes)
  if (block.length === 0) return 'end'
  if (block.length < blockBytes) return 'record-truncated'
  if (block.every((byte) => byte === 0)) return 'record-end-blocks'
  const header = readHeaderBlock(block)
  if (!header || header.timestampSeconds !== (expected ?? header.timestampSeconds))
    return 'record-header-malformed'
  const kind = kindOf(header.name)
  if (!kind || (kind === 'header') !== (expected === undefined)) return 'record-header-malformed'
  if (header.size > maxBodyBytes) return 'record-too-large'
  const padded = await queue.take(header.size + paddingOf(header.size))
  if (padded.length < header.size + paddingOf(header.size)) return 'record-truncated'
  const body = padded.subarray(0, header.size)
  if (padded.subarray(header.size).some((byte) => byte !== 0)) return 'record-padding'
  const hash = kind === 'header' ? '' : hashHex(body)
  if (kind !== 'header' && !header.name.startsWith(hash)) return 'record-hash-wrong'
  const text = textOfBody(body)
  return text === undefined
    ? 'record-not-text'
    : { kind, hash, text, timestampSeconds: header.timestampSeconds }
}

const kindOf = (name: string): ArchiveRecord['kind'] | undefined => {
  if (name === headerName) return 'header'
  const [, kind] = /^[0-9a-f]{64}\.(data|event)\.json$/.exec(name) ?? []
  return kind as 'data' | 'event' | undefined
}
