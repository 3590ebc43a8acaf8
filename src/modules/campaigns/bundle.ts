import { createHash } from 'node:crypto'
import { findLists } from '#platform/access/team/store.ts'
import type { Call } from '#platform/http/call.ts'
import { openedIdentity } from '../people/store.vault.ts'
import { refuse } from './refusals.ts'
import { bundleHours } from './rules.ts'
import { type BundledPerson, findBundledCampaigns, findBundledPeople, keepBundle } from './store.bundle.ts'

const mostPeople = 400

/**
 * What a phone keeps to work without a signal: only the actor's own lists, good for 72 hours. Nothing is sent again that the
 * phone already has (`have` is the digest of its copy); what is sent stands in the access log with how many people it names.
 * Nobody takes it along without a phone that can be revoked.
 */
export const bundleFor = async (call: Call, have: string | undefined) => {
  const { tx, actor, vault, now } = call
  const { deviceId } = actor
  if (!deviceId) throw refuse('campaigns.no-phone')
  const found = await findBundledPeople(tx, actor, mostPeople)
  const people = found.map((person) => ({ ...person, ...identityOf(person) }))
  const lists = (await findLists(tx, actor)).filter(({ id }) => actor.listIds.includes(id as never))
  const campaigns = await findBundledCampaigns(tx, actor, 'all')
  const content = { alias: actor.alias, lists, campaigns, people }
  const digest = createHash('sha256').update(JSON.stringify(content)).digest('base64url')
  const expiresAt = new Date(now.getTime() + bundleHours * 3600_000)
  const names = people.filter(({ name, phone }) => name || phone).length
  await keepBundle(tx, actor, deviceId, { issuedAt: now, expiresAt, people: people.length, names })
  if (digest === have) return { digest, expiresAt, content: null }
  await call.log('carry', 'device', deviceId, people.length)
  return { digest, expiresAt, content }

  function identityOf({ id, name, phone }: BundledPerson) {
    const opened = openedIdentity(vault, { personId: id, name, phone, address: null, identifier: null })
    return { name: opened.name, phone: opened.phone }
  }
}
