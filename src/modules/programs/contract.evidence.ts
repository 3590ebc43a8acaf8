import * as z from 'zod'
import { operation } from '#platform/http/operation.ts'
import { Upload } from './contract.definitions.ts'
import { officers } from './roles.ts'
import { Both, Day, ImportId, Line, MappingId } from './schema.ts'

const managed = { may: officers } as const
const Done = z.strictObject({})

/** Which column of a workbook holds what. `person` tells people apart and is never kept as written. */
export const Mapping = z.strictObject({
  id: MappingId,
  name: Line,
  kind: z.string().max(60),
  /** Headings, compared without accents or case. */
  day: Line,
  dayOrder: z.enum(['iso', 'day_first', 'month_first']),
  person: Line.nullable(),
  quantity: Line.nullable(),
  dimensions: z.record(z.string().max(40), Line),
  /** What a word in the file means: `{ sector: { "Autopartes": "auto_parts" } }`. */
  values: z.record(z.string().max(40), z.record(z.string().max(120), z.string().max(80))),
})
export type Mapping = z.infer<typeof Mapping>

const rowProblems = [
  'no_day',
  'bad_day',
  'future_day',
  'no_person',
  'bad_quantity',
  'unknown_value',
  'formula',
  'merged',
  'repeated',
] as const
export const RowProblem = z.strictObject({
  row: z.int(),
  column: z.string(),
  problem: z.enum(rowProblems),
  written: z.string(),
  text: Both,
})
export type RowProblem = z.infer<typeof RowProblem>

const Read = z.strictObject({
  digest: z.string(),
  sheet: z.string(),
  headings: z.array(z.string()),
  rows: z.int(),
  good: z.int(),
  /** Rows already brought in from this file or another with the same mapping. */
  known: z.int(),
  problems: z.array(RowProblem),
  sample: z.array(
    z.strictObject({
      row: z.int(),
      happenedOn: Day,
      quantity: z.number().nullable(),
      at: z.array(z.string()),
    }),
  ),
})

export const evidenceContract = {
  mappings: operation(managed, 'GET', '/programs/mappings').output(z.array(Mapping)),
  keepMapping: operation(managed, 'PUT', '/programs/mappings/{id}').input(Mapping).output(Done),
  /** The headings of a workbook, to make a mapping from. */
  readWorkbook: operation({ may: officers, bodyBytes: 6_000_000 }, 'POST', '/programs/workbooks/headings')
    .input(z.strictObject({ file: Upload }))
    .output(
      z.strictObject({
        sheet: z.string(),
        headings: z.array(z.string()),
        rows: z.int(),
        sample: z.array(z.array(z.string())),
      }),
    ),
  /** A dry run: nothing is kept. */
  tryWorkbook: operation({ may: officers, bodyBytes: 6_000_000 }, 'POST', '/programs/workbooks/trial')
    .input(z.strictObject({ mappingId: MappingId, file: Upload }))
    .output(Read),
  /** Brings in the good rows. `digest` and `good` are the trial's: another file, or one that reads otherwise now, is refused. */
  importWorkbook: operation({ may: officers, bodyBytes: 6_000_000 }, 'PUT', '/programs/workbooks/{id}')
    .input(
      z.strictObject({ id: ImportId, mappingId: MappingId, file: Upload, digest: z.string(), good: z.int() }),
    )
    .output(z.strictObject({ recorded: z.int() })),
  workbooks: operation(managed, 'GET', '/programs/workbooks').output(
    z.array(
      z.strictObject({
        id: ImportId,
        mappingName: z.string(),
        fileName: z.string(),
        rows: z.int(),
        recorded: z.int(),
        problems: z.array(RowProblem),
        importedAt: z.date(),
        undoneAt: z.date().nullable(),
      }),
    ),
  ),
  undoWorkbook: operation(managed, 'POST', '/programs/workbooks/{id}/undo')
    .input(z.strictObject({ id: ImportId }))
    .output(z.strictObject({ reversed: z.int() })),
}
