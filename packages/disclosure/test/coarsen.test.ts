import { describe, expect, test } from 'vitest'
import { protect } from '../src/disclosure.ts'
import { coarserTables, explain } from '../src/explain.ts'
import { fileOf } from '../src/file.ts'
import { ledger } from '../src/ledger.ts'
import { defaultPolicy } from '../src/policy.ts'
import { publication } from '../src/publication.ts'
import { dimension, pick, randomOf } from './people.ts'
import { square } from './square.ts'

const thin = (() => {
  const random = randomOf(11)
  return square(
    Array.from({ length: 12 }, () => Array.from({ length: 2 }, () => pick(random, 0, 7))),
    { rows: dimension('state', 12, 'place', 'disjoint', 3), columns: dimension('sex', 2, 'activity') },
  )
})()

const release = async (policy = defaultPolicy, spec = thin) => {
  const table = await protect(publication(spec), policy, ledger())
  if (table.kind !== 'published') throw new Error(table.reason)
  return table
}

describe('a table that would lose too much', () => {
  test('is given in broader categories', async () => {
    const table = await release()
    expect(table.coarsened).toEqual(['state'])
    expect(table.cells.every(({ at }) => at.state === undefined || at.state.startsWith('stateG'))).toBe(true)
    expect(fileOf(table).decision.finestHidden).toBeLessThanOrEqual(0.3)
  })
  test('is given as it is when the policy accepts that', async () => {
    const table = await release({ ...defaultPolicy, coarsenAbove: 1 })
    expect(table.coarsened).toEqual([])
    expect(fileOf(table).decision.finestHidden).toBeGreaterThan(0.3)
  })
  test('is given with its gaps when the publication allows nothing broader', async () => {
    const table = await release(defaultPolicy, { ...thin, coarsen: [] })
    expect(table.coarsened).toEqual([])
  })
})

describe('the manager is told', () => {
  test('what was hidden, why and how much, whole in both languages, without a value', async () => {
    const table = await release({ ...defaultPolicy, coarsenAbove: 1 })
    const said = explain(table)
    const { shown, hiddenItself, hiddenForOthers } = fileOf(table).decision
    expect(said[0]!.en).toBe(`The table shows ${shown} of ${table.cells.length} figures.`)
    expect(said.map(({ es }) => es).join(' ')).toContain(
      `${hiddenItself} se ocultan por lo que dicen ellos mismos`,
    )
    expect(said.map(({ en }) => en).join(' ')).toContain(
      `${hiddenForOthers} are hidden because a subtraction`,
    )
    for (const { es, en } of said) {
      expect(es.length).toBeGreaterThan(10)
      expect(en.length).toBeGreaterThan(10)
      const numbers = (sentence: string) => sentence.match(/\d+/g) ?? []
      expect(numbers(es)).toEqual(numbers(en))
    }
  })
  test('that a classification was made broader', async () => {
    const said = explain(await release())
    expect(said.some(({ en }) => en.includes('“state” is given in broader categories'))).toBe(true)
  })
  test('what a coarser table would show', async () => {
    const options = await coarserTables(publication(thin), defaultPolicy, ledger())
    expect(options.map(({ dimension: { id } }) => id)).toEqual(['state'])
    expect(options[0]!.hidden / (options[0]!.hidden + options[0]!.shown)).toBeLessThan(0.3)
    expect(options[0]!.text.es).toContain('categorías más amplias')
  })
})
