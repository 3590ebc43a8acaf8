import { expect, test } from 'vitest'
import { killRounds } from '../prove/kill.ts'

test('three kill -9 while people write lose nothing and double nothing', { timeout: 90_000 }, async () => {
  const { acknowledged, lost, doubled } = await killRounds(3)
  expect({ lost, doubled }).toEqual({ lost: 0, doubled: 0 })
  expect(acknowledged).toBeGreaterThan(10)
})
