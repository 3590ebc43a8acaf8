import { type AnyProcedure, createRouterClient } from '@orpc/server'
import type { Deployment } from '#platform/access/deployment.ts'
import type { Actor } from '#platform/db/doors.ts'
import { organizationCall } from '#platform/http/boundary.ts'
import type { Access } from '#platform/http/operation.ts'
import { router } from './server.ts'

type Step = { procedure: AnyProcedure; next: (options: object) => Promise<never> }

/**
 * What somebody of the demo world does at a desk: the very handlers behind the HTTP application, so that records, rules and facts
 * agree, each call in a transaction of its own. What needs no membership is done as anybody at the door would.
 */
export const callsAs = (deployment: Deployment, actor: Actor) => {
  const now = deployment.clock()
  const always = { deployment, now, language: 'es', address: () => 'demo', after: () => {} }
  const inside = ({ next, ...options }: Step): Promise<never> => {
    const { may } = options.procedure['~orpc'].meta as Access
    const door = { ...always, door: deployment.doors.asDoor }
    if (may === 'anyone') return next({ ...options, context: door })
    return deployment.doors.asActor(actor, async (tx) => {
      const vault = await deployment.vault.of(tx, actor.orgId)
      return next({ ...options, context: { ...always, ...organizationCall(tx, actor, now), vault } })
    })
  }
  const { organizations, programs, support, votes } = router
  return createRouterClient({ organizations, programs, support, votes }, {
    context: {} as never,
    interceptors: [inside as never],
  } as never)
}

export type Calls = ReturnType<typeof callsAs>
