import type { OutOfForce } from './book.ts'
import type { Provision } from './rule.ts'

/** The version of a rule in force on a date, among all rules; small enough for code that loads no rule book. */
export const newestVersion = <T extends Provision>(
  rules: readonly T[],
  id: string,
  on: string,
): T | OutOfForce => {
  const versions = rules.filter((rule) => rule.id === id)
  const found = versions.find(
    ({ validFrom, validTo }) => validFrom <= on && (validTo === null || on <= validTo),
  )
  if (found) return found
  const byStart = [...versions].sort((a, b) => a.validFrom.localeCompare(b.validFrom))
  const first = byStart[0]
  if (!first) throw new RangeError(`no rule ${id}`)
  const early = on < first.validFrom
  const { validFrom, validTo } = early ? first : byStart.at(-1)!
  return { refusal: early ? 'before-validity' : 'after-validity', rule: id, on, validFrom, validTo }
}
