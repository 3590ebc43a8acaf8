import type { AnyProcedure } from '@orpc/server'
import { sql } from 'kysely'
import type { Deployment } from '../access/deployment.ts'
import { OrgId } from '../db/brand.ts'
import type { Actor, Tx } from '../db/doors.ts'
import { localDay } from '../text/day.ts'
import type { Account, Call } from './call.ts'
import { languageOf } from './language.ts'
import type { Access } from './operation.ts'
import { asRefusal, common } from './refusal.ts'
import { sessionHashIn } from './session.ts'

/** What the HTTP application knows of a request before the boundary. */
export type Incoming = {
  readonly deployment: Deployment
  readonly headers: Headers
  readonly responseHeaders: Headers
  readonly address: string
}

type Step = {
  context: Incoming
  procedure: AnyProcedure
  next: (options: Omit<Step, 'next'>) => Promise<unknown>
}

const tenMinutes = 10 * 60_000

/**
 * The one boundary around every operation: who is asking, may they, one transaction with the tenant's context, then the
 * handler between parsed input and parsed output. Work asked for with `after` runs once the transaction is committed.
 */
export const boundary = async (step: Step): Promise<unknown> => {
  try {
    return await cross(step)
  } catch (error) {
    throw asRefusal(error, step.context.deployment.report)
  }
}

const cross = async ({ next, ...options }: Step): Promise<unknown> => {
  const { context, procedure } = options
  const access = procedure['~orpc'].meta as Access
  const later: (() => Promise<void>)[] = []
  const always = {
    ...context,
    now: context.deployment.clock(),
    language: languageOf(context.headers),
    after: (work: () => Promise<void>) => void later.push(work),
  }
  const run = (call: object) => next({ ...options, context: call as Incoming })
  const result = await inside(access, context, (call) => run({ ...always, ...call(always.now) }))
  for (const work of later) await work().catch(() => {})
  return result
}

type Inside = (call: (now: Date) => object) => Promise<unknown>

const inside = async (access: Access, context: Incoming, run: Inside): Promise<unknown> => {
  const { doors, publicUrl } = context.deployment
  if (access.may === 'anyone') return run(() => ({ door: doors.asDoor }))
  const sessionHash = sessionHashIn(context.headers, publicUrl)
  if (!sessionHash) throw common.refuse('signed-out')
  if (access.may === 'account') {
    const account = await doors.asDoor((tx) => accountOf(tx, sessionHash))
    return run((now) => ({ door: doors.asDoor, account: fresh(access, account, now) }))
  }
  return insideOrganization(access, access.may, context, sessionHash, run)
}

const insideOrganization = async (
  access: Access,
  may: readonly string[],
  { deployment, headers }: Incoming,
  sessionHash: Buffer,
  run: Inside,
) => {
  const org = OrgId.safeParse(headers.get('asamblea-organization'))
  if (!org.success) throw common.refuse('missing')
  const actor = await deployment.doors.enter(sessionHash, org.data)
  if (!actor) throw common.refuse((await knows(deployment, sessionHash)) ? 'missing' : 'signed-out')
  if (!may.includes(actor.role)) {
    await deployment.doors.asActor(actor, (tx) =>
      writeLog(tx, actor, 'refused', may.join(' '), undefined, true),
    )
    throw common.refuse('not-allowed')
  }
  fresh(access, actor, deployment.clock())
  return deployment.doors.asActor(actor, async (tx) => {
    const vault = await deployment.vault.of(tx, actor.orgId)
    return run((now) => ({ ...organizationCall(tx, actor, now), vault }))
  })
}

const organizationCall = (tx: Tx, actor: Actor, now: Date): Partial<Call> => ({
  tx,
  actor,
  today: localDay(now, actor.timeZone),
  log: (verb, target, targetId) => writeLog(tx, actor, verb, target, targetId, false),
})

const knows = (deployment: Deployment, sessionHash: Buffer) =>
  deployment.doors.asDoor(async (tx) => (await sessions(tx, sessionHash)).length > 0)

const accountOf = async (tx: Tx, sessionHash: Buffer): Promise<Account> => {
  const [found] = await sessions(tx, sessionHash)
  if (!found) throw common.refuse('signed-out')
  return { id: found.accountId, provedAt: found.provedAt, sessionHash }
}

const sessions = async (tx: Tx, sessionHash: Buffer) => {
  const { rows } = await sql<{
    accountId: Account['id']
    provedAt: Date
  }>`select * from door.who(${sessionHash})`.execute(tx)
  return rows
}

const fresh = <Known extends { provedAt: Date }>(access: Access, known: Known, now: Date): Known => {
  if (access.fresh && now.getTime() - known.provedAt.getTime() > tenMinutes)
    throw common.refuse('prove-again')
  return known
}

const writeLog = async (
  tx: Tx,
  actor: Actor,
  verb: string,
  target: string,
  targetId: string | undefined,
  refused: boolean,
) => {
  const { orgId, membershipId } = actor
  const line = { orgId, membershipId, verb, target, targetId: targetId ?? null, refused }
  await tx.insertInto('accessLog').values(line).execute()
}
