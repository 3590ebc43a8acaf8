import { addDays, type Day } from '#platform/text/day.ts'
import type { PromiseKind, SheetPurpose } from './words.ts'

/** Organizers count on one activist for every ten workers, in every department, shift and route (Labor Notes). */
export const workersPerActivist = 10

/** A unit on a shift: how many work there, how many of them stand where, and how many nobody has assessed. */
export type Cell = {
  unitId: string | null
  shiftId: string | null
  people: number
  levels: readonly [number, number, number, number, number]
  known: number
}

/** How many activists a group of this size needs. */
export const activistsNeeded = (people: number): number => Math.ceil(people / workersPerActivist)

export type Coverage = { needed: number; activists: number; missing: number; share: number | null }

/** Coverage by activists (level 1) of one group; `share` is 0 to 1 and null where nobody is known to work. */
export const coverageOf = ({
  people,
  known,
  levels,
}: Pick<Cell, 'people' | 'known' | 'levels'>): Coverage => {
  const size = Math.max(people, known)
  const needed = activistsNeeded(size)
  const activists = levels[0]
  return {
    needed,
    activists,
    missing: Math.max(0, needed - activists),
    share: needed === 0 ? null : Math.min(1, activists / needed),
  }
}

/** The groups with the most activists missing, largest gap first: where to go next. */
export const gaps = (cells: readonly Cell[], most: number): readonly Cell[] =>
  cells
    .filter((cell) => coverageOf(cell).missing > 0)
    .toSorted((a, b) => coverageOf(b).missing - coverageOf(a).missing || b.people - a.people)
    .slice(0, most)

/** Sums cells into one, as a row or the whole of a chart. */
export const sumOf = (cells: readonly Cell[]): Pick<Cell, 'people' | 'known' | 'levels'> =>
  cells.reduce<Pick<Cell, 'people' | 'known' | 'levels'>>(
    (sum, { people, known, levels }) => ({
      people: sum.people + people,
      known: sum.known + known,
      levels: sum.levels.map((count, at) => count + levels[at]!) as unknown as Cell['levels'],
    }),
    { people: 0, known: 0, levels: [0, 0, 0, 0, 0] },
  )

/** What a role that may only count sees instead of an exact share: bands of ten points. */
export const bandOf = (share: number): string => {
  const low = Math.min(90, Math.floor(share * 10) * 10)
  return `${low}–${low + 10} %`
}

/** When a promise made today is followed up, unless somebody says another day. */
export const promiseDue = (kind: PromiseKind, madeOn: Day): Day =>
  addDays(madeOn, kind === 'will_think' ? 3 : 7)

export type StageChange = {
  from: 'mapping' | 'organizing' | 'closed'
  to: 'mapping' | 'organizing' | 'closed'
}

/** A campaign may be reopened, and never goes back to mapping once somebody was talked to. */
export const mayChangeStage = ({ from, to }: StageChange, conversations: number): boolean => {
  if (from === to) return false
  if (to === 'mapping') return conversations === 0
  return true
}

/** The most names that one sheet opens: an assembly of a large plant. */
export const mostOnSheet = 2_000

/** What a sheet shows besides the name: no more than it is printed for. */
export const shownOnSheet = {
  calls: { phone: true, address: false },
  visits: { phone: false, address: true },
  assembly: { phone: false, address: false },
} as const satisfies Record<SheetPurpose, object>

/** A phone's copy of its list is good for three days. */
export const bundleHours = 72
