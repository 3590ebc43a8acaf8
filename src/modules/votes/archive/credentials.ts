import { createHash } from 'node:crypto'
import type { TableId } from '../schema.ts'
import type { Credential } from './store.ts'

export const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest()

export type Lot = { readonly tableId: TableId | null; readonly list: string }

/**
 * The credentials of all lots in the order of their own digits, so that neither lot nor slip shows in the order.
 * Answers undefined when a list is malformed or two keys are the same.
 */
export const credentialsOf = (lots: readonly Lot[]): readonly Credential[] | undefined => {
  const credentials: Credential[] = []
  for (const { tableId, list } of lots) {
    const keys = keysIn(list)
    if (!keys) return undefined
    for (const publicText of keys) credentials.push({ hash: hashOf(publicText), publicText, tableId })
  }
  if (new Set(credentials.map(({ publicText }) => publicText)).size !== credentials.length) return undefined
  return credentials.sort((a, b) => (a.publicText < b.publicText ? -1 : 1))
}

const keysIn = (list: string): readonly string[] | undefined => {
  try {
    const keys: unknown = JSON.parse(list)
    const isKey = (key: unknown) => typeof key === 'string' && /^[1-9]\d{0,616}$/.test(key)
    return Array.isArray(keys) && keys.length > 0 && keys.every(isKey) ? (keys as string[]) : undefined
  } catch {
    return undefined
  }
}
