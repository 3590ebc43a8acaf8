import { describe, expect, it } from 'vitest'
import { judgeMutations } from './mutants.ts'
import { mutationPlans } from './mutation-plans.ts'
import { holdElection } from './world.ts'

/** A seeded sample; `npm run prove -- ballots` tries every mutation of these and of larger elections. */
const sample = 120

describe.each(Object.entries(mutationPlans))('every change to an election in %s', (_, plan) => {
  it('is refused', async () => {
    const { tried, accepted } = await judgeMutations(await holdElection(plan), { sample, seed: 7 })
    expect(accepted).toEqual([])
    expect(tried).toBe(sample)
  })
})
