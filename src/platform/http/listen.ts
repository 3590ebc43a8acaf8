import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { complain } from '../text/complaints.ts'

type Fetch = (request: Request, env: object) => Response | Promise<Response>

/** A port that is ours from the first moment: until `open`, every request is told to come back. */
export type Listening = {
  port: number
  open: (fetch: Fetch) => void
  /** Takes no new request, lets those under way end, and cuts what has not ended after `patienceMs`. */
  close: (patienceMs: number) => Promise<void>
}

export const listen = async (host: string, port: number): Promise<Listening> => {
  let answer: Fetch = notYet
  const server = createAdaptorServer({ fetch: (request, env) => answer(request, env) }) as Server
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(complain(error.code === 'EADDRINUSE' ? 'port-taken' : 'port-refused', { port, host }, error)),
    )
    server.listen(port, host, resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    open: (fetch) => {
      answer = fetch
    },
    close: (patienceMs) =>
      new Promise((resolve) => {
        const cut = setTimeout(() => server.closeAllConnections(), patienceMs)
        // A browser keeps its connection open after the answer, in case it asks again.
        const idle = setInterval(() => server.closeIdleConnections(), 50)
        server.close(() => {
          clearTimeout(cut)
          clearInterval(idle)
          resolve()
        })
      }),
  }
}

const notYet = () =>
  new Response('starting\n', { status: 503, headers: { 'retry-after': '2', 'cache-control': 'no-store' } })
