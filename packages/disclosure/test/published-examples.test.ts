// Tables of other offices whose best pattern of hidden figures is published. Figures only.
import { expect, test } from 'vitest'
import { protect } from '../src/disclosure.ts'
import { fileOf } from '../src/file.ts'
import { ledger } from '../src/ledger.ts'
import { publication } from '../src/publication.ts'
import { dimension } from './people.ts'
import { policy } from './release.ts'
import { gridOf, square } from './square.ts'

const hiddenIn = (grid: ReturnType<typeof gridOf>) =>
  grid.flatMap((line, row) => line.flatMap((value, column) => (value === null ? [`${row},${column}`] : [])))

// Statistics Austria, R package sdcTable: data set microdata1 (100 records, regions A–D by gender, here male, female) and
// the pattern that its tests fix for method OPT with region A, female as the one sensitive figure:
// github.com/sdcTools/sdcTable, data-raw/microdata1.R and tests/testthat/test-protectTable.r.
test('sdcTable, microdata1: A male, C male and C female go with A female', async () => {
  const spec = square([
    [18, 2],
    [14, 19],
    [12, 10],
    [11, 14],
  ])
  const threshold = {
    ...policy,
    exactSeconds: 60,
    seconds: 120,
    tiers: { ...policy.tiers, 1: { ...policy.tiers[1], persons: 3 } },
  }
  const table = await protect(publication(spec), threshold, ledger())
  if (table.kind !== 'published') throw new Error(table.reason)
  expect(hiddenIn(gridOf(table))).toEqual(['0,0', '0,1', '2,0', '2,1'])
  expect(fileOf(table).audit.method).toBe('exact')
})

// Statistics Norway, R package GaussSuppression: vignette "Small count frequency table suppression", data set a (age by
// country, Iceland, Portugal, Spain); zeros and ones are sensitive: both ages of Iceland and of Portugal are hidden.
test('GaussSuppression, data set a: a zero is protected by Portugal and Iceland', async () => {
  const spec = square(
    [
      [3, 4, 6],
      [2, 0, 5],
    ],
    { tier: 2, rows: dimension('age', 2, 'person'), columns: dimension('country', 3, 'place') },
  )
  const zeros = {
    ...policy,
    // The vignette attacks from outside only; our insider, one of the two young people of Iceland, would force Spain.
    insiderPersons: 0,
    exactSeconds: 60,
    seconds: 120,
    tiers: { ...policy.tiers, 2: { ...policy.tiers[2], persons: 2, organizations: 0, hideFullRows: false } },
  }
  const table = await protect(publication(spec), zeros, ledger())
  if (table.kind !== 'published') throw new Error(table.reason)
  expect(hiddenIn(gridOf(table))).toEqual(['0,0', '0,1', '1,0', '1,1'])
})
