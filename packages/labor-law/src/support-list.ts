import { birthOf, curpProblem } from './curp.ts'
import { addMonths, type Day } from './dates.ts'

/**
 * One line of the list of support (LFT 390 Bis I). `ref` is yours: a row number or an opaque id, never a name; nothing
 * that comes back names anyone. Days are counted since 1970-01-01.
 */
export type SupportEntry = {
  readonly ref: string
  readonly curp: string | null
  readonly named: boolean
  readonly hired: Day | null
  readonly signed: boolean
  readonly managerial: boolean
  /** The day the person stopped working there, by their own will or dismissed; null if they still do. */
  readonly left: { readonly on: Day; readonly dismissed: boolean } | null
}

/** What keeps a line from counting, or asks for a second look. */
export type EntryProblem =
  | 'no_name'
  | 'no_curp'
  | 'bad_curp'
  | 'curp_digit'
  | 'repeated'
  | 'no_hire_date'
  | 'hired_after'
  | 'no_signature'
  | 'managerial'
  | 'left'
  | 'dismissed'
  | 'under_age'

/** Problems that leave a line out of the count; the rest only ask to look again. */
export const DISQUALIFYING: readonly EntryProblem[] = [
  'no_name',
  'no_curp',
  'bad_curp',
  'repeated',
  'no_hire_date',
  'hired_after',
  'no_signature',
  'managerial',
  'left',
]

export type ReviewedList = {
  readonly lines: number
  /** Lines that would stand if the request were checked today. */
  readonly valid: number
  readonly problems: ReadonlyMap<EntryProblem, readonly string[]>
}

/**
 * Reviews the list of support line by line (LFT 390 Bis I and III a, 362-363): completeness, repeated people, those hired
 * after filing, managerial staff, leavers. Someone dismissed in the three months before filing still counts.
 */
export const reviewList = (entries: readonly SupportEntry[], filing: Day): ReviewedList => {
  const problems = new Map<EntryProblem, string[]>()
  const seen = new Set<string>()
  let valid = 0
  for (const entry of entries) {
    const found = problemsOf(entry, filing, seen)
    for (const problem of found) problems.set(problem, [...(problems.get(problem) ?? []), entry.ref])
    if (!found.some((problem) => DISQUALIFYING.includes(problem))) valid += 1
  }
  return { lines: entries.length, valid, problems }
}

const problemsOf = (entry: SupportEntry, filing: Day, seen: Set<string>): EntryProblem[] => {
  const curp = entry.curp?.trim().toUpperCase() ?? ''
  const curpState = curp === '' ? null : curpProblem(curp)
  const repeated = curp !== '' && seen.has(curp)
  if (curp !== '') seen.add(curp)
  const born = curp !== '' && curpState !== 'form' ? birthOf(curp) : null
  const { left } = entry
  const found: readonly (EntryProblem | false)[] = [
    !entry.named && 'no_name',
    curp === '' && 'no_curp',
    curpState === 'form' && 'bad_curp',
    curpState === 'check_digit' && 'curp_digit',
    repeated && 'repeated',
    entry.hired === null && 'no_hire_date',
    entry.hired !== null && entry.hired > filing && 'hired_after',
    !entry.signed && 'no_signature',
    entry.managerial && 'managerial',
    left !== null && !(left.dismissed && left.on >= addMonths(filing, -3)) && 'left',
    left?.dismissed === true && left.on >= addMonths(filing, -3) && 'dismissed',
    born !== null && addMonths(born, 15 * 12) > filing && 'under_age',
  ]
  return found.filter((problem) => problem !== false)
}
