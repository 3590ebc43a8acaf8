import { createHmac, randomBytes } from 'node:crypto'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

// Changes at every start and is nowhere on disk: yesterday's digests mean nothing today.
const salt = randomBytes(32)

/**
 * A digest of the caller's address, to slow down guessing; the address itself is never kept. Behind our own TLS proxy on
 * loopback the proxy's last `x-forwarded-for` entry counts, and from nobody else.
 */
export const addressOf = (c: Context): string => {
  const direct = directAddress(c)
  const forwarded = isLoopbackAddress(direct)
    ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
    : undefined
  return createHmac('sha256', salt)
    .update(forwarded ?? direct)
    .digest('base64url')
    .slice(0, 16)
}

const directAddress = (c: Context): string => {
  // `app.request(…)` has no socket.
  if (!c.env?.incoming) return 'none'
  return getConnInfo(c).remote.address ?? 'none'
}

const isLoopbackAddress = (address: string) => /^(127\.|::1$|::ffff:127\.)/.test(address)

/** A host name or address, as it stands in a URL, that never leaves this machine. */
export const isLoopback = (host: string): boolean =>
  /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(host)
