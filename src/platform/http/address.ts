import { createHmac, randomBytes } from 'node:crypto'
import { BlockList, isIP } from 'node:net'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

// Changes at every start and is nowhere on disk: yesterday's digests mean nothing today.
const salt = randomBytes(32)

/** Whose word about whom they speak for is believed: given the address a request came from. */
export type Proxies = (address: string) => boolean

/**
 * A digest of the caller's address, to slow down guessing; the address itself is never kept. From our own TLS proxy, on
 * loopback or where `TRUSTED_PROXY` says, the last `x-forwarded-for` entry counts, and from nobody else.
 */
export const addressOf = (c: Context, proxies: Proxies = isLoopbackAddress): string => {
  const direct = directAddress(c)
  const forwarded = proxies(direct) ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
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

/**
 * The proxies of a setting such as `10.89.7.0/24, ::1`, besides loopback. Undefined when it names anything but addresses and
 * networks, or a network so wide (under /8, under /16 for IPv6) that strangers would stand in it.
 */
export const proxiesIn = (written: string): Proxies | undefined => {
  const networks = written.split(',').map((part) => networkIn(part.trim()))
  if (networks.includes(undefined)) return undefined
  const known = new BlockList()
  for (const network of networks) known.addSubnet(network!.address, network!.bits, network!.family)
  return (address) => {
    // A socket open to both versions writes IPv4 as `::ffff:10.89.7.1`.
    const plain = address.replace(/^::ffff:(?=\d+\.)/, '')
    return isLoopbackAddress(address) || (isIP(plain) !== 0 && known.check(plain, familyOf(plain)))
  }
}

const familyOf = (address: string) => (isIP(address) === 4 ? 'ipv4' : 'ipv6')

const networkIn = (written: string) => {
  const [, address = '', length] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(written) ?? []
  if (isIP(address) === 0) return undefined
  const family = familyOf(address)
  const [least, most] = family === 'ipv4' ? [8, 32] : [16, 128]
  const bits = Number(length ?? most)
  return bits < least || bits > most ? undefined : { address, bits, family: family as 'ipv4' | 'ipv6' }
}

/** A host name or address, as it stands in a URL, that never leaves this machine. */
export const isLoopback = (host: string): boolean =>
  /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(host)
