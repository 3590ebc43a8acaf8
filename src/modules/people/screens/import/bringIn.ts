import { api } from '#api'
import { plain } from '#platform/text/plain.ts'
import type { ImportRow } from '../../schema.ts'
import type { Reader, TableAnswer } from './ImportWizard.tsx'
import type { ImportPort, PlacedRow, PortUnit, UnitKind } from './port.ts'

export type Match = Awaited<ReturnType<typeof api.people.findRows>>[number]
const partSize = 1_000

/** Asks the server, part by part, who of these rows seems to be here already. `onProgress` is told how many were asked. */
export const findMatches = async (
  reader: Reader,
  total: number,
  onProgress: (done: number) => void,
): Promise<Match[]> => {
  const matches: Match[] = []
  for (let from = 0; from < total; from += partSize) {
    const rows = await rowsOf(reader, from)
    matches.push(...(await api.people.findRows({ rows })))
    onProgress(Math.min(total, from + partSize))
  }
  return matches
}

export type Bringing = {
  reader: Reader
  table: TableAnswer
  port: ImportPort
  importId: string
  listId: string
  total: number
  leftOut: number
  /** Rows that a person said are here already. */
  skipped: ReadonlySet<string>
  newUnits: readonly PortUnit[]
}

/** Saves the rows part by part; interrupted and called again with the same id, it goes on where it stopped. */
export const bringIn = async (bringing: Bringing, onProgress: (done: number) => void): Promise<number> => {
  const { reader, table, port, importId, listId, total, leftOut, skipped, newUnits } = bringing
  await port.begin({ importId, source: table.source, expected: total, units: [...newUnits] })
  const units = [...port.units, ...newUnits]
  let saved = 0
  for (let from = 0, number = 0; from < total; from += partSize, number += 1) {
    const rows = (await rowsOf(reader, from)).filter(({ id }) => !skipped.has(id))
    await port.part({
      importId,
      number,
      listId,
      leftOut: number === 0 ? leftOut : 0,
      rows: rows.map((row) => placed(row, units)),
    })
    saved += rows.length
    onProgress(Math.min(total, from + partSize))
  }
  await port.end(importId)
  return saved
}

const rowsOf = async (reader: Reader, from: number): Promise<ImportRow[]> => {
  const answer = await reader.ask({ ask: 'rows', from, count: partSize })
  return answer.answer === 'rows' ? answer.rows : []
}

/** Units that the list names and the map does not have. */
export const unitsToAdd = (named: Record<UnitKind, string[]>, units: readonly PortUnit[]): PortUnit[] =>
  (Object.keys(named) as UnitKind[]).flatMap((kind) =>
    named[kind]
      .filter((name) => !unitNamed(units, kind, name))
      .map((name) => ({ id: crypto.randomUUID(), kind, name })),
  )

const unitNamed = (units: readonly PortUnit[], kind: UnitKind, name: string | null) =>
  name ? units.find((unit) => unit.kind === kind && plain(unit.name) === plain(name)) : undefined

const placed = ({ department, shift, route, ...row }: ImportRow, units: readonly PortUnit[]): PlacedRow => ({
  ...row,
  departmentId: unitNamed(units, 'department', department)?.id ?? null,
  shiftId: unitNamed(units, 'shift', shift)?.id ?? null,
  routeId: unitNamed(units, 'route', route)?.id ?? null,
})
