import { folderComplaint } from '#platform/db/folder.ts'
import { complaintIn } from '#platform/text/complaints.ts'
import { terminalLanguage } from '#platform/text/terminal.ts'

/** What has to be undone before the process ends, the last first. */
export type Undo = { add: (step: () => Promise<unknown>) => void; all: () => Promise<void> }

export const newUndo = (): Undo => {
  const steps: (() => Promise<unknown>)[] = []
  const all = async () => {
    for (let step = steps.pop(); step; step = steps.pop()) await step().catch(() => {})
  }
  return { add: (step) => void steps.push(step), all }
}

/**
 * Runs a program and ends the process with 0, or with 1 after one sentence that says what to mend; a fault of ours is shown
 * whole. Whatever was started is stopped first.
 */
export const run = async (program: (undo: Undo) => Promise<void>, dataDir: () => string): Promise<void> => {
  const undo = newUndo()
  try {
    await program(undo)
  } catch (error) {
    await fail(undo, error, dataDir)
  }
  await undo.all()
}

/** Ends a program that cannot go on. */
export const fail = async (undo: Undo, error: unknown, dataDir: () => string) => {
  await undo.all()
  const sentence = complaintIn(error) ?? complaintIn(folderComplaint(causeOf(error), dataDir()))
  if (sentence) console.error(sentence[terminalLanguage(process.env)])
  else console.error(error)
  process.exit(1)
}

/** A migration or a backup wraps what the disk or the database said. */
const causeOf = (error: unknown): unknown => {
  const { code, cause } = (error ?? {}) as { code?: string; cause?: unknown }
  return code === undefined && cause !== undefined ? cause : error
}
