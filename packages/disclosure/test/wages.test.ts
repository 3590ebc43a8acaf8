import { expect, test } from 'vitest'
import type { Cell, PublicationSpec } from '../src/publication.ts'
import { type Hints, outside } from './outside.ts'
import { count, crowd, dimension, people, pick, randomOf, text } from './people.ts'
import { releaseAll } from './release.ts'

const STEP = 10
const pay = { id: 'pay', label: text('pay'), unit: 'cents' as const }

/** Headcounts, payrolls and rounded average wages by plant and sex, all over the same people. */
const wages = (seed: number): PublicationSpec => {
  const random = randomOf(seed)
  const dims = [dimension('plant', pick(random, 2, 4), 'activity'), dimension('sex', 2, 'activity')]
  const who = crowd(random, pick(random, 20, 120), dims).map((person) => ({
    ...person,
    wage: pick(random, 50, 200),
  }))
  const heads = count(who, [['plant', 'sex']], dims).map((cell) => ({ ...cell, measure: 'people' }))
  const payrolls = heads.map(({ at, contributions }): Cell => {
    const paid = who
      .filter((person) => Object.entries(at).every(([id, node]) => person.in[id]!.includes(node)))
      .map(({ wage }) => wage)
      .sort((left, right) => right - left)
    return {
      at,
      measure: 'pay',
      value: paid.reduce((sum, wage) => sum + wage, 0),
      persons: paid.length,
      organizations: Object.keys(contributions ?? {}).length,
      largest: paid[0] ?? 0,
      second: paid[1] ?? 0,
    }
  })
  return {
    id: 'wages',
    population: 'wages',
    title: text('wages'),
    tier: 1,
    dimensions: dims,
    measures: [people, pay],
    cells: [...heads, ...payrolls],
    statistics: heads.flatMap(({ at, value }, index) =>
      value === 0
        ? []
        : [
            {
              kind: 'mean',
              id: `mean ${index}`,
              total: { at, measure: 'pay' },
              base: { at, measure: 'people' },
              step: STEP,
            },
          ],
    ),
  }
}

const nameOf = (measure: string, at: Cell['at']) =>
  `1|${measure}|${Object.entries(at)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([id, node]) => `${id}=${node}`)
    .join('&')}`

test('headcounts, payrolls and average wages withstand together', { timeout: 120_000 }, async () => {
  let means = 0
  let attacked = 0
  for (let seed = 1; seed <= 14; seed++) {
    const spec = wages(91 * seed + 7)
    const { tables } = await releaseAll([spec])
    const quotients: NonNullable<Hints['quotients']>[number][] = tables[0]!.statistics.flatMap((mean) => {
      const statistic = spec.statistics!.find(({ id }) => id === mean.id)!
      if (mean.kind === 'hidden' || statistic.kind !== 'mean') return []
      const [top, base] = [nameOf('pay', statistic.total.at), nameOf('people', statistic.base.at)]
      return [{ top, base, low: mean.value - STEP / 2, high: mean.value + STEP / 2 }]
    })
    means += quotients.length
    const attack = outside(tables, { quotients })
    for (const { at, measure, value, persons, largest, second } of spec.cells) {
      const range = () => attack.range([[nameOf(measure!, at), 1]])
      if (measure === 'people' && value > 0 && value < 5) {
        expect(range().low, `${seed}`).toBe(0)
        expect(range().high, `${seed}`).toBeGreaterThanOrEqual(5)
        attacked++
      }
      const alone = value - (largest ?? 0) - (second ?? 0) < (largest ?? 0) / 10
      if (measure === 'pay' && value > 0 && (persons! < 5 || alone)) {
        const width = Math.ceil(Math.max(value / 5, largest! / 10))
        expect(range().low, `${seed}`).toBeLessThanOrEqual(Math.max(0, value - width))
        expect(range().high, `${seed}`).toBeGreaterThanOrEqual(value + width)
        attacked++
      }
    }
  }
  expect(means).toBeGreaterThan(40)
  expect(attacked).toBeGreaterThan(30)
})
