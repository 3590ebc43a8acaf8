import type { Browser } from 'playwright-core'
import { codeOf } from '../src/testing/authenticator.ts'
import { post, runProgram } from '../src/testing/program.ts'
import { newDesk, site } from './browser.ts'

export const password = 'caballo tornillo lluvia nopal'

/** What whoever runs the server is shown for a command: the addresses to join at. */
const addressesFrom = async (args: readonly string[]) => {
  const program = runProgram('src/admin.ts', { DATA_DIR: site.dataDir, PUBLIC_URL: site.url }, args)
  const code = await program.ended
  const addresses = [...program.output().matchAll(/http\S+\/join#\S+/g)].map(([address]) => address)
  if (code !== 0 || addresses.length === 0) throw new Error(`No invitation: ${program.output()}`)
  return addresses
}

/**
 * A union of a journey's own, which no other journey sees: its two owners have just joined, each at a computer. Names and user
 * names are the journey's own too.
 */
export const newUnion = async (browser: Browser, name: string, owners: readonly [string, string]) => {
  const addresses = await addressesFrom(['organization', name, ...owners])
  return [
    await joined(browser, addresses[0]!, owners[0]),
    await joined(browser, addresses[1]!, owners[1]),
  ] as const
}

/** Takes an invitation with a user name, without the screens for it, and opens a page signed in with it. */
const joined = async (browser: Browser, address: string, alias: string) => {
  const token = address.split('#')[1]!
  const login = `${alias.toLowerCase()}-${token.slice(0, 6).replaceAll(/\W/g, 'x')}`
  const authenticator = await post(site.url, '/door/authenticator', { login })
  const { secret } = (await authenticator.json()) as { secret: string }
  const credentials = { kind: 'password', password, secret, code: codeOf(secret, new Date()) }
  const answered = await post(site.url, '/door/account', { token, login, credentials })
  if (answered.status !== 200) throw new Error(`${alias} could not join: ${await answered.text()}`)
  const opened = await newDesk(browser)
  const [name, value] = answered.headers.getSetCookie()[0]!.split(';')[0]!.split('=') as [string, string]
  await opened.context.addCookies([{ name, value, url: site.url, httpOnly: true, sameSite: 'Strict' }])
  return opened
}
