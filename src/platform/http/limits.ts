import { type AnyContractRouter, isContractProcedure } from '@orpc/contract'
import type * as z from 'zod'
import type { Access } from './operation.ts'

const ordinary = 256 * 1024

/** Whether a browser says that the request came from another site's page. */
export const isForeign = (request: Request, publicUrl: string): boolean => {
  if (request.method === 'GET' || request.method === 'HEAD') return false
  const origin = request.headers.get('origin')
  const site = request.headers.get('sec-fetch-site')
  return (
    (origin !== null && origin !== publicUrl) || (site !== null && site !== 'same-origin' && site !== 'none')
  )
}

/**
 * Reads each request's body up to what its operation takes (256 kB unless its contract says more); `undefined` when it is
 * larger. The declared length is not believed: what arrives is counted.
 */
export const bodyLimits = (router: object) => {
  const larger = operations(router).filter(({ bytes }) => bytes > ordinary)
  return async (request: Request): Promise<Request | undefined> => {
    // Asked first: to look for the body of a question makes a whole second request of it.
    if (request.method === 'GET' || request.method === 'HEAD' || !request.body) return request
    const path = new URL(request.url).pathname.replace(/^\/api/, '')
    const most =
      larger.find(({ method, pattern }) => method === request.method && pattern.test(path))?.bytes ?? ordinary
    if (Number(request.headers.get('content-length') ?? 0) > most) return undefined
    const body = await readUpTo(request.body, most)
    const { method, headers } = request
    return body && new Request(request.url, { method, headers, body })
  }
}

/** One operation of a router: its name (`people.get`), its route, what it takes, and what its contract says of access. */
export type Operation = {
  name: string
  method: string
  path: string
  pattern: RegExp
  bytes: number
  access: Access
  input: z.ZodType | undefined
}

export const operations = (router: object, name = ''): Operation[] => {
  if (!isContractProcedure(router))
    return Object.entries(router).flatMap(([key, inner]) =>
      operations(inner as AnyContractRouter, name ? `${name}.${key}` : key),
    )
  const { route, meta, inputSchema } = router['~orpc']
  const access = meta as Access
  const path = route.path ?? ''
  const pattern = new RegExp(`^${path.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`)
  const bytes = access.bodyBytes ?? ordinary
  return [{ name, method: route.method ?? 'GET', path, pattern, bytes, access, input: inputSchema as never }]
}

const readUpTo = async (
  stream: ReadableStream<Uint8Array>,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> => {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size > most) return undefined
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}
