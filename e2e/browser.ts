import { existsSync, mkdirSync, mkdtempSync, readlinkSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { inject } from 'vitest'
import { codeOf } from '../src/testing/authenticator.ts'

export const site = inject('site')

/** A server with a demo world: the journeys' own, or one that a journey started for itself. */
export type Place = Pick<typeof site, 'url' | 'dataDir' | 'accounts'>

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export type Width = 390 | 1280

const shape = (width: Width, locale = 'es-MX') => ({
  viewport: { width, height: width === 390 ? 844 : 900 },
  locale,
  timezoneId: 'America/Mexico_City',
  ...(width === 390 ? { isMobile: true, hasTouch: true } : {}),
})

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: site.chromium, args: flags })

/** Every page a journey opened. */
export const pages: Page[] = []

export type Watched = { page: Page; wrong: string[]; strangers: string[] }

/** Listens to a page: what it complained of, and every request to somebody else's server. */
export const watch = (page: Page): Watched => {
  const wrong: string[] = []
  const strangers: string[] = []
  pages.push(page)
  page.on('pageerror', (error) => wrong.push(error.message))
  page.on('console', (message) => {
    const expected = /status of (401|404)|ERR_INTERNET_DISCONNECTED/.test(message.text())
    if (message.type() === 'error' && !expected) wrong.push(`${message.text()} ${message.location().url}`)
  })
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url())
    if (protocol.startsWith('http') && host !== new URL(site.url).host) strangers.push(request.url())
  })
  return { page, wrong, strangers }
}

/** Somebody at the desk: signed in once with user name, password and code, because a code works once. */
export const desk = async (
  browser: Browser,
  login: string,
  width: Width = 1280,
  locale = 'es-MX',
  at: Place = site,
) => {
  const folder = join(at.dataDir, 'signed-in')
  const state = join(folder, `${login}.json`)
  if (!existsSync(state)) {
    mkdirSync(folder, { recursive: true })
    await signIn(browser, login, state, at)
  }
  const context = await browser.newContext({ ...shape(width, locale), storageState: state })
  await context.addInitScript((language) => localStorage.setItem('language', language), locale.slice(0, 2))
  return { context, ...watch(await context.newPage()) }
}

/** A computer that nobody has signed in at. */
export const newDesk = async (browser: Browser, width: Width = 1280) => {
  const context = await browser.newContext(shape(width))
  return { context, ...watch(await context.newPage()) }
}

const signIn = async (browser: Browser, login: string, state: string, { url, accounts }: Place) => {
  const account = accounts.find((one) => one.login === login)
  if (!account) throw new Error(`Nobody of the demo signs in as ${login}`)
  const context = await browser.newContext(shape(1280))
  const page = await context.newPage()
  await page.goto(url)
  await page.getByLabel('Usuario').fill(login)
  await page.getByLabel('Contraseña').first().fill(account.password)
  await page.getByLabel('Código de tu aplicación').fill(codeOf(account.secret, new Date()))
  await page.getByRole('button', { name: 'Entrar', exact: true }).click()
  await page.getByRole('navigation').first().waitFor()
  await context.storageState({ path: state })
  await context.close()
}

export const pin = '482915'

/** A delegate's phone: a browser with a memory of its own, which may be killed and opened again. */
export const newPhone = () => {
  const memory = mkdtempSync(join(site.dataDir, 'phone-'))
  let context: BrowserContext | undefined
  const open = async () => {
    context = await chromium.launchPersistentContext(memory, {
      executablePath: site.chromium,
      args: flags,
      ...shape(390),
    })
    return { context, ...watch(context.pages()[0] ?? (await context.newPage())) }
  }
  /** The battery comes out: no page, worker or database gets to say goodbye. */
  const kill = async () => {
    const closed = new Promise((resolve) => context?.once('close', resolve))
    // Chromium notes who holds its memory: the machine's name and the process.
    process.kill(Number(readlinkSync(join(memory, 'SingletonLock')).split('-').at(-1)), 'SIGKILL')
    await closed
  }
  const close = async () => {
    await context?.close().catch(() => {})
    context = undefined
  }
  const drop = async () => {
    await close()
    rmSync(memory, { recursive: true, force: true })
  }
  return { open, kill, close, drop }
}

/** Takes an invitation on a phone, with a PIN, until the day's work stands on it and works without a signal. */
export const joinWithPin = async (page: Page, address: string) => {
  await page.goto(address)
  await page.getByRole('button', { name: 'Usar este teléfono con un PIN' }).click()
  await page.getByLabel('Elige un PIN de seis números').fill(pin)
  await page.getByLabel('Escríbelo otra vez').fill(pin)
  await page.getByRole('button', { name: 'Guardar y empezar' }).click()
  await page.waitForURL('**/gate')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
}

export const unlock = async (page: Page) => {
  await page.getByLabel('Tu PIN').fill(pin)
  await page.getByRole('button', { name: 'Abrir' }).click()
  await page.getByRole('navigation').first().waitFor()
}
