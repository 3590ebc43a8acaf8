import { createHash } from 'node:crypto'
import type { Fields } from './read-rules.ts'

/**
 * What ties a sign-off to the words that were signed: eight digits that change with any field but the date a rule ends.
 * Editing a signed rule without its lawyer is then refused instead of shown as reviewed.
 */
const sealOf = (rule: Fields): string => {
  const { seal: _seal, valid_to: _end, ...signed } = rule
  return createHash('sha256').update(ordered(signed)).digest('hex').slice(0, 8)
}

/** Throws if a signed rule does not carry the seal of its words. */
export const refuseBrokenSeal = (label: string, rule: Fields) => {
  if (!rule.signed_by || rule.seal === sealOf(rule)) return
  throw new Error(
    `${label}: ${rule.signed_by} signed other words, or the seal is missing. ` +
      `If they reviewed these, write seal = "${sealOf(rule)}"; if not, empty signed_by and signed_on`,
  )
}

/** JSON with keys in order, so that moving a line does not break a seal. */
const ordered = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(ordered).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${ordered(item)}`).join(',')}}`
}
