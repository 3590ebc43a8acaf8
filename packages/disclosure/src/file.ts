import type { AuditReport } from './audit.ts'
import { keptWith } from './keep.ts'
import type { Reason } from './ledger.ts'
import type { PublishedTable } from './table.ts'

/** What was decided about a release and why. For those who may see the figures; it holds none of them. */
export type Decision = {
  readonly shown: number
  /** Hidden because the figure itself says too much. */
  readonly hiddenItself: number
  /** Hidden because others could be worked out from it. */
  readonly hiddenForOthers: number
  /** Hidden because an earlier release hid it. */
  readonly hiddenBefore: number
  readonly hiddenStatistics: number
  readonly shownStatistics: number
  readonly reasons: Readonly<Partial<Record<Reason, number>>>
  /** Share of the finest figures that is hidden, 0 to 1. */
  readonly finestHidden: number
  /** Dimensions made coarser, once for each level left out. */
  readonly coarsened: readonly string[]
  /** Figures left out because their tier never allows their shape. */
  readonly forbidden: number
}

/** Everything kept about a release beside the table itself. */
export type ReleaseFile = {
  readonly audit: AuditReport
  readonly decision: Decision
}

/** The file of a table that `protect` just made. @throws TypeError for any other object, a reopened table included. */
export const fileOf = (table: PublishedTable): ReleaseFile => keptWith(table).file
