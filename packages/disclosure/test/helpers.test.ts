import { describe, expect, test } from 'vitest'
import { mergeSmall } from '../src/merge.ts'
import { tabulate } from '../src/tabulate.ts'
import { dimension, people, text } from './people.ts'

describe('small sections are merged with their neighbours', () => {
  const sections = (...counts: number[]) => counts.map((persons, index) => ({ id: `s${index}`, persons }))
  const ids = (groups: ReturnType<typeof mergeSmall>) =>
    groups?.map((group) => group.map(({ id }) => id).join('+'))
  test('all together are too few', () => {
    expect(mergeSmall(sections(2, 3), 10)).toBeNull()
    expect(mergeSmall([], 1)).toBeNull()
  })
  test('none is left alone with few, and no more are merged than needed', () => {
    expect(ids(mergeSmall(sections(40, 3, 12, 4), 10))).toEqual(['s0', 's1+s2+s3'])
    expect(ids(mergeSmall(sections(3, 12, 50), 10))).toEqual(['s0+s1', 's2'])
    expect(ids(mergeSmall(sections(10, 10, 10), 10))).toEqual(['s0', 's1', 's2'])
  })
})

describe('tables are made from records', () => {
  const state = dimension('state', 2, 'place', 'disjoint', 1)
  const sex = dimension('sex', 2, 'person')
  const quarter = dimension('quarter', 2, 'time', 'overlapping')
  const at = (where: Record<string, string>) => (cells: ReturnType<typeof tabulate>) =>
    cells.find(
      (cell) =>
        JSON.stringify(Object.entries(cell.at).sort()) === JSON.stringify(Object.entries(where).sort()),
    )
  const records = [
    { at: { state: 'state0', sex: 'sex0', quarter: 'quarter0' }, value: 4, contributions: { a: 3, b: 1 } },
    { at: { state: 'state1', sex: 'sex0', quarter: 'quarter0' }, value: 6, contributions: { b: 6 } },
    { at: { state: 'state1', sex: 'sex0', quarter: 'quarter1' }, value: 5, contributions: { b: 5 } },
    { at: { state: 'state1', sex: 'sex0' }, value: 8, contributions: { b: 8 } },
  ]
  const cells = tabulate([['state', 'sex', 'quarter']], records, [state, sex, quarter], [people])
  test('totals and levels add up, with the organizations behind them', () => {
    expect(at({ quarter: 'quarter0', sex: 'sex0' })(cells)).toMatchObject({
      value: 10,
      contributions: { a: 3, b: 7 },
    })
    expect(at({ quarter: 'quarter0', state: 'stateG0' })(cells)).toMatchObject({ value: 10 })
  })
  test('what nobody recorded is a zero, not a gap', () => {
    expect(at({ quarter: 'quarter0', state: 'state0', sex: 'sex1' })(cells)).toMatchObject({ value: 0 })
  })
  test('distinct people over quarters are never added up', () => {
    expect(at({ state: 'state1' })(cells)).toMatchObject({ value: 8 })
    expect(at({})(cells)).toMatchObject({ value: 8 })
    expect(at({ quarter: 'quarter1' })(cells)).toMatchObject({ value: 5 })
  })
  test('tables share the totals they have in common', () => {
    const two = tabulate([['state'], ['sex']], records.slice(3), [state, sex], [people])
    expect(two.filter((cell) => Object.keys(cell.at).length === 0)).toHaveLength(1)
    expect(two.some((cell) => cell.at.state && cell.at.sex)).toBe(false)
  })
  test('people behind money are not overstated', () => {
    const money = { id: 'pay', label: text('pay'), unit: 'cents' as const }
    const pay = (state: string, value: number, persons: number, largest: number, second: number) => ({
      at: { state },
      value,
      persons,
      organizations: 1,
      largest,
      second,
    })
    const made = tabulate(
      [['state']],
      [pay('state0', 900, 4, 500, 300), pay('state1', 700, 6, 400, 100)],
      [state],
      [money],
    )
    expect(at({})(made)).toMatchObject({
      value: 1600,
      persons: 6,
      organizations: 1,
      largest: 500,
      second: 400,
    })
  })
})
