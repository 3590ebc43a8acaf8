import { expect, test } from 'vitest'
import { gapsOf } from './rules.count.ts'

const sealed = (...seals: string[]) => ({ kind: 'sealed', seals, digest: null })
const unsealed = (...seals: string[]) => ({ kind: 'unsealed', seals, digest: null })
const differ = (...events: ReturnType<typeof sealed>[]) => gapsOf(events).includes('seals_differ')

test('seals that were found other than they were put on stay said, whatever is noted afterwards', () => {
  expect(differ(sealed('A', 'B'), unsealed('B', 'A'))).toBe(false)
  expect(differ(sealed('A'), unsealed('X'))).toBe(true)
  expect(differ(sealed('A'), unsealed('X'), sealed('X'))).toBe(true)
  expect(differ(sealed('A'), unsealed('X'), sealed('X'), unsealed('X'))).toBe(true)
  expect(differ(sealed('A'), unsealed('A'), unsealed('X'))).toBe(true)
})

test('seals changed on an urn that nobody opened are said; an urn opened and sealed again by its table is in order', () => {
  expect(differ(sealed('A'), sealed('X'), unsealed('X'))).toBe(true)
  expect(differ(sealed('A'), sealed('A'), unsealed('A'))).toBe(false)
  expect(differ(sealed('A'), unsealed('A'), sealed('B'), unsealed('B'))).toBe(false)
})
