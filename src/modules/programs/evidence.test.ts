import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import writeXlsx from 'write-excel-file/node'
import { newWorld, type Person, refusalOf, type World } from '../../testing/world.ts'
import { newAward } from './testing.ts'

let world: World
let pia: Person
const award = newAward('SC9')

const upload = (bytes: Uint8Array | string, fileName = 'socio.csv') => ({
  fileName,
  mediaType: 'text/csv',
  base64: Buffer.from(bytes as string).toString('base64'),
})
const mapping = {
  id: randomUUID(),
  name: 'Negociaciones del socio',
  kind: 'reported.negotiation',
  day: 'Fecha',
  dayOrder: 'day_first' as const,
  person: null,
  quantity: null,
  dimensions: { state: 'Estado', stage: 'Etapa' },
  values: { stage: { 'en negociacion': 'begun', Concluida: 'completed' } },
}

beforeAll(async () => {
  world = await newWorld()
  pia = await world.join(await world.organization('Programa Raíz', 'program'), 'Pía', 'program_officer')
  await pia.api.programs.keepAward(award)
})
afterAll(() => world.end())

describe('a partner’s workbook', () => {
  const csv = [
    'Fecha,Estado,Etapa,Notas',
    '10/02/2026,"Baja, California",Concluida,bien',
    '11/02/2026,Baja California,En negociación,',
    '31/02/2026,Jalisco,Concluida,',
    '12/02/2026,Atlantis,Concluida,',
    '13/02/2026,Jalisco,=SUM(A1),',
    '14/02/2099,Jalisco,Concluida,',
    '15/02/2026,Jalisco,Concluida,',
  ].join('\n')
  const id = randomUUID()

  test('brings in nothing of what only a union may record', async () => {
    const wrong = { ...mapping, kind: 'activity.attended' }
    expect(await refusalOf(pia.api.programs.keepMapping(wrong))).toBe('programs.mapping')
    const nobody = { ...mapping, kind: 'reported.leader', dimensions: {}, values: {} }
    expect(await refusalOf(pia.api.programs.keepMapping(nobody))).toBe('programs.mapping')
    await pia.api.programs.keepMapping(mapping)
  })

  test('says of each row that cannot be read why, and keeps nothing of a trial', async () => {
    const tried = await pia.api.programs.tryWorkbook({ mappingId: mapping.id, file: upload(csv) })
    expect(tried).toMatchObject({ rows: 7, good: 3, known: 0 })
    expect(tried.problems.map(({ row, problem }) => [row, problem])).toEqual([
      [4, 'bad_day'],
      [5, 'unknown_value'],
      [6, 'formula'],
      [6, 'unknown_value'],
      [7, 'future_day'],
    ])
    expect(await pia.api.programs.workbooks()).toEqual([])
  })

  test('comes in as it was tried, once; a state with a slip of the pen is not a state of its own', async () => {
    const { digest, good } = await pia.api.programs.tryWorkbook({ mappingId: mapping.id, file: upload(csv) })
    const other = { id, mappingId: mapping.id, file: upload(`${csv}\n`), digest, good }
    expect(await refusalOf(pia.api.programs.importWorkbook(other))).toBe('programs.other-file')
    const given = { ...other, file: upload(csv) }
    expect(await pia.api.programs.importWorkbook(given)).toEqual({ recorded: 3 })
    expect(await pia.api.programs.importWorkbook(given)).toEqual({ recorded: 3 })
    const again = await pia.api.programs.tryWorkbook({ mappingId: mapping.id, file: upload(csv) })
    expect(again).toMatchObject({ good: 0, known: 3 })
    const { rows } = await world.owner.query(
      `select dimensions->>'state' as state, count(*)::int from facts where kind = 'reported.negotiation' group by 1 order by 1`,
    )
    expect(rows).toEqual([
      { state: '02', count: 2 },
      { state: '14', count: 1 },
    ])
  })

  test('is undone by facts that reverse, and may come in again', async () => {
    expect(await pia.api.programs.undoWorkbook({ id })).toEqual({ reversed: 3 })
    expect(await refusalOf(pia.api.programs.undoWorkbook({ id }))).toBe('programs.undone')
    expect(await pia.api.programs.tryWorkbook({ mappingId: mapping.id, file: upload(csv) })).toMatchObject({
      good: 3,
    })
  })

  test('of a thousand columns, of no columns, or that is no workbook is refused whole', async () => {
    const wide = Array.from({ length: 1000 }, (_, at) => `c${at}`).join(',')
    const tried = (file: ReturnType<typeof upload>) =>
      refusalOf(pia.api.programs.tryWorkbook({ mappingId: mapping.id, file }))
    expect(await tried(upload(`${wide}\n${wide}`))).toBe('programs.too-wide')
    expect(await tried(upload('Fecha,Estado\n01/02/2026,Jalisco'))).toBe('programs.no-column')
    expect(await tried(upload(Buffer.from('PK\u0003\u0004nothing'), 'x.xlsx'))).toBe('programs.file')
    expect(await tried(upload(Buffer.from([0, 1, 2, 0])))).toBe('programs.file')
  })

  test('of a spreadsheet says which cells are merged or computed', async () => {
    const text = (value: string) => ({ value, type: String })
    const file = await writeXlsx([
      [text('Fecha'), text('Estado'), text('Etapa')],
      [text('2026-02-10'), { value: 'Jalisco', type: String, rowSpan: 2 }, text('Concluida')],
      [text('2026-02-11'), null, text('Concluida')],
      [text('2026-02-12'), text('Jalisco'), { value: '=1+1', type: 'Formula' as const }],
      [text('2026-02-13'), text('Jalisco'), text('Concluida')],
    ] as never).toBuffer()
    const tried = await pia.api.programs.tryWorkbook({
      mappingId: mapping.id,
      file: upload(file, 'socio.xlsx'),
    })
    expect(tried.good).toBe(1)
    expect(tried.problems.map(({ row, problem }) => `${row} ${problem}`)).toEqual(
      expect.arrayContaining(['2 merged', '3 merged', '4 formula']),
    )
  })
})
