import { randomUUID } from 'node:crypto'
import { sealFor } from '#platform/offline/seal.ts'
import { campaignVersions } from '../modules/campaigns/versions.ts'
import type { Person, World } from './world.ts'

export type Written = { id: string; sequence: number; sealed: string }

/** The version in which a phone of today writes this kind of operation. */
export const versionOf = (kind: string): number => (campaignVersions as Record<string, number>)[kind] ?? 1

/** A phone in somebody's hand: writes operations sealed, as the browser does, and delivers them when told. */
export const phoneOf = (world: World, person: Person) => {
  let sequence = 0
  const seal = sealFor(person.courierKey)
  const write = (
    kind: string,
    input: unknown,
    { version = versionOf(kind), at = world.deployment.clock(), id = randomUUID() } = {},
  ): Written => {
    const envelope = { id, kind, version, writtenAt: at.toISOString(), input }
    return { id, sequence: sequence++, sealed: seal(envelope) }
  }
  const deliver = (operations: Written[], at = world.deployment.clock()) =>
    world.client({}).offline.deliver({ send: person.send, at: at.toISOString(), operations })
  return { write, deliver }
}
