import type { AnyProcedure } from '@orpc/server'
import type { Deployment } from '../access/deployment.ts'
import { findSession } from '../access/door/store.ts'
import { writeLog } from '../access/team/store.log.ts'
import { OrgId } from '../db/brand.ts'
import type { Actor, Tx } from '../db/doors.ts'
import { localDay } from '../text/day.ts'
import type { AccountCall, Call } from './call.ts'
import { languageOf } from './language.ts'
import type { Access } from './operation.ts'
import { asRefusal, common } from './refusal.ts'
import { sessionHashIn } from './session.ts'

/** What the HTTP application knows of a request before the boundary. */
export type Incoming = {
  readonly deployment: Deployment
  readonly headers: Headers
  readonly responseHeaders: Headers
  readonly address: () => string
}

type Step = {
  context: Incoming
  procedure: AnyProcedure
  next: (options: Omit<Step, 'next' | 'context'> & { context: object }) => Promise<unknown>
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
  const now = context.deployment.clock()
  const always = {
    ...context,
    now,
    language: languageOf(context.headers),
    after: (work: () => Promise<void>) => void later.push(work),
  }
  const run: Run = (call) => next({ ...options, context: { ...always, ...call } })
  const result = await inside(access, context, now, run)
  for (const work of later) await work().catch(() => {})
  return result
}

type Run = (call: Partial<Call> | Partial<AccountCall>) => Promise<unknown>

const inside = async (access: Access, context: Incoming, now: Date, run: Run): Promise<unknown> => {
  const { doors, publicUrl } = context.deployment
  if (access.may === 'anyone') return run({ door: doors.asDoor })
  const sessionHash = sessionHashIn(context.headers, publicUrl)
  if (!sessionHash) throw common.refuse('signed-out')
  if (access.may !== 'account') return insideOrganization(access, access.may, context, sessionHash, now, run)
  const known = await doors.asDoor((tx) => findSession(tx, sessionHash))
  if (!known) throw common.refuse('signed-out')
  requireFresh(access, known.provedAt, now)
  return run({ door: doors.asDoor, account: { id: known.accountId, provedAt: known.provedAt, sessionHash } })
}

const insideOrganization = async (
  access: Access,
  may: readonly string[],
  { deployment, headers }: Incoming,
  sessionHash: Buffer,
  now: Date,
  run: Run,
) => {
  const org = OrgId.safeParse(headers.get('asamblea-organization'))
  if (!org.success) throw common.refuse('missing')
  const crossed = await deployment.doors.enter(sessionHash, org.data, async (tx, actor) => {
    if (!actor)
      return { refusal: common.refuse((await findSession(tx, sessionHash)) ? 'missing' : 'signed-out') }
    if (!may.includes(actor.role)) {
      await writeLog(tx, actor, { verb: 'refused', target: may.join(' '), refused: true })
      return { refusal: common.refuse('not-allowed') }
    }
    requireFresh(access, actor.provedAt, now)
    const vault = await deployment.vault.of(tx, actor.orgId)
    return { result: await run({ ...organizationCall(tx, actor, now), vault }) }
  })
  // A refusal that is logged leaves its line behind: it is thrown once the transaction is committed.
  if (crossed.refusal) throw crossed.refusal
  return crossed.result
}

/** What a handler is given inside an organization, but for what every handler is given. */
export const organizationCall = (tx: Tx, actor: Actor, now: Date): Partial<Call> => ({
  tx,
  actor,
  today: localDay(now, actor.timeZone),
  log: (verb, target, targetId, people) => writeLog(tx, actor, { verb, target, targetId, people }),
})

const requireFresh = ({ fresh }: Access, provedAt: Date, now: Date) => {
  if (fresh && now.getTime() - provedAt.getTime() > tenMinutes) throw common.refuse('prove-again')
}
