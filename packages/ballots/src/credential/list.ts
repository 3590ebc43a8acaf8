import * as shape from '../codec/shape.ts'
import { accept, type Result, refuse } from '../result.ts'

/** A public key that may vote and how many votes it counts for. */
export type PublicCredential = { readonly publicText: string; readonly weight: number }

const listShape = shape.list(shape.text)
/** Belenios 2.0 also writes a third part, whom the credential was made for, when it is given a list of voters. */
const entryForm = /^([0-9a-f]+)(?:,([1-9]\d{0,15})(?:,[^,]*)?)?$/

/** What a union publishes: one credential, one vote, in an order that tells nothing of the roll. */
export const writeCredentials = (publicTexts: readonly string[]): Result<string> => {
  if (publicTexts.length === 0) return refuse('credentials-empty')
  if (new Set(publicTexts).size !== publicTexts.length) return refuse('credential-repeated')
  return accept(listShape.write([...publicTexts].sort()))
}

/**
 * Reads a public list, with weights where other programs wrote them; together they must stay below 2⁵³. Refuses a repeated credential. Whether each
 * is an element of the group is checked apart, because it is long work that can be shared among workers.
 */
export const readCredentials = (text: string): Result<readonly PublicCredential[]> => {
  const entries = shape.readExactly(listShape, text)
  if (!entries) return refuse('credentials-malformed')
  if (entries.length === 0) return refuse('credentials-empty')
  const credentials: PublicCredential[] = []
  for (const entry of entries) {
    const [, publicText, weight = '1'] = entryForm.exec(entry) ?? []
    if (!publicText) return refuse('credentials-malformed')
    credentials.push({ publicText, weight: Number(weight) })
  }
  const total = credentials.reduce((sum, { weight }) => sum + weight, 0)
  if (!Number.isSafeInteger(total)) return refuse('credentials-malformed')
  const distinct = new Set(credentials.map(({ publicText }) => publicText))
  return distinct.size === credentials.length ? accept(credentials) : refuse('credential-repeated')
}
