import { implement } from '@orpc/server'
import type { Call } from '#platform/http/call.ts'
import { common } from '#platform/http/refusal.ts'
import { nationalNumber } from '#platform/text/phone.ts'
import { peopleContract } from './contract.ts'
import { refuse } from './refusals.ts'
import type { PersonId } from './schema.ts'
import { findDuplicatePairs, findDuplicates } from './store.duplicates.ts'
import { findImports, findMapping, keepMapping } from './store.imports.ts'
import { findMerges } from './store.merge.ts'
import * as store from './store.ts'
import { openedIdentity } from './store.vault.ts'

const os = implement(peopleContract).$context<Call>()

const present = async ({ tx, actor }: Call, id: PersonId) => {
  const person = await store.findPerson(tx, actor, id)
  if (!person) throw common.refuse('missing')
  return person
}

export const peopleHandlers = os.router({
  get: os.get.handler(({ input: { id }, context }) => present(context, id)),
  change: os.change.handler(async ({ input: { id, version, ...change }, context }) => {
    const current = await present(context, id)
    if (!(await store.changePerson(context.tx, context.actor, id, version, change)))
      throw common.refuse('stale', { current })
    return present(context, id)
  }),
  open: os.open.handler(async ({ input: { id }, context }) => {
    const { tx, actor, vault, today, log } = context
    await present(context, id)
    if (!(await store.countWithinCap(tx, actor, today, 1))) throw refuse('people.cap')
    await log('open', 'person', id)
    const [sealed] = await store.findVaulted(tx, actor, [id])
    return sealed
      ? openedIdentity(vault, sealed)
      : { name: null, phone: null, address: null, identifier: null }
  }),
  keepIdentity: os.keepIdentity.handler(async ({ input: { id, ...identity }, context }) => {
    const person = await present(context, id)
    if (identity.phone && !nationalNumber(identity.phone)) throw refuse('people.phone')
    await store.keepIdentity(
      context.tx,
      context.actor,
      context.vault,
      { id, listIds: person.listIds },
      identity,
    )
    await context.log('write', 'person', id)
    return {}
  }),
  assign: os.assign.handler(async ({ input: { ids, listIds }, context: { tx, actor, log } }) => {
    await store.assignPeople(tx, actor, ids, listIds)
    await log('assign', `${ids.length} people`)
    return {}
  }),
  erase: os.erase.handler(async ({ input: { id }, context: { tx, actor, log } }) => {
    if (!(await store.erasePerson(tx, actor, id))) throw common.refuse('missing')
    await log('erase', 'person', id)
    return {}
  }),
  duplicates: os.duplicates.handler(({ context: { tx, actor } }) => findDuplicatePairs(tx, actor, 50)),
  notDuplicates: os.notDuplicates.handler(async ({ input: { one, other }, context: { tx, actor } }) => {
    await store.markDistinct(tx, actor, one, other)
    return {}
  }),
  merges: os.merges.handler(({ context: { tx, actor } }) => findMerges(tx, actor)),
  findRows: os.findRows.handler(async ({ input: { rows }, context: { tx, actor, vault } }) => {
    const found = await findDuplicates(tx, actor, vault, rows)
    const handles = await store.handlesOf(
      tx,
      actor,
      found.map(({ personId }) => personId),
    )
    return found.map((match) => ({ ...match, handle: handles.get(match.personId) ?? '' }))
  }),
  mapping: os.mapping.handler(async ({ input: { digest }, context: { tx, actor } }) => ({
    columns: await findMapping(tx, actor, digest),
  })),
  keepMapping: os.keepMapping.handler(async ({ input: { digest, columns }, context: { tx, actor, now } }) => {
    await keepMapping(tx, actor, digest, columns, now)
    return {}
  }),
  imports: os.imports.handler(({ context: { tx, actor } }) => findImports(tx, actor)),
})
