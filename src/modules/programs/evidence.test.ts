import { randomUUID } from 'node:crypto'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import writeXlsx from 'write-excel-file/node'
import { newWorld, type Person, refusalOf, type World } from '../../testing/world.ts'
import { newAward } from './testing.ts'
import { readWorkbook } from './workbooks/sheet.ts'

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

  test('whose sheets were moved, or whose names have a prefix, hides no formula and no merged cell', async () => {
    const text = (value: string) => ({ value, type: String })
    const computed = [text('2026-02-12'), { value: '=1+1', type: 'Formula' as const }, text('Concluida')]
    const file = await writeXlsx([
      { sheet: 'Enero', data: [[text('Fecha')], [text('2026-02-10')]] },
      {
        sheet: 'Febrero & marzo',
        data: [
          [text('Fecha'), text('Estado'), text('Etapa')],
          computed,
          [text('2026-02-13'), { ...text('Jalisco'), columnSpan: 2 }],
        ],
      },
    ] as never).toBuffer()
    const changed = (change: (xml: string) => string, ...paths: string[]) => {
      const parts = unzipSync(new Uint8Array(file))
      for (const path of paths) parts[path] = strToU8(change(strFromU8(parts[path]!)))
      return readWorkbook(zipSync(parts))
    }
    const second = (xml: string) => xml.replace(/(<sheet [^>]*>)(<sheet [^>]*>)/, '$2$1')
    const prefixed = (xml: string) =>
      second(xml)
        .replaceAll(/<(\/?)([a-zA-Z])/g, '<$1x:$2')
        .replace(' xmlns=', ' xmlns:x=')
    for (const sheet of [
      await changed(second, 'xl/workbook.xml'),
      await changed(prefixed, 'xl/workbook.xml', 'xl/worksheets/sheet2.xml'),
    ])
      expect(sheet).toMatchObject({
        name: 'Febrero & marzo',
        headings: ['Fecha', 'Estado', 'Etapa'],
        formulas: new Set(['1:1']),
        merged: new Set(['2:1', '2:2']),
      })
  })

  test('that has a column twice is not read by either', async () => {
    const file = upload('Fecha,Estado,Etapa,estado\n01/02/2026,Jalisco,Concluida,Sonora')
    expect(await refusalOf(pia.api.programs.tryWorkbook({ mappingId: mapping.id, file }))).toBe(
      'programs.no-column',
    )
  })

  test('names nobody outside the file, though the cell that says who is a formula or merged, or is read as something else', async () => {
    const people = {
      ...mapping,
      id: randomUUID(),
      kind: 'reported.participant',
      dayOrder: 'iso' as const,
      person: 'Nombre',
      dimensions: { topic: 'Tema' },
      values: {},
    }
    const twice = { ...people, dimensions: { topic: ' nombre' } }
    expect(await refusalOf(pia.api.programs.keepMapping(twice))).toBe('programs.mapping')
    await pia.api.programs.keepMapping(people)
    const csv = [
      'Fecha,Nombre,Tema',
      '2026-02-10,=Ramona Quintero,basic_rights',
      '2026-02-11,Otilia,Ramona',
    ].join('\n')
    const file = upload(csv)
    const { digest, good, problems } = await pia.api.programs.tryWorkbook({ mappingId: people.id, file })
    expect(problems.map(({ problem, written }) => [problem, written])).toContainEqual(['formula', ''])
    await pia.api.programs.importWorkbook({
      id: randomUUID() as never,
      mappingId: people.id,
      file,
      digest,
      good,
    })
    const { rows } = await world.owner.query('select problems::text from workbook_imports')
    expect(JSON.stringify(rows)).not.toContain('Quintero')
  })

  test('made to be slow is read in a time that grows with its size and no faster', async () => {
    const time = async (cells: number) => {
      const bytes = slowBook(cells)
      const since = process.cpuUsage()
      expect(await readWorkbook(bytes)).toMatchObject({ headings: ['Fecha'] })
      const { user, system } = process.cpuUsage(since)
      return user + system
    }
    await time(2_000)
    const [few, many] = [await time(4_000), await time(64_000)]
    // Sixteen times the size: looking from each cell to the end of the file would take some 256 times as long.
    expect(many).toBeLessThan(64 * Math.max(few, 5_000))
  })
})

/** A sheet of one column with a comment full of beginnings of cells. */
const slowBook = (cells: number): Uint8Array => {
  const part = (xml: string) => strToU8(`<?xml version="1.0"?>${xml}`)
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  return zipSync({
    '[Content_Types].xml': part(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    ),
    'xl/workbook.xml': part(
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': part(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': part(
      `<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Fecha</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>x</t></is></c></row></sheetData><!--${'<c r="A1">'.repeat(cells)}--></worksheet>`,
    ),
  })
}
