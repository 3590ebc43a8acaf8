import { describe, expect, it } from 'vitest'
import { judgeMutations } from './mutants.ts'
import type { Plan } from './world.ts'
import { holdElection, oneQuestion } from './world.ts'

/** A seeded sample; `npm run prove -- ballots` tries every mutation of these and of larger elections. */
const sample = 120

const plans: Record<string, Plan> = {
  'BELENIOS-2048': {
    group: 'BELENIOS-2048',
    questions: [oneQuestion],
    voters: 3,
    ballots: [
      [0, [[0]]],
      [1, [[2]]],
      [0, [[1]]],
    ],
    custody: { singles: 1, thresholds: [{ threshold: 2, size: 3, present: [1, 3] }] },
  },
  Ed25519: {
    group: 'Ed25519',
    questions: [
      { question: '¿Aprueba el contrato?', answers: ['Sí', 'No'], blank: true, min: 1, max: 1 },
      { ...oneQuestion, min: 0, max: 2 },
    ],
    voters: 3,
    ballots: [
      [0, ['blank', [0, 1]]],
      [1, [[1], []]],
      [0, [[0], [2]]],
    ],
    custody: { singles: 1, thresholds: [{ threshold: 2, size: 3, present: [2, 3] }] },
  },
}

describe.each(Object.entries(plans))('every change to an election in %s', (_, plan) => {
  it('is refused', async () => {
    const { tried, accepted } = await judgeMutations(await holdElection(plan), { sample, seed: 7 })
    expect(accepted).toEqual([])
    expect(tried).toBe(sample)
  })
})
