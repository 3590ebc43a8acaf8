import { describe, expect, test } from 'vitest'
import { randomOf } from './people.ts'
import { releaseAll } from './release.ts'
import { builds } from './scenarios.ts'
import { breaches } from './verdict.ts'

describe('random histories withstand an attacker who shares no code with the protector', () => {
  for (const [index, build] of builds.entries()) {
    const kind = `${index} ${build(randomOf(1)).kind}`
    test(kind, { timeout: 120_000 }, async () => {
      let hidden = 0
      for (let seed = 1; seed <= 12; seed++) {
        const { publications } = build(randomOf(1000 * seed + kind.length))
        const { tables, withheld, unavoidable } = await releaseAll(publications)
        expect(withheld.filter((reason) => reason !== 'infeasible')).toEqual([])
        expect(breaches(publications, tables, { strictly: unavoidable === 0 }), `seed ${seed}`).toEqual([])
        hidden += tables.flatMap(({ cells }) => cells.filter((cell) => cell.kind === 'hidden')).length
      }
      expect(hidden).toBeGreaterThan(10)
    })
  }
})
