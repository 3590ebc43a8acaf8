import type { Envelope } from './envelope.ts'
import { type FieldCall, type OperationKinds, type Outcome, refused, type Written } from './operation.ts'
import { inSavepoint } from './store.ts'

export type Waiting = { envelope: Envelope; writtenAt: Date }

/**
 * Applies operations in the order they were written. A run of one kind is applied together; when the database refuses the
 * run, each is tried by itself, so that one bad operation never holds back the others.
 */
export const applyAll = async (
  kinds: OperationKinds,
  call: FieldCall,
  waiting: readonly Waiting[],
): Promise<Outcome[]> => {
  const outcomes: Outcome[] = []
  for (const run of runsOf(waiting)) outcomes.push(...(await applyRun(kinds, call, run)))
  return outcomes
}

const runsOf = (waiting: readonly Waiting[]): Waiting[][] => {
  const runs: Waiting[][] = []
  for (const one of waiting) {
    const run = runs.at(-1)
    if (run && run[0]?.envelope.kind === one.envelope.kind) run.push(one)
    else runs.push([one])
  }
  return runs
}

const applyRun = async (
  kinds: OperationKinds,
  call: FieldCall,
  run: readonly Waiting[],
): Promise<Outcome[]> => {
  const kind = kinds[run[0]!.envelope.kind]
  if (!kind) return run.map(() => refused('offline.unknown'))
  const read = run.map((one) => readInput(kind, one))
  const good = read.filter((one): one is Written<unknown> => !('outcome' in one))
  const applied = await applyWritten(kind, call, good)
  return read.map((one) => ('outcome' in one ? one : applied.shift()!))
}

type Kind = OperationKinds[string]

/** The input in today's version, or why it cannot be read. */
const readInput = (kind: Kind, { envelope, writtenAt }: Waiting): Written<unknown> | Outcome => {
  let { input } = envelope
  if (envelope.version > kind.version) return refused('offline.newer')
  for (let version = envelope.version; version < kind.version; version++) {
    const older = kind.older?.[version]
    if (!older) return refused('offline.unknown')
    const parsed = older.input.safeParse(input)
    if (!parsed.success) return refused('offline.not-understood')
    input = older.upgrade(parsed.data as never)
  }
  const parsed = kind.input.safeParse(input)
  return parsed.success
    ? { id: envelope.id, input: parsed.data, writtenAt }
    : refused('offline.not-understood')
}

const applyWritten = async (
  kind: Kind,
  call: FieldCall,
  written: readonly Written<unknown>[],
): Promise<Outcome[]> => {
  if (written.length === 0) return []
  try {
    return await inSavepoint(call.tx, () => kind.apply(call, written))
  } catch (error) {
    if (written.length > 1) {
      const outcomes: Outcome[] = []
      for (const one of written) outcomes.push(...(await applyWritten(kind, call, [one])))
      return outcomes
    }
    const refusal = complaint(error)
    if (!refusal) throw error
    return [refused(refusal)]
  }
}

/** What the database will refuse each time it is tried: a foreign row (23503), a row out of reach (42501), a bad value. */
const complaint = (error: unknown): string | undefined => {
  const { code } = (error ?? {}) as { code?: unknown }
  if (code === '23503' || code === '42501') return 'offline.out-of-reach'
  if (['23505', '23514', '22003', '22008', '22021'].includes(String(code))) return 'offline.not-understood'
  return undefined
}
