// Speed and thrift of packages/disclosure. Times are processor time, so that a busy machine does not decide.
import { attempt } from '../packages/disclosure/src/attempt.ts'
import { protect } from '../packages/disclosure/src/disclosure.ts'
import { ledger, record } from '../packages/disclosure/src/ledger.ts'
import { defaultPolicy } from '../packages/disclosure/src/policy.ts'
import { type PublicationSpec, publication } from '../packages/disclosure/src/publication.ts'
import { openPublication } from '../packages/disclosure/src/raw.ts'
import { loadSolver } from '../packages/disclosure/src/solver.ts'
import {
  count,
  crowd,
  dimension,
  type Person,
  people,
  pick,
  randomOf,
  text,
} from '../packages/disclosure/test/people.ts'
import { square } from '../packages/disclosure/test/square.ts'
import { claim } from '../scripts/claim.ts'

const policy = { ...defaultPolicy, coarsenAbove: 1 }

export const run = async () => {
  await loadSolver()
  await oneTable()
  await yearOfTables()
  await thrift()
}

/** 13 states × 6 groups with totals: the table of the project's own study, 98 figures. */
const oneTable = async () => {
  const seconds: number[] = []
  for (let seed = 1; seed <= 12; seed++) {
    const random = randomOf(seed)
    const spec = square(
      Array.from({ length: 13 }, () => Array.from({ length: 6 }, () => Math.floor(random() * random() * 60))),
    )
    const sealed = publication(spec)
    const started = process.cpuUsage()
    const outcome = await protect(sealed, policy, ledger())
    const spent = secondsSince(started)
    if (outcome.kind !== 'published') throw new Error(outcome.reason)
    const hidden = outcome.cells.filter(({ kind }) => kind === 'hidden').length
    console.log(`  table ${seed}: ${spent.toFixed(3)} s, ${hidden} of ${outcome.cells.length} hidden`)
    if (seed > 2) seconds.push(spent)
  }
  const sorted = seconds.sort((left, right) => left - right)
  const median = sorted[Math.floor(sorted.length / 2)]!
  claim(
    'disclosure, 13 × 6 with totals, median of 10',
    `${median.toFixed(3)} s (worst ${sorted.at(-1)!.toFixed(3)} s)`,
    '< 0.3 s',
    median < 0.3,
  )
}

/** Seven linked tables in each quarter and two over the year, distinct people throughout. */
const yearOfTables = async () => {
  const specs = year()
  let books = ledger()
  let published = 0
  let hidden = 0
  let figures = 0
  const started = process.cpuUsage()
  for (const spec of specs) {
    const outcome = await protect(publication(spec), policy, books)
    if (outcome.kind === 'withheld') {
      console.log(`  ${spec.id}: withheld, ${outcome.reason}`)
      continue
    }
    books = record(books, outcome)!
    published++
    figures += outcome.cells.length
    hidden += outcome.cells.filter(({ kind }) => kind === 'hidden').length
  }
  const spent = secondsSince(started)
  console.log(`  ${published} of ${specs.length} tables published, ${hidden} of ${figures} figures hidden`)
  claim(
    `disclosure, ${specs.length} tables of a year with the ledger`,
    `${spent.toFixed(2)} s`,
    '< 10 s',
    spent < 10 && published === specs.length,
  )
}

export const year = (): readonly PublicationSpec[] => {
  const random = randomOf(2026)
  const state = dimension('state', 13, 'place', 'disjoint', 4)
  const sector = dimension('sector', 6, 'activity')
  const sex = dimension('sex', 2, 'person')
  const age = dimension('age', 4, 'person', 'disjoint', 2)
  const quarter = dimension('quarter', 4, 'time', 'overlapping')
  const dims = [state, sector, sex, age]
  const who: Person[] = [...crowd(random, 4000, dims)].map((person) => ({
    ...person,
    in: { ...person.in, quarter: quarter.nodes.map(({ id }) => id).filter(() => random() < 0.4) },
  }))
  const present = who.filter((person) => person.in.quarter!.length > 0)
  const all = [...dims, quarter]
  const tables = [
    ['state', 'sex'],
    ['state', 'age'],
    ['sector', 'sex'],
    ['sector', 'age'],
    ['sex', 'age'],
    ['state'],
    ['sector'],
  ]
  const spec = (id: string, table: readonly string[], fixed: Record<string, string>): PublicationSpec => ({
    id,
    population: 'participants',
    title: text(id),
    tier: 1,
    dimensions: all,
    measures: [people],
    cells: count(present, [table], all, fixed),
  })
  return [
    ...quarter.nodes.flatMap(({ id }) =>
      tables.map((table, index) => spec(`${id}-${index}`, table, { quarter: id })),
    ),
    spec('year-state', ['state', 'sex'], {}),
    spec('year-sector', ['sector', 'sex'], {}),
  ]
}

/** The greedy choice against the proved smallest, on tables small enough to prove. */
const thrift = async () => {
  const solver = await loadSolver()
  let greedy = 0
  let exact = 0
  let proved = 0
  for (let seed = 1; seed <= 60; seed++) {
    const random = randomOf(7000 + seed)
    const interior = Array.from({ length: pick(random, 2, 5) }, () =>
      Array.from({ length: 3 }, () => Math.floor(random() * random() * 40)),
    )
    const raw = openPublication(publication(square(interior)))
    const hide = (exactly: boolean) => {
      const started = performance.now()
      const spent = () => (performance.now() - started) / 1000
      const result = attempt(solver, raw, [], { ...policy, exactSeconds: 20, seconds: 60 }, exactly, {
        spent,
        left: () => 60 - spent(),
      })
      if (result.kind !== 'protected') throw new Error(result.kind)
      if (result.audit.method === 'exact') proved++
      return result.decision.hiddenItself + result.decision.hiddenForOthers
    }
    exact += hide(true)
    greedy += hide(false)
  }
  const beyond = (100 * (greedy - exact)) / exact
  console.log(`  60 tables: greedy hides ${greedy}, the optimum ${exact}, ${proved} optima proved`)
  claim(
    'disclosure, hidden beyond the optimum on 60 small tables',
    `${beyond.toFixed(1)} %`,
    '≤ 15 %',
    beyond <= 15 && proved === 60,
  )
}

const secondsSince = (started: NodeJS.CpuUsage) => {
  const { user, system } = process.cpuUsage(started)
  return (user + system) / 1e6
}
