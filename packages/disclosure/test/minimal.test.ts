import { describe, expect, test } from 'vitest'
import { fileOf } from '../src/file.ts'
import { randomOf } from './people.ts'
import { releaseAll } from './release.ts'
import { builds } from './scenarios.ts'
import { unveiled } from './unveiled.ts'
import { breaches, sensitive } from './verdict.ts'

describe('no figure is hidden for nothing: show any one of those hidden for others and the attack succeeds', () => {
  for (const index of [0, 1, 3, 5]) {
    const build = builds[index]!
    test(build(randomOf(1)).kind, { timeout: 120_000 }, async () => {
      let tried = 0
      for (let seed = 1; seed <= 14; seed++) {
        const { publications } = build(randomOf(77 * seed + index))
        if (publications.length > 1) continue
        const { tables, unavoidable } = await releaseAll(publications)
        const [table, spec] = [tables[0], publications[0]!]
        if (!table || unavoidable > 0) continue
        const own = new Set(sensitive(publications).map(({ name }) => name.slice(2)))
        for (const cell of table.cells) {
          if (cell.kind === 'shown' || own.has(cell.key)) continue
          const shown = unveiled(table, cell.key, spec)
          expect(breaches(publications, [shown]).length, `${seed} ${cell.key}`).toBeGreaterThan(0)
          tried++
        }
        expect(fileOf(table).decision.hiddenItself + fileOf(table).decision.hiddenForOthers).toBe(
          table.cells.filter(({ kind }) => kind === 'hidden').length,
        )
      }
      expect(tried).toBeGreaterThan(5)
    })
  }
})
