import type { ImportRow } from '../../schema.ts'

export type UnitKind = 'department' | 'shift' | 'route'
export type PortUnit = { id: string; kind: UnitKind; name: string }
export type PlacedRow = Omit<ImportRow, UnitKind> & {
  departmentId: string | null
  shiftId: string | null
  routeId: string | null
}

/** Where imported people go: the module that places them gives this to the wizard. Each call may be repeated safely. */
export type ImportPort = {
  units: readonly PortUnit[]
  lists: readonly { id: string; name: string }[]
  begin: (input: {
    importId: string
    source: 'csv' | 'xlsx' | 'pasted'
    expected: number
    units: PortUnit[]
  }) => Promise<unknown>
  part: (input: {
    importId: string
    number: number
    listId: string
    leftOut: number
    rows: PlacedRow[]
  }) => Promise<{ added: number }>
  end: (importId: string) => Promise<unknown>
  undo: (importId: string) => Promise<{ removed: number; kept: number }>
}
