import { describe, expect, test } from 'vitest'
import { kinds } from '../../server.ts'
import { committeeKinds } from '../organizations/words.ts'
import { activityKinds, audiences, topics } from '../support/words.ts'
import { labelsOf, valueLabel } from './labels.ts'

const dimensions = [...new Set(Object.values(kinds).flatMap((kind) => kind.dimensions))]
const kept = new Set(Object.values(kinds).flatMap(({ ownOnly = [] }) => ownOnly))
const inside = Object.values(kinds).filter((kind) => kind.inside)
const leaves = dimensions.filter(
  (name) =>
    !kept.has(name) &&
    Object.values(kinds).some((kind) => !inside.includes(kind) && kind.dimensions.includes(name)),
)

describe('the words of dimensions', () => {
  test('are declared in both languages for everything that may leave', () => {
    const declared = new Set(Object.values(kinds).flatMap(({ names = {} }) => Object.keys(names)))
    expect(leaves.filter((name) => !declared.has(name))).toEqual([])
    for (const name of leaves) {
      const { label, values } = labelsOf(name, kinds)
      for (const { es, en } of [label, ...Object.values(values)]) {
        expect(es.trim()).not.toBe('')
        expect(en.trim()).not.toBe('')
      }
    }
  })

  test('name every value that a module can record', () => {
    const recorded = {
      topic: topics,
      activity: activityKinds,
      audience: audiences,
      committee: committeeKinds,
      sex: ['woman', 'man', 'other'],
      age_band: ['15-29', '30-44', '45-59', '60+'],
    }
    for (const [dimension, values] of Object.entries(recorded))
      for (const value of values)
        expect(labelsOf(dimension, kinds).values[value], `${dimension} ${value}`).toBeDefined()
    expect(Object.keys(labelsOf('state', kinds).values)).toHaveLength(32)
  })

  test('stand once: no two modules name one value differently', () => {
    const said = new Map<string, string>()
    for (const { names = {} } of Object.values(kinds))
      for (const [dimension, { label, values }] of Object.entries(names))
        for (const [value, name] of [['', label] as const, ...Object.entries(values)]) {
          const key = `${dimension} ${value}`
          expect(said.get(key) ?? JSON.stringify(name)).toBe(JSON.stringify(name))
          said.set(key, JSON.stringify(name))
        }
    expect(valueLabel('topic', 'finance', kinds)).toEqual({
      es: 'Cuotas y finanzas',
      en: 'Dues and finances',
    })
  })
})
