import type { Call } from '../http/call.ts'

/** What stands behind a fact on its own organization's screen: a line that says which record it is, and where it is opened. */
export type RecordLine = { line: string; opensAt: string | null }

type Behind = { id: string; recordId: string }

/**
 * How each module shows the records that its facts speak of, by the `source` it writes on them. Answers lines by fact. Only the
 * record's own organization ever sees one, and only as far as the reader reaches.
 */
export type RecordViews = Readonly<
  Record<
    string,
    (call: Pick<Call, 'tx' | 'actor'>, facts: readonly Behind[]) => Promise<ReadonlyMap<string, RecordLine>>
  >
>
