import { ORPCError } from '@orpc/contract'
import { OpenAPIHandler } from '@orpc/openapi/fetch'
import type { Router } from '@orpc/server'
import { type Context, Hono } from 'hono'
import type { Deployment } from '../access/deployment.ts'
import { addressOf, type Proxies } from './address.ts'
import { boundary, type Incoming } from './boundary.ts'
import { packedAnswer } from './compress.ts'
import { secureHeaders } from './headers.ts'
import { languageOf } from './language.ts'
import { largeBodies } from './large.ts'
import { bodyLimits, isForeign } from './limits.ts'
import { asRefusal, common, type Refusal, type RefusalTexts } from './refusal.ts'

/** What the HTTP application is made of: the modules' handlers, what they refuse, and the browser's files. */
export type AppParts = {
  deployment: Deployment
  // biome-ignore lint/suspicious/noExplicitAny: a router of every module, each checked against its own contract.
  router: Router<any, any>
  refusals: RefusalTexts
  site?: (request: Request) => Promise<Response>
  /** Besides loopback, who may say for whom a request comes. */
  proxies?: Proxies | undefined
}

/** The whole HTTP application; `app.request(…)` drives it without a socket. */
export const createApp = ({ deployment, router, refusals, site, proxies }: AppParts): Hono => {
  const texts: RefusalTexts = { ...common.texts, ...refusals }
  const inWords = (refusal: Refusal, headers: Headers): Refusal => {
    const { code, status, data } = refusal
    return new ORPCError(code, {
      status,
      data,
      message: texts[code]?.[languageOf(headers)] ?? refusal.message,
    })
  }
  const api = new OpenAPIHandler(router, {
    clientInterceptors: [boundary as never],
    interceptors: [
      async ({ context, next }) => {
        try {
          return await next()
        } catch (error) {
          // Past the boundary only a body that cannot be decoded is not yet a refusal.
          const refusal = error instanceof ORPCError ? error : common.refuse('invalid')
          throw inWords(refusal, (context as Incoming).headers)
        }
      },
    ],
  })
  const limits = bodyLimits(router)
  const large = largeBodies(router)
  const app = new Hono()
  app.use(secureHeaders(deployment.publicUrl))
  app.get('/healthz', (c) => healthy(deployment, c))
  app.all('/api/*', async (c) => {
    const request = c.req.raw
    const answer = (refusal: Refusal) =>
      c.json(inWords(refusal, request.headers).toJSON(), refusal.status as 400)
    if (isForeign(request, deployment.publicUrl)) return answer(common.refuse('not-ours'))
    const context = incoming(deployment, c, proxies)
    const answered = async () => {
      const limited = await limits(request)
      if (!limited) return answer(common.refuse('too-large'))
      const handled = await api.handle(limited, { prefix: '/api', context: context as never })
      return handled.response ?? answer(common.refuse('missing'))
    }
    const response = await large(request, context, answered).catch((error: unknown) =>
      answer(asRefusal(error, deployment.report)),
    )
    for (const [name, value] of context.responseHeaders) response.headers.append(name, value)
    response.headers.set('cache-control', 'no-store')
    return packedAnswer(response, request.headers)
  })
  if (site) app.get('*', (c) => site(c.req.raw))
  app.notFound((c) => c.json(inWords(common.refuse('missing'), c.req.raw.headers).toJSON(), 404))
  return app
}

const incoming = (deployment: Deployment, c: Context, proxies?: Proxies): Incoming => ({
  deployment,
  headers: c.req.raw.headers,
  responseHeaders: new Headers(),
  address: () => addressOf(c, proxies),
})

const healthy = async ({ doors }: Deployment, c: Context) => {
  try {
    await doors.knock()
    return c.text('ok')
  } catch {
    return c.text('the database does not answer', 503)
  }
}
