import { beforeAll, describe, expect, test } from 'vitest'
import { protect } from '../src/disclosure.ts'
import { findLeaks } from '../src/leaks.ts'
import { ledger } from '../src/ledger.ts'
import { publication } from '../src/publication.ts'
import type { PublishedTable } from '../src/table.ts'
import { dimension } from './people.ts'
import { policy } from './release.ts'
import { square } from './square.ts'

const states = dimension('state', 3, 'place')
const rows = {
  ...states,
  nodes: ['Campeche', 'Jalisco', 'Puebla'].map((name, index) => ({
    id: `state${index}`,
    label: { es: name, en: name },
  })),
}
const columns = {
  ...dimension('sex', 2, 'activity'),
  nodes: [
    { id: 'sex0', label: { es: 'mujeres', en: 'women' } },
    { id: 'sex1', label: { es: 'hombres', en: 'men' } },
  ],
}
const spec = square(
  [
    [3, 1417],
    [845, 27],
    [66, 58],
  ],
  { rows, columns },
)
const sealed = publication({
  ...spec,
  statistics: [
    {
      kind: 'percent',
      id: 'women in Campeche',
      part: { at: { state: 'state0', sex: 'sex0' } },
      base: { at: { state: 'state0' } },
    },
  ],
})
let table: PublishedTable

beforeAll(async () => {
  const outcome = await protect(sealed, policy, ledger())
  if (outcome.kind !== 'published') throw new Error(outcome.reason)
  table = outcome
})

const certain = (output: Parameters<typeof findLeaks>[2]) =>
  findLeaks(sealed, table, output)
    .filter(({ certainty }) => certainty === 'certain')
    .map(({ key }) => key)

const value = (cell: PublishedTable['cells'][number]) =>
  cell.kind === 'shown' ? String(cell.value) : table.marker

const grid = () =>
  [...rows.nodes.map(({ id }) => id), undefined].map((row) => [
    rows.nodes.find(({ id }) => id === row)?.label.es ?? 'Total',
    ...[...columns.nodes.map(({ id }) => id), undefined].map((column) =>
      value(table.cells.find(({ at }) => at.state === row && at.sex === column)!),
    ),
  ])

describe('honest outputs are clean', () => {
  test.each([
    [
      'CSV',
      () =>
        grid()
          .map((row) => row.join(','))
          .join('\n'),
    ],
    [
      'HTML',
      () =>
        `<table>${grid()
          .map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`)
          .join('')}</table>`,
    ],
    ['JSON', () => JSON.stringify(table)],
    ['sheet', () => grid()],
    [
      'text of a PDF',
      () =>
        `Informe del 3 de marzo de 2026, página 3 de 27\n${grid()
          .map((row) => row.join('   '))
          .join('\n')}`,
    ],
  ])('%s', (_, output) => {
    expect(certain(output())).toEqual([])
  })
})

const secret = 'people|sex=sex0&state=state0'

describe('a hidden value is found', () => {
  test.each([
    ['in a cell of a page', '<tr><th>Campeche</th><td title="3">s</td><td>s</td></tr>'],
    ['in a drawing’s description', '<svg><desc>Campeche, mujeres: 3</desc></svg>'],
    ['in data beside a chart', '{"state":"state0","sex":"sex0","value":3}'],
    ['in words', 'En Campeche participaron tres mujeres.'],
    ['as a decimal', 'Campeche;mujeres;3.0'],
  ])('%s', (_, output) => {
    expect(certain(output)).toContain(secret)
  })
  test('in a formula of a sheet', () => {
    expect(certain([['Campeche', 's', '=1420-1417']])).toContain('people|sex=sex1&state=state0')
  })
  test('with thousands separated, wherever it stands', () => {
    for (const text of ['hoja 2: 1,417', 'hoja 2: 1 417', 'hoja 2: 1417'])
      expect(certain(text)).toContain('people|sex=sex1&state=state0')
  })
  test('as the percentage it was', () => {
    expect(certain('Campeche: 0.2 % de mujeres')).toContain('women in Campeche')
    expect(certain('Campeche: 0.21 % de mujeres')).toContain('women in Campeche')
  })
  test('possibly, where the same number may be another', () => {
    expect(findLeaks(sealed, table, 'página 3')).toMatchObject([{ key: secret, certainty: 'possible' }])
  })
})
