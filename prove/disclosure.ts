// The attack at full size: tens of thousands of random histories of publications, each released by the library and then
// attacked by a model and a solver that share nothing with it. Set HISTORIES to run fewer.
import { bruteRanges } from '../packages/disclosure/test/brute.ts'
import { outside } from '../packages/disclosure/test/outside.ts'
import { pick, randomOf } from '../packages/disclosure/test/people.ts'
import { policy, releaseAll } from '../packages/disclosure/test/release.ts'
import { builds } from '../packages/disclosure/test/scenarios.ts'
import { gridOf, square } from '../packages/disclosure/test/square.ts'
import { unveiled } from '../packages/disclosure/test/unveiled.ts'
import { breaches, sensitive } from '../packages/disclosure/test/verdict.ts'
import { claim } from '../scripts/claim.ts'

const HISTORIES = Number(process.env.HISTORIES ?? 26_000)

type Tally = { histories: number; tables: number; withheld: number; hidden: number; shown: number }

export const run = async () => {
  const tallies = new Map<string, Tally>()
  let broken = 0
  let undecided = 0
  let idle = 0
  let unveilings = 0
  for (let number = 0; number < HISTORIES; number++) {
    const build = builds[number % builds.length]!
    const { kind, publications } = build(randomOf(1_000_003 * (number + 1)))
    // One in six searches for the exact optimum, the others take the greedy choice: both must be safe.
    const { tables, withheld, unavoidable } = await releaseAll(publications, {
      ...policy,
      exactFigures: number % 6 === 0 ? policy.exactFigures : 0,
    })
    const found = attacked(() => breaches(publications, tables, { strictly: unavoidable === 0 }))
    if (found === null) undecided++
    if (found && found.length > 0) {
      broken++
      console.log(`  history ${number} (${kind}): ${JSON.stringify(found[0])}`)
    }
    if (publications.length === 1 && tables.length === 1 && unavoidable === 0 && number % 4 < 2) {
      const own = new Set(sensitive(publications).map(({ name }) => name.slice(2)))
      for (const cell of tables[0]!.cells) {
        if (cell.kind === 'shown' || own.has(cell.key) || tables[0]!.statistics.length > 0) continue
        unveilings++
        const shown = [unveiled(tables[0]!, cell.key, publications[0]!)]
        if (attacked(() => breaches(publications, shown))?.length === 0) {
          idle++
          console.log(`  history ${number} (${kind}): ${cell.key} is hidden for nothing`)
        }
      }
    }
    count(tallies, kind, tables, withheld.length)
    if ((number + 1) % 2000 === 0) console.log(`  ${number + 1} histories`)
  }
  for (const [kind, tally] of tallies) console.log(`  ${kind}: ${JSON.stringify(tally)}`)
  const sum = (of: (tally: Tally) => number) =>
    [...tallies.values()].reduce((total, tally) => total + of(tally), 0)
  const said = `${broken} of ${sum(({ histories }) => histories)} histories (${sum(({ tables }) => tables)} tables) gave way, ${undecided} undecided`
  claim(
    'disclosure, recoveries inside the protection interval',
    said,
    '0 of at least 20000',
    broken === 0 && HISTORIES - undecided >= 20_000,
  )
  claim(
    'disclosure, figures hidden for nothing',
    `${idle} of ${unveilings}`,
    '0',
    idle === 0 && unveilings > 0,
  )
  await exhaustion()
}

/** Null when the attacker's own solver gives up. */
const attacked = <Result>(attack: () => Result): Result | null => {
  try {
    return attack()
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('the attacker’s solver')) return null
    throw error
  }
}

const count = (
  tallies: Map<string, Tally>,
  kind: string,
  tables: Awaited<ReturnType<typeof releaseAll>>['tables'],
  withheld: number,
) => {
  const tally = tallies.get(kind) ?? { histories: 0, tables: 0, withheld: 0, hidden: 0, shown: 0 }
  const cells = tables.flatMap((table) => table.cells)
  const hidden = cells.filter((cell) => cell.kind === 'hidden').length
  tallies.set(kind, {
    histories: tally.histories + 1,
    tables: tally.tables + tables.length,
    withheld: tally.withheld + withheld,
    hidden: tally.hidden + hidden,
    shown: tally.shown + cells.length - hidden,
  })
}

/** The attacker is held against every table that fits, on tables small enough. */
const exhaustion = async () => {
  let compared = 0
  let different = 0
  for (let seed = 1; seed <= 300; seed++) {
    const random = randomOf(seed)
    const interior = Array.from({ length: pick(random, 2, 3) }, () =>
      Array.from({ length: 2 }, () => pick(random, 0, 9)),
    )
    const { tables } = await releaseAll([square(interior)])
    const grid = tables[0] && gridOf(tables[0])
    if (!grid || grid.at(-1)!.at(-1) === null) continue
    const { low, high } = bruteRanges(grid, 30)
    const attack = outside(tables)
    grid.forEach((line, row) => {
      line.forEach((value, column) => {
        if (value !== null) return
        const at = {
          row: row < grid.length - 1 ? `row${row}` : undefined,
          column: column < line.length - 1 ? `column${column}` : undefined,
        }
        const cell = tables[0]!.cells.find((each) => each.at.row === at.row && each.at.column === at.column)!
        const range = attack.range([[`1|${cell.key}`, 1]])
        compared++
        if (range.low !== low[row]![column] || range.high !== high[row]![column]) different++
      })
    })
  }
  claim(
    'disclosure, attacker against exhaustion',
    `${different} of ${compared} limits differ`,
    '0',
    different === 0 && compared > 500,
  )
}
