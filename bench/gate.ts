import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { claim } from '../scripts/claim.ts'
import { findChromium } from '../src/testing/chromium.ts'
import { dataFolder, freePort, runProgram, startServer, stopServer } from '../src/testing/program.ts'
import { sayHowBusy } from './support/others.ts'
import { median } from './support/times.ts'
import { openWire } from './support/wire.ts'

const [slower, turns, pin] = [4, 7, '482915']

/**
 * A delegate's phone at the gate: Chromium with a processor slowed four times, the built client and the real server with the
 * demo world. What the first load brings over the wire, from the invitation until the phone works without a signal; then how
 * long a reload takes without one, until the PIN can be typed and, with it typed, until the people are there.
 */
export const run = async () => {
  sayHowBusy()
  const { folder, drop } = dataFolder()
  const [port, wirePort] = [await freePort(), await freePort()]
  const address = { DATA_DIR: folder, PUBLIC_URL: `http://localhost:${wirePort}` }
  const server = await startServer({ ...address, PORT: String(port), DEMO: 'on' })
  const wire = await openWire(wirePort, port)
  const context = await chromium.launchPersistentContext(mkdtempSync(join(folder, 'phone-')), {
    executablePath: findChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
    locale: 'es-MX',
    timezoneId: 'America/Mexico_City',
  })
  try {
    const page = await slowed(context)
    await firstLoad(page, await invitation(address))
    const scripts = [...wire.paths].map((path) => `dist/client${path}`).filter((file) => file.endsWith('.js'))
    if (!scripts.every((file) => existsSync(file)) || scripts.length < 3)
      throw new Error(`Not the scripts of a build: ${scripts}`)
    const all = wire.bytes()
    const script = scripts.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0)
    await context.setOffline(true)
    await page.addInitScript(typePin, pin)
    const times = []
    for (let turn = 0; turn < turns; turn++) times.push(await offlineReload(page))
    const [locked, usable] = [median(times.map((one) => one.locked)), median(times.map((one) => one.usable))]
    const files = `${wire.paths.size} requests`
    claim(
      'gate, first load',
      `${(all / 1000).toFixed(0)} kB over the wire, ${files}`,
      '≤ 1 MB',
      all <= 1_000_000,
    )
    claim('gate, JavaScript gzipped', `${(script / 1000).toFixed(0)} kB`, '≤ 220 kB', script <= 220_000)
    claim('gate, offline reload to the PIN', `${(locked / 1000).toFixed(2)} s`, '< 1.5 s', locked < 1_500)
    claim(
      'gate, offline reload to the people, the PIN typed at once',
      `${(usable / 1000).toFixed(2)} s`,
      '< 1.5 s',
      usable < 1_500,
    )
  } finally {
    await context.close()
    wire.close()
    await stopServer(server)
    drop()
  }
}

const slowed = async (context: BrowserContext): Promise<Page> => {
  const page = context.pages()[0] ?? (await context.newPage())
  const devtools = await context.newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower })
  return page
}

const invitation = async (address: Record<string, string>): Promise<string> => {
  const asked = ['invite', 'Sindicato Independiente El Mezquite', 'Yolanda', '--list', 'Noche']
  const program = runProgram('src/admin.ts', address, asked)
  await program.ended
  const link = /http\S+\/join#\S+/.exec(program.output())?.[0]
  if (!link) throw new Error(`No invitation: ${program.output()}`)
  return link
}

const firstLoad = async (page: Page, link: string) => {
  await page.goto(link)
  await page.getByRole('button', { name: 'Usar este teléfono con un PIN' }).click()
  await page.getByLabel('Elige un PIN de seis números').fill(pin)
  await page.getByLabel('Escríbelo otra vez').fill(pin)
  await page.getByRole('button', { name: 'Guardar y empezar' }).click()
  await page.waitForURL('**/gate')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForFunction(async () => (await navigator.serviceWorker.ready).active?.state === 'activated')
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
}

/** Milliseconds of the page's own clock, which begins with the reload. */
type Reload = { locked: number; usable: number }

const offlineReload = async (page: Page): Promise<Reload> => {
  await page.reload({ waitUntil: 'commit' })
  const clock = await page.waitForFunction(() => (globalThis as unknown as { reloaded?: Reload }).reloaded)
  return (await clock.jsonValue()) as Reload
}

/** Types the PIN as soon as there is where, by the page's own means, and notes when the people are there. */
const typePin = (typed: string) => {
  let locked: number | undefined
  const look = () => {
    const field = document.querySelector<HTMLInputElement>('input[inputmode=numeric]')
    if (locked === undefined && field) {
      locked = performance.now()
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(field, typed)
      field.dispatchEvent(new Event('input', { bubbles: true }))
      setTimeout(() => field.form!.requestSubmit())
    }
    if (
      locked !== undefined &&
      document.querySelector('main a[href^="/gate/people/"], nav a[href="/gate/list"]')
    )
      Object.assign(globalThis, { reloaded: { locked, usable: performance.now() } })
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}
