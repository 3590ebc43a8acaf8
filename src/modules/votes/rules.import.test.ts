import { describe, expect, test } from 'vitest'
import { readText } from '#platform/text/rows.ts'
import { comesIn, guessRollColumns, rollRows, withHeadings } from './rules.import.ts'
import type { TableId } from './schema.ts'

let n = 0
const newId = () => `${++n}`
const tables = [
  { id: 'north' as TableId, number: 1, place: 'Entrada norte' },
  { id: 'hall' as TableId, number: 2, place: 'Salón' },
]
const paper = { mode: 'paper' as const, tableId: 'north' as TableId, tables, english: false }
const read = (text: string, where: Parameters<typeof rollRows>[2] = paper) => {
  const table = withHeadings(readText(text))
  return rollRows(table, guessRollColumns(table.headers), where, newId)
}

describe('what stays out of a roll', () => {
  test('is told by its line: no name, a table that is not there, the same CURP twice', () => {
    const rows = read(
      'Nombre,CURP,Mesa\n,CUXE800101MGTRXM09,1\nEma Cruz,CUXE800101MGTRXM09,9\nLuz Paz,PAXL800101MGTZXZ07,2\nLuz M. Paz,PAXL800101MGTZXZ07,2',
    )
    expect(rows.map(({ line, fault, sameAs }) => [line, fault, sameAs])).toEqual([
      [2, 'no_name', null],
      [3, 'unknown_table', null],
      [4, null, null],
      [5, 'twice', 4],
    ])
    expect(rows.map(comesIn)).toEqual([false, false, true, false])
  })

  test('is not two people of one name: they come in, and are shown unless each has a CURP', () => {
    const rows = read(
      'Nombre,CURP\nJuan Luna,LUXJ800101HGTNXN01\nJuan Luna,LUXJ900202HGTNXN03\nJuan Luna,\nEva Rey,',
    )
    expect(rows.map(({ fault, sameAs }) => [fault, sameAs])).toEqual([
      [null, null],
      [null, null],
      ['same_name', 2],
      [null, null],
    ])
    expect(rows.every(comesIn)).toBe(true)
  })

  test('a CURP or a telephone that cannot be is shown and comes in', () => {
    const rows = read('Nombre,CURP,Teléfono\nEma Cruz,CUXE800101,\nLuz Paz,00812,12345')
    expect(rows.map(({ fault }) => fault)).toEqual(['curp', 'phone'])
    expect(rows.every(comesIn)).toBe(true)
  })
})

test('surnames in columns of their own, a table by its number, and the sex that a CURP says', () => {
  const [ema, leo] = read(
    'Apellido Paterno;Apellido Materno;Nombre(s);CURP;Celular;Área;Mesa\nMuñoz;Ibáñez;Ema;MUIE800101MGTXBM09;(477) 123-4567;Pintura;Mesa 2\nRey;;Leo;REXL800101HGTYXX07;;Prensas;',
  )
  expect(ema!.voter).toMatchObject({
    name: 'Ema Muñoz Ibáñez',
    phone: '4771234567',
    section: 'Pintura',
    sex: 'woman',
    tableId: 'hall',
  })
  expect(leo!.voter).toMatchObject({ name: 'Leo Rey', sex: 'man', tableId: 'north' })
})

test('lines without headings are read in their order, and the first is somebody', () => {
  expect(
    read('Ema Cruz\tCUXE800101\t\tPintura\tM\nLeo Gil\t\t\t\tH').map(({ voter }) => voter),
  ).toMatchObject([
    { name: 'Ema Cruz', identifier: 'CUXE800101', phone: null, section: 'Pintura', sex: 'woman' },
    { name: 'Leo Gil', sex: 'man' },
  ])
})

test('M is a woman in a Spanish list and a man in an English one', () => {
  expect(read('Luz,,,,M')[0]!.voter.sex).toBe('woman')
  expect(read('Lee;;;;M', { ...paper, english: true })[0]!.voter.sex).toBe('man')
})

test('who votes remotely has no table, and with a telephone receives their credential by it', () => {
  const rows = read('Luz,,4771234567\nEma', { ...paper, mode: 'remote' })
  expect(rows.map(({ voter }) => [voter.credentialBy, voter.tableId])).toEqual([
    ['phone', null],
    ['hand', null],
  ])
})
