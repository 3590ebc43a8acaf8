import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { addressOf, type Proxies, proxiesIn } from './address.ts'

/** Asks over a real socket from one loopback address to another, so that who is believed can be told from who is not. */
const digests = async (proxies: Proxies | undefined, from: string, forwarded: readonly string[]) => {
  const app = new Hono()
  app.get('/', (c) => c.text(addressOf(c, proxies)))
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  const ask = (value: string) =>
    new Promise<string>((resolve, reject) => {
      const headers = { 'x-forwarded-for': value }
      request({ host: '127.0.0.1', port, localAddress: from, headers, agent: false }, (answer) => {
        answer.setEncoding('utf8').once('data', resolve)
      })
        .once('error', reject)
        .end()
    })
  const seen: string[] = []
  for (const value of forwarded) seen.push(await ask(value))
  await new Promise((resolve) => server.close(resolve))
  return seen
}

/** Only what the setting names, as where the proxy is not on loopback. */
const only =
  (known: string): Proxies =>
  (address) =>
    address === known

describe('whose address is slowed down', () => {
  test('nobody believes an address that a stranger wrote', async () => {
    const [one, other] = await digests(only('127.0.0.9'), '127.0.0.1', ['203.0.113.1', '203.0.113.2'])
    expect(one).toBe(other)
  })

  test('two callers of a trusted proxy are two, by the entry that the proxy itself added', async () => {
    const [one, other, padded] = await digests(only('127.0.0.9'), '127.0.0.9', [
      '203.0.113.1',
      '203.0.113.2',
      '198.51.100.7, 203.0.113.1',
    ])
    expect(one).not.toBe(other)
    expect(padded).toBe(one)
  })
})

describe('TRUSTED_PROXY', () => {
  test.each([
    'proxy',
    '10.89.7.0/24/1',
    '10.89.7.0/',
    '10.89.7.0/33',
    '0.0.0.0/0',
    '10.0.0.0/7',
    '::/0',
    '',
    ',',
  ])('“%s” is refused', (written) => expect(proxiesIn(written)).toBeUndefined())

  test('names addresses and networks of both kinds, and this machine always', () => {
    const proxies = proxiesIn('10.89.7.0/24, 192.0.2.5,fd00:89::/64')!
    for (const address of ['10.89.7.1', '::ffff:10.89.7.254', '192.0.2.5', 'fd00:89::1', '127.0.0.1', '::1'])
      expect(proxies(address), address).toBe(true)
    for (const address of ['10.89.8.1', '192.0.2.6', 'fd00:90::1', '203.0.113.1', 'none', ''])
      expect(proxies(address), address).toBe(false)
  })
})
