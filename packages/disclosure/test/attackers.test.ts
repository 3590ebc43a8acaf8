import { expect, test } from 'vitest'
import { protect } from '../src/disclosure.ts'
import { fileOf } from '../src/file.ts'
import { ledger } from '../src/ledger.ts'
import { publication } from '../src/publication.ts'
import { bruteRanges } from './brute.ts'
import { outside } from './outside.ts'
import { pick, randomOf } from './people.ts'
import { policy } from './release.ts'
import { gridOf, square } from './square.ts'

const published = async (interior: readonly (readonly number[])[]) => {
  const outcome = await protect(publication(square(interior)), policy, ledger())
  if (outcome.kind !== 'published') throw new Error(outcome.reason)
  return outcome
}

const randomInterior = (seed: number) => {
  const random = randomOf(seed)
  return Array.from({ length: pick(random, 2, 3) }, () => Array.from({ length: 2 }, () => pick(random, 0, 9)))
}

test('without protection the attack finds hidden figures exactly', () => {
  const raw = [
    [3, 8],
    [9, 7],
  ]
  const spec = square(raw)
  const cells = publicCells(
    spec.cells,
    ({ at, value }) => !(at.row === 'row0' && at.column === 'column0') && value >= 0,
  )
  const attack = outside([{ ...spec, edition: 1, cells, statistics: [] }])
  expect(attack.range([['1|people|column=column0&row=row0', 1]])).toEqual({ low: 3, high: 3 })
})

test('solving and trying every table find the same limits, and the audit states them', {
  timeout: 60_000,
}, async () => {
  let compared = 0
  for (let seed = 1; seed <= 25; seed++) {
    const table = await published(randomInterior(seed))
    const grid = gridOf(table)
    if (grid.at(-1)!.at(-1) === null) continue
    const { low, high } = bruteRanges(grid, 30)
    const attack = outside([table])
    const { intervals } = fileOf(table).audit
    grid.forEach((line, row) => {
      line.forEach((value, column) => {
        if (value !== null) return
        const at = {
          ...(row < grid.length - 1 && { row: `row${row}` }),
          ...(column < line.length - 1 && { column: `column${column}` }),
        }
        const cell = table.cells.find((each) => each.at.row === at.row && each.at.column === at.column)!
        const limits = { low: low[row]![column]!, high: high[row]![column]! }
        expect(attack.range([[`1|${cell.key}`, 1]]), `seed ${seed} ${cell.key}`).toEqual(limits)
        expect(intervals.find(({ key }) => key === cell.key)).toEqual({
          key: cell.key,
          edition: 1,
          lowest: limits.low,
          highest: limits.high,
          exact: true,
        })
        compared++
      })
    })
  }
  expect(compared).toBeGreaterThan(60)
})

const publicCells = (
  cells: ReturnType<typeof square>['cells'],
  isShown: (cell: ReturnType<typeof square>['cells'][number]) => boolean,
) =>
  cells.map((cell) => {
    const key = `people|${Object.entries(cell.at)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([id, node]) => `${id}=${node}`)
      .join('&')}`
    const where = { key, measure: 'people', at: cell.at }
    return isShown(cell)
      ? { ...where, kind: 'shown' as const, value: cell.value }
      : { ...where, kind: 'hidden' as const }
  })
