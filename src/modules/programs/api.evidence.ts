import { randomUUID } from 'node:crypto'
import { implement } from '@orpc/server'
import { type FactKind, type FactKinds, recordFacts } from '#platform/facts/fact.ts'
import type { Call } from '#platform/http/call.ts'
import { common } from '#platform/http/refusal.ts'
import { digestOfBytes } from './canonical.ts'
import { evidenceContract, type Mapping } from './contract.evidence.ts'
import { refuse } from './refusals.ts'
import type { ImportId } from './schema.ts'
import * as store from './store.evidence.ts'
import { unclearColumns } from './workbooks/columns.ts'
import { ofPerson, readRows } from './workbooks/rows.ts'
import { readWorkbook, type Sheet } from './workbooks/sheet.ts'

const os = implement(evidenceContract).$context<Call>()

type Upload = { fileName: string; base64: string }

const sheetOf = async ({ base64 }: Upload): Promise<{ sheet: Sheet; digest: string }> => {
  const bytes = new Uint8Array(Buffer.from(base64, 'base64'))
  const sheet = await readWorkbook(bytes)
  if (sheet === 'unreadable') throw refuse('programs.file')
  if (sheet === 'too_wide') throw refuse('programs.too-wide')
  return { sheet, digest: digestOfBytes(bytes) }
}

/** A kind that a workbook may bring: declared, and of what partners report. */
const importable = (kinds: FactKinds, { kind, dimensions, values }: Mapping): FactKind => {
  const found = kind.startsWith('reported.') ? kinds[kind] : undefined
  const named = [...Object.keys(dimensions), ...Object.keys(values)]
  if (!found || named.some((name) => !found.dimensions.includes(name))) throw refuse('programs.mapping')
  return found
}

/** What a file would bring in: rows that read, rows that do not, and rows that are in already. */
const readUpload = async (call: Call, kinds: FactKinds, mappingId: string, file: Upload) => {
  const mapping = (await store.findMappings(call.tx, call.actor)).find(({ id }) => id === mappingId)
  if (!mapping) throw common.refuse('missing')
  importable(kinds, mapping)
  const { sheet, digest } = await sheetOf(file)
  const unclear = unclearColumns(mapping, sheet.headings)
  if (unclear.length > 0) throw refuse('programs.no-column', { columns: unclear })
  const { good, problems } = readRows(sheet, mapping, kinds, call.today)
  const known = await store.findKnownRows(
    call.tx,
    call.actor,
    good.map((row) => row.digest),
  )
  return {
    mapping,
    sheet,
    digest,
    problems,
    known: known.size,
    fresh: good.filter((row) => !known.has(row.digest)),
  }
}

const bringIn = async (
  call: Call,
  kinds: FactKinds,
  input: { id: ImportId; mappingId: string; file: Upload; digest: string; good: number },
) => {
  const { tx, actor, vault, now, log } = call
  const { id, mappingId, file } = input
  // The lock comes before the reading: two imports of one file would each find every row new.
  const isNew = await store.insertImport(
    tx,
    actor,
    { id, mappingId, fileName: file.fileName, digest: input.digest, rows: 0, recorded: 0, problems: [] },
    now,
  )
  if (!isNew) return { recorded: (await store.findImports(tx, actor)).find((one) => one.id === id)!.recorded }
  const { mapping, sheet, digest, problems, fresh } = await readUpload(call, kinds, mappingId, file)
  if (digest !== input.digest || fresh.length !== input.good) throw refuse('programs.other-file')
  const rows = fresh.map((row) => ({ ...row, factId: randomUUID() }))
  await recordFacts(
    tx,
    actor,
    kinds,
    rows.map(({ factId, happenedOn, person, quantity, dimensions }) => ({
      id: factId,
      kind: mapping.kind,
      happenedOn,
      source: 'workbook',
      recordId: randomUUID(),
      subjectId:
        person === null ? null : subjectOf(vault.blind('workbook person', person.trim().toLowerCase())),
      quantity,
      dimensions,
    })),
  )
  await store.insertRows(
    tx,
    actor,
    id,
    rows.map(({ factId, digest: rowDigest, row }) => ({ factId, digest: rowDigest, row })),
  )
  await store.setRead(tx, actor, id, {
    rows: sheet.rows.length,
    recorded: rows.length,
    problems: problems.slice(0, 500),
  })
  await log('import workbook', 'workbook', id)
  return { recorded: rows.length }
}

/** The same person in two workbooks is one subject; nobody gets from the subject back to the person without the organization's key. */
const subjectOf = (digest: Buffer): string => {
  const hex = digest.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

export const evidenceHandlers = (kinds: FactKinds) =>
  os.router({
    mappings: os.mappings.handler(({ context: { tx, actor } }) => store.findMappings(tx, actor)),
    keepMapping: os.keepMapping.handler(async ({ input, context: { tx, actor } }) => {
      const kind = importable(kinds, input)
      if (kind.subject && !input.person) throw refuse('programs.mapping')
      // Read as anything else, the column that names a person would be kept, or quoted where it cannot be read.
      const others = [input.day, input.quantity, ...Object.values(input.dimensions)]
      if (others.some((column) => column !== null && ofPerson(column, input)))
        throw refuse('programs.mapping')
      await store.keepMapping(tx, actor, input)
      return {}
    }),
    readWorkbook: os.readWorkbook.handler(async ({ input: { file } }) => {
      const { sheet } = await sheetOf(file)
      const sample = sheet.rows.slice(0, 4).map(({ cells }) => cells)
      return { sheet: sheet.name, headings: sheet.headings, rows: sheet.rows.length, sample }
    }),
    tryWorkbook: os.tryWorkbook.handler(async ({ input: { mappingId, file }, context }) => {
      const { sheet, digest, problems, known, fresh } = await readUpload(context, kinds, mappingId, file)
      return {
        digest,
        sheet: sheet.name,
        headings: sheet.headings,
        rows: sheet.rows.length,
        good: fresh.length,
        known,
        problems: problems.slice(0, 500),
        sample: fresh.slice(0, 8).map(({ row, happenedOn, quantity, dimensions }) => ({
          row,
          happenedOn,
          quantity,
          at: Object.values(dimensions),
        })),
      }
    }),
    importWorkbook: os.importWorkbook.handler(({ input, context }) => bringIn(context, kinds, input)),
    workbooks: os.workbooks.handler(async ({ context: { tx, actor } }) =>
      (await store.findImports(tx, actor)).map(({ mapping: _, ...one }) => one as never),
    ),
    undoWorkbook: os.undoWorkbook.handler(async ({ input: { id }, context }) => {
      const { tx, actor, today, now, log } = context
      const facts = await store.undoImport(tx, actor, id, now)
      if (!facts) throw refuse('programs.undone')
      await recordFacts(
        tx,
        actor,
        kinds,
        facts.map(({ id: reverses, kind, recordId }) => ({
          kind,
          happenedOn: today,
          source: 'workbook undone',
          recordId,
          reverses,
        })),
      )
      await log('undo workbook', 'workbook', id)
      return { reversed: facts.length }
    }),
  })
