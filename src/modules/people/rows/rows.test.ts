import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decoded, readCells, readPasted, readText } from '#platform/text/rows.ts'
import { guessColumns } from './columns.ts'
import { namedUnits, prepareRows } from './prepare.ts'

const ids = () => {
  let next = 0
  return () => `00000000-0000-4000-8000-${String(next++).padStart(12, '0')}`
}
const bytes = (text: string, encoding: 'utf8' | 'latin1') => new Uint8Array(Buffer.from(text, encoding))

describe('a list of workers from a payroll system', () => {
  const csv = [
    'Apellido Paterno;Apellido Materno;Nombre(s);Celular;Área;Turno;Núm. empleado',
    'Muñoz;Ibáñez;José Ángel;(477) 123-4567;Pintura;Noche;00812',
    'De la Cruz;;María;+52 1 477 765 4321;PINTURA;noche;00813',
    ';;;;;;',
    'Peña;Güemes;Saúl;044 477 111 2233 / 477 222 3344;Prensas;Día;00814',
  ].join('\r\n')

  test('is read the same in UTF-8 with a mark and in Latin-1', () => {
    const utf8 = readText(decoded(bytes(`\ufeff${csv}`, 'utf8')))
    const latin1 = readText(decoded(bytes(csv, 'latin1')))
    expect(latin1).toEqual(utf8)
    expect(utf8.rows).toHaveLength(3)
    expect(utf8.rows[0]![0]).toBe('Muñoz')
  })

  test('its columns are guessed and its rows mapped', () => {
    const table = readText(csv)
    const mapping = guessColumns(table.headers)
    expect(mapping).toEqual({
      surname: 0,
      surname2: 1,
      given: 2,
      phone: 3,
      department: 4,
      shift: 5,
      identifier: 6,
    })
    const [first, second, third] = prepareRows(table, mapping, ids())
    expect(first!.row).toMatchObject({
      name: 'José Ángel Muñoz Ibáñez',
      department: 'Pintura',
      identifier: '00812',
    })
    expect(second!.row.name).toBe('María De la Cruz')
    expect(third!.row.phone).toBe('044 477 111 2233')
    expect([first, second, third].map((row) => row!.problem)).toEqual([undefined, undefined, undefined])
    const rows = [first!, second!, third!].map(({ row }) => row)
    expect(namedUnits(rows, 'department')).toEqual(['Pintura', 'Prensas'])
    expect(namedUnits(rows, 'shift')).toEqual(['Noche', 'Día'])
  })
})

describe('what is wrong with a row', () => {
  const table = readText(
    'Nombre,Teléfono\nRaúl Torres,12345\n,4771112233\nLuis Gómez Ríos,4771234567\nGOMEZ RIOS LUIS,\n,\n"Eva Ruiz Lara",477 123 45 67',
  )
  const prepared = prepareRows(table, guessColumns(table.headers), ids())

  test('is told by its line', () => {
    expect(prepared.map(({ line, problem, sameAs }) => [line, problem, sameAs])).toEqual([
      [2, 'phone', undefined],
      [3, 'empty', undefined],
      [4, undefined, undefined],
      [5, 'twice_in_file', 4],
      [6, 'twice_in_file', 4],
    ])
  })
})

test('a pasted column of names keeps its first name', () => {
  const table = readPasted('Ana Solís\nBeto Luna\n')
  expect(table).toEqual({ headers: ['Nombre'], rows: [['Ana Solís'], ['Beto Luna']] })
})

test('cells of a spreadsheet become text', () => {
  const table = readCells([
    ['Nombre', 'Ingreso', 'Nómina'],
    [null, null, null],
    ['Ana', new Date('2020-05-01T00:00:00Z'), 812],
  ])
  expect(table.rows).toEqual([['Ana', '2020-05-01', '812']])
})

test('no text makes the reader or the mapping fail, and no row is lost or doubled', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const table = readText(text)
      const prepared = prepareRows(table, guessColumns(table.headers), ids())
      expect(prepared).toHaveLength(table.rows.length)
      expect(new Set(prepared.map(({ row }) => row.id)).size).toBe(prepared.length)
    }),
    { numRuns: 300 },
  )
})
