import { expect, test } from 'vitest'
import { defaultPolicy, weakenings } from '../src/policy.ts'

const { tiers, money } = defaultPolicy

test('the policy as it stands, or stricter, needs nobody else', () => {
  expect(weakenings(defaultPolicy)).toEqual([])
  const stricter = {
    ...defaultPolicy,
    margin: 0.3,
    insiderPersons: 3,
    tiers: {
      ...tiers,
      1: { ...tiers[1], persons: 10, hideZeros: true },
      3: { ...tiers[3], ways: 1, places: 32 },
    },
  }
  expect(weakenings(stricter)).toEqual([])
})

test.each([
  ['tiers.1.persons', { tiers: { ...tiers, 1: { ...tiers[1], persons: 4 } } }],
  ['tiers.2.organizations', { tiers: { ...tiers, 2: { ...tiers[2], organizations: 2 } } }],
  ['tiers.2.hideZeros', { tiers: { ...tiers, 2: { ...tiers[2], hideZeros: false } } }],
  ['tiers.3.hideFullRows', { tiers: { ...tiers, 3: { ...tiers[3], hideFullRows: false } } }],
  ['tiers.3.ways', { tiers: { ...tiers, 3: { ...tiers[3], ways: null } } }],
  ['tiers.3.neverBy', { tiers: { ...tiers, 3: { ...tiers[3], neverBy: ['employer' as const] } } }],
  ['tiers.3.places', { tiers: { ...tiers, 3: { ...tiers[3], places: 2 } } }],
  ['money.contributors', { money: { ...money, contributors: 2 } }],
  ['money.percent', { money: { ...money, percent: 5 } }],
  ['margin', { margin: 0.1 }],
  ['insiderPersons', { insiderPersons: 1 }],
  ['unchangedIsKnown', { unchangedIsKnown: false }],
  ['zerosProtect', { zerosProtect: true }],
])('a looser %s is told', (path, change) => {
  expect(weakenings({ ...defaultPolicy, ...change })).toEqual([path])
})
