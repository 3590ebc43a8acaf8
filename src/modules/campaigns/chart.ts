import type { Cell } from './rules.ts'

type Unit = { id: string; kind: 'department' | 'shift' | 'route'; name: string }
type Headcount = { unitId: string; shiftId: string; people: number }
type Levels = readonly number[]
type Standing = {
  departmentId: string | null
  shiftId: string | null
  routeId: string | null
  known: number
  levels: Levels
}
type Tally = {
  departmentId: string | null
  shiftId: string | null
  routeId: string | null
  counts: readonly number[]
}

export type Side = 'department' | 'route'
export type ChartCell = Cell & { tallied: number }
export type ChartRow = { unit: Unit | null; cells: readonly ChartCell[] }
export type Chart = { shifts: readonly (Unit | null)[]; rows: readonly ChartRow[] }

type Source = {
  units: readonly Unit[]
  headcounts: readonly Headcount[]
  standings: readonly Standing[]
  tallies: readonly Tally[]
}

/**
 * The plant as a wall chart: departments or routes down, shifts across. People whose place is not known stand in a last row
 * and column, shown only when there are any. With `routeId`, only who rides that bus.
 */
export const chartOf = (
  { units, headcounts, standings, tallies }: Source,
  side: Side,
  routeId: string | null,
): Chart => {
  const key = side === 'department' ? 'departmentId' : 'routeId'
  const riding = routeId === null ? standings : standings.filter((one) => one.routeId === routeId)
  const placed = (of: Standing | Tally, rowId: string | null, shiftId: string | null) =>
    of[key] === rowId && of.shiftId === shiftId
  const cellOf = (rowId: string | null, shiftId: string | null): ChartCell => {
    const here = riding.filter((one) => placed(one, rowId, shiftId))
    const counted = tallies.filter(
      (one) => placed(one, rowId, shiftId) && (routeId === null || one.routeId === routeId),
    )
    const people = headcounts.find((one) => one.unitId === rowId && one.shiftId === shiftId)?.people ?? 0
    return {
      unitId: rowId,
      shiftId,
      people: routeId === null ? people : 0,
      known: sum(here.map((one) => one.known)),
      levels: [0, 1, 2, 3, 4].map((at) =>
        sum(here.map((one) => one.levels[at] ?? 0)),
      ) as unknown as Cell['levels'],
      tallied: sum(counted.flatMap((one) => one.counts)),
    }
  }
  const shifts = columns(
    units,
    'shift',
    riding.some((one) => one.shiftId === null),
  )
  const rows = columns(
    units,
    side,
    riding.some((one) => one[key] === null),
  )
  return {
    shifts,
    rows: rows.map((unit) => ({
      unit,
      cells: shifts.map((shift) => cellOf(unit?.id ?? null, shift?.id ?? null)),
    })),
  }
}

const columns = (units: readonly Unit[], kind: Unit['kind'], unplaced: boolean): (Unit | null)[] => [
  ...units.filter((unit) => unit.kind === kind),
  ...(unplaced ? [null] : []),
]

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)
