import { existsSync, readFileSync } from 'node:fs'
import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}

/** What the network does with a delivery: passes it on, loses it, or loses only the answer. */
export type Network = 'passes' | 'loses' | 'loses the answer'

/**
 * Stands before a server as a host's own web server would, and gives phones an older application until it is told otherwise:
 * the day of an upgrade, as a phone meets it. `to` is the server's port once it is known.
 */
export const openFront = async (older: string) => {
  const front = { older: true, network: 'passes' as Network, deliveries: 0, to: 0 }
  const server = createServer((request, response) => {
    answer(front, older, request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  return { front, port, close }
}

type Front = Awaited<ReturnType<typeof openFront>>['front']

const answer = async (front: Front, older: string, request: IncomingMessage, response: ServerResponse) => {
  const path = request.url!.split('?')[0]!
  const delivery = path === '/api/offline/deliveries'
  if (delivery && front.network === 'loses') return response.destroy()
  const passed = await pass(front.to, request)
  if (delivery) front.deliveries += 1
  if (delivery && front.network === 'loses the answer') return response.destroy()
  const kept = path.startsWith('/api/') ? undefined : olderFile(front, older, path)
  if (!kept) {
    response.writeHead(passed.statusCode!, passed.headers)
    return passed.pipe(response)
  }
  passed.resume()
  // The page's policy is the server's own; only the file is an older one.
  const { etag: _, 'content-length': __, 'content-encoding': ___, ...headers } = passed.headers
  response.writeHead(200, { ...headers, 'content-type': types[extname(kept)] ?? 'application/octet-stream' })
  return response.end(readFileSync(kept))
}

const pass = (port: number, request: IncomingMessage) =>
  new Promise<IncomingMessage>((resolve, reject) => {
    const { method, headers, url: path } = request
    const passing = forward({ host: '127.0.0.1', port, method, headers, path }, resolve)
    passing.on('error', reject)
    request.pipe(passing)
  })

const olderFile = ({ older }: Front, folder: string, path: string): string | undefined => {
  if (!older) return undefined
  const file = join(folder, extname(path) === '' ? 'index.html' : path)
  return existsSync(file) ? file : undefined
}
