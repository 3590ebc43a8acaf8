import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { encodeQR } from 'qr'
import * as z from 'zod'
import { Alias, OrganizationKind, Role, TimeZone } from '#platform/access/schema.ts'
import type { OrgId } from '#platform/db/brand.ts'
import { asOwner } from '#platform/db/owner.ts'
import { complain } from '#platform/text/complaints.ts'
import { closeOrganization } from '#platform/upkeep/close.ts'
import { addOrganization, inviteByServer, listsOf } from '#platform/upkeep/store.organizations.ts'
import { newOrgKey } from '#platform/vault/vault.ts'
import { asking } from './ask.ts'
import { type Context, linkFor, organizationNamed, reachReady } from './context.ts'

const usage = (text: string) => complain('usage', { usage: `npm run admin -- ${text}` })

/** `organization NAME OWNER OWNER [--kind union] [--zone America/Mexico_City]`: another one on this server, and its two owners' links. */
export const organizationCommand = async (context: Context) => {
  const { values, positionals } = parseArgs({
    args: context.args,
    allowPositionals: true,
    options: {
      kind: { type: 'string', default: 'union' },
      zone: { type: 'string', default: 'America/Mexico_City' },
    },
  })
  const parsed = z
    .object({
      name: z.string().trim().min(2).max(120),
      owners: z.tuple([Alias, Alias]),
      kind: OrganizationKind,
      timeZone: TimeZone,
    })
    .safeParse({
      name: positionals[0],
      owners: positionals.slice(1),
      kind: values.kind,
      timeZone: values.zone,
    })
  if (!parsed.success)
    throw usage(
      'organization NAME OWNER OWNER [--kind union|program|funder|center] [--zone America/Mexico_City]',
    )
  const { owner, key } = await reachReady(context)
  const { name, owners, kind, timeZone } = parsed.data
  const id = randomUUID() as OrgId
  const tokens = await asOwner(owner, async (client) => {
    await addOrganization(client, { id, name, kind, timeZone, ...newOrgKey(key, id) })
    const invite = (alias: string) => inviteByServer(client, id, 'invite', { role: 'owner', alias })
    return [await invite(owners[0]), await invite(owners[1])]
  })
  for (const [at, token] of tokens.entries()) show(context, owners[at]!, token)
}

/** `rescue ORGANIZATION ALIAS`: when nobody can enter any more. A single-use invitation as owner, written into its access log. */
export const rescueCommand = async (context: Context) => {
  const [wanted, alias] = context.args
  if (!wanted || !Alias.safeParse(alias).success) throw usage('rescue ORGANIZATION NAME')
  const { owner } = await reachReady(context)
  const { id } = await organizationNamed(owner, wanted)
  show(context, alias!, await inviteByServer(owner, id, 'rescue', { role: 'owner', alias: alias! }))
}

/** `invite ORGANIZATION ALIAS [--role organizer] [--list NAME]`: a phone's link for a delegate, written into the access log. */
export const inviteCommand = async (context: Context) => {
  const { values, positionals } = parseArgs({
    args: context.args,
    allowPositionals: true,
    options: {
      role: { type: 'string', default: 'organizer' },
      list: { type: 'string', multiple: true, default: [] },
    },
  })
  const [wanted, alias] = positionals
  const role = Role.exclude(['owner']).safeParse(values.role)
  if (!wanted || !Alias.safeParse(alias).success || !role.success)
    throw usage('invite ORGANIZATION NAME [--role organizer] [--list NAME]')
  const { owner } = await reachReady(context)
  const { id } = await organizationNamed(owner, wanted)
  const lists = await listsOf(owner, id)
  const listIds = values.list.map((name) => {
    const list = lists.find((one) => one.name === name)
    if (!list) throw complain('no-list', { wanted: name, lists: lists.map((one) => one.name).join(' · ') })
    return list.id
  })
  show(
    context,
    alias!,
    await inviteByServer(owner, id, 'invite', { role: role.data, alias: alias!, listIds }),
  )
}

/** `close ORGANIZATION`: deletes everything of it, after its name was typed again. */
export const closeCommand = async (context: Context) => {
  const { args, say, undo } = context
  if (!args[0]) throw usage('close ORGANIZATION')
  const { owner } = await reachReady(context)
  const { id, name } = await organizationNamed(owner, args[0])
  say({
    es: `Se borrará todo lo de «${name}» en este servidor. Si quieren llevárselo: npm run admin -- export, antes.`,
    en: `Everything of “${name}” on this server will be deleted. If they want to take it along: npm run admin -- export, first.`,
  })
  const typed = await asking(
    say,
    undo,
  )({ es: 'Escribe su nombre para confirmar:', en: 'Type its name to confirm:' })
  if (typed.trim() !== name) throw complain('no-organization', { wanted: typed.trim() })
  await closeOrganization(owner, id)
  say({
    es: 'Se borró todo. Los respaldos automáticos la contienen hasta que se hagan siete más.',
    en: 'Everything is deleted. The automatic backups hold it until seven more are made.',
  })
}

const show = ({ settings, say }: Context, alias: string, token: string) => {
  const link = linkFor(settings, token)
  say({
    es: `${alias}, una sola vez y en siete días: ${link}`,
    en: `${alias}, once and within seven days: ${link}`,
  })
  if (process.stdout.isTTY) console.log(encodeQR(link, 'term'))
}
