import { createHash, type Hash } from 'node:crypto'
import * as z from 'zod'
import type { Row } from './store.rows.ts'

// The format is described for whoever has to read it without us in docs/guides/backup.md.

const version = 1

const Header = z.strictObject({
  format: z.literal('asamblea'),
  version: z.literal(version),
  /** Everything on a server, or one organization. */
  holds: z.enum(['server', 'organization']),
  madeAt: z.iso.datetime(),
  /** The schema that these rows fit, by the names of its migrations. */
  migrations: z.array(z.string()),
  organization: z
    .strictObject({
      id: z.uuid(),
      name: z.string(),
      /** Its data key, 64 hexadecimal digits: only the seal around this file protects it. */
      key: z.string().regex(/^[0-9a-f]{64}$/),
    })
    .nullable(),
})
export type Header = z.infer<typeof Header>
export type NewHeader = Omit<Header, 'format' | 'version'>

const Begin = z.strictObject({ table: z.string(), columns: z.array(z.string()) })
const End = z.strictObject({ rows: z.int(), sha256: z.string() })
const Last = z.strictObject({ tables: z.int(), rows: z.int(), sha256: z.string() })

/** One table as it goes into an archive. */
export type Section = { table: string; columns: readonly string[]; batches: AsyncIterable<readonly Row[]> }

/** How many rows a table had, and a digest of them all in order. */
export type Summary = { table: string; rows: number; sha256: string }

/** The lines of an archive, each a JSON value, in pieces of many lines. */
export async function* written(header: NewHeader, sections: AsyncIterable<Section>): AsyncGenerator<string> {
  yield lineOf({ format: 'asamblea', version, ...header })
  const all = createHash('sha256')
  const total = { tables: 0, rows: 0 }
  for await (const { table, columns, batches } of sections) {
    yield lineOf({ table, columns })
    const digest = createHash('sha256')
    let rows = 0
    for await (const batch of batches) {
      rows += batch.length
      const lines = batch.map(lineOf).join('')
      digest.update(lines)
      yield lines
    }
    const sha256 = digest.digest('hex')
    all.update(summaryLine({ table, rows, sha256 }))
    total.tables += 1
    total.rows += rows
    yield lineOf({ rows, sha256 })
  }
  yield lineOf({ ...total, sha256: all.digest('hex') })
}

/** What an archive holds, in order; a section's rows must be read before the next is asked for. */
export type Piece =
  | { kind: 'begin'; table: string; columns: string[] }
  | { kind: 'rows'; rows: Row[] }
  | ({ kind: 'end' } & Summary)

/** Why an archive cannot be used. */
export type Damage = 'not-an-archive' | 'wrong-key' | 'newer-format' | 'damaged' | 'cut-off'
export const damaged = (damage: Damage, cause?: unknown) =>
  Object.assign(new Error(`Archive: ${damage}`, { cause }), { damage })

/** Reads an archive: its header at once, then its pieces. Throws a `damaged` error on the first line that does not fit. */
export const read = async (
  lines: AsyncIterator<string>,
): Promise<{ header: Header; pieces: AsyncGenerator<Piece> }> => {
  const { value, done } = await lines.next()
  const first = done ? undefined : jsonIn(value)
  if ((first as { format?: unknown } | undefined)?.format !== 'asamblea') throw damaged('not-an-archive')
  const header = Header.safeParse(first)
  if (!header.success)
    throw damaged((first as { version?: number }).version === version ? 'damaged' : 'newer-format')
  return { header: header.data, pieces: pieces(lines) }
}

async function* pieces(lines: AsyncIterator<string>): AsyncGenerator<Piece> {
  const all = createHash('sha256')
  const total = { tables: 0, rows: 0 }
  while (true) {
    const line = await nextLine(lines)
    const begin = Begin.safeParse(line.value)
    if (!begin.success) {
      const last = Last.safeParse(line.value)
      const fits = last.success && last.data.tables === total.tables && last.data.rows === total.rows
      if (!fits || last.data.sha256 !== all.digest('hex')) throw damaged('damaged')
      if (!(await lines.next()).done) throw damaged('damaged')
      return
    }
    yield { kind: 'begin', ...begin.data }
    const summary = yield* sectionOf(lines, begin.data)
    all.update(summaryLine(summary))
    total.tables += 1
    total.rows += summary.rows
    yield { kind: 'end', ...summary }
  }
}

const rowsAtOnce = 500
const lettersAtOnce = 1_000_000

async function* sectionOf(
  lines: AsyncIterator<string>,
  { table, columns }: z.infer<typeof Begin>,
): AsyncGenerator<Piece, Summary> {
  const digest: Hash = createHash('sha256')
  let rows = 0
  let batch: Row[] = []
  let letters = 0
  while (true) {
    const { text, value } = await nextLine(lines)
    if (!Array.isArray(value)) {
      if (batch.length > 0) yield { kind: 'rows', rows: batch }
      const end = End.safeParse(value)
      const sha256 = digest.digest('hex')
      if (!end.success || end.data.rows !== rows || end.data.sha256 !== sha256) throw damaged('damaged')
      return { table, rows, sha256 }
    }
    if (value.length !== columns.length || !value.every(isCell)) throw damaged('damaged')
    digest.update(`${text}\n`)
    rows += 1
    letters += text.length
    batch.push(value)
    if (batch.length >= rowsAtOnce || letters > lettersAtOnce) {
      yield { kind: 'rows', rows: batch }
      batch = []
      letters = 0
    }
  }
}

/** The digest of rows that were read anew, to compare with an archive's. */
export const summaryOf = async (table: string, batches: AsyncIterable<readonly Row[]>): Promise<Summary> => {
  const digest = createHash('sha256')
  let rows = 0
  for await (const batch of batches) {
    rows += batch.length
    digest.update(batch.map(lineOf).join(''))
  }
  return { table, rows, sha256: digest.digest('hex') }
}

const isCell = (value: unknown): value is string | null => value === null || typeof value === 'string'
const lineOf = (value: unknown): string => `${JSON.stringify(value)}\n`
const summaryLine = ({ table, rows, sha256 }: Summary) => `${table} ${rows} ${sha256}\n`

const nextLine = async (lines: AsyncIterator<string>): Promise<{ text: string; value: unknown }> => {
  const { value: text, done } = await lines.next()
  if (done) throw damaged('cut-off')
  return { text, value: jsonIn(text) }
}

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
