import type pg from 'pg'
import type { OrgId } from '../db/brand.ts'
import type { Key } from '../vault/keys.ts'
import type { Vault } from '../vault/vault.ts'
import { closeOrganization, closingOrganizations } from './close.ts'
import { exportOrganization } from './export.ts'
import type { Sealing } from './seal.ts'

/** What requests may ask of the schema's owner, and nothing else: to take an organization along, and to delete it. */
export type Upkeep = {
  /** Whether another export may begin now. */
  mayExport: () => boolean
  /** Nothing is read before the stream is. */
  exportOrganization: (orgId: OrgId, sealing: Sealing) => ReadableStream<Uint8Array>
  closeOrganization: (orgId: OrgId) => Promise<void>
  /** Deletes what two people closed and a crash left standing. */
  finishClosings: () => Promise<void>
}

// Each holds one connection and one old snapshot for as long as somebody downloads.
const exportsAtOnce = 2

export const openUpkeep = (owner: pg.Pool, master: Key, vault: Vault): Upkeep => {
  let running = 0
  const count = (step: 1 | -1) => {
    running += step
  }
  const close = async (orgId: OrgId) => {
    await closeOrganization(owner, orgId)
    vault.forget(orgId)
  }
  return {
    mayExport: () => running < exportsAtOnce,
    exportOrganization: (orgId, sealing) =>
      onFirstRead(() => exportOrganization(owner, master, orgId, sealing), count),
    closeOrganization: close,
    finishClosings: async () => {
      for (const orgId of await closingOrganizations(owner)) await close(orgId)
    },
  }
}

/** A stream that is opened when somebody reads it, counted from then to its end, however it ends. */
const onFirstRead = (
  open: () => Promise<ReadableStream<Uint8Array>>,
  count: (step: 1 | -1) => void,
): ReadableStream<Uint8Array> => {
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined
  let counting = false
  const step = (by: 1 | -1) => {
    if (counting === by > 0) return
    counting = by > 0
    count(by)
  }
  const pull = async (controller: ReadableStreamDefaultController<Uint8Array>) => {
    try {
      step(1)
      reader ??= (await open()).getReader()
      const { value, done } = await reader.read()
      if (!done) return controller.enqueue(value)
      step(-1)
      controller.close()
    } catch (error) {
      step(-1)
      controller.error(error)
    }
  }
  const cancel = async (reason: unknown) => {
    step(-1)
    await reader?.cancel(reason)
  }
  return new ReadableStream({ pull, cancel }, { highWaterMark: 0 })
}
