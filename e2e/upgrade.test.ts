import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dataFolder, type Program, startServer, stopServer } from '../src/testing/program.ts'
import { desk, joinWithPin, newPhone, openBrowser, type Place, unlock } from './browser.ts'
import { invitation } from './invitation.ts'
import { openFront } from './older/front.ts'
import { openPerson } from './people.ts'

const union = 'Sindicato Independiente El Mezquite'

describe('the day the server is upgraded, on a phone that was not', () => {
  const phone = newPhone()
  const data = dataFolder()
  const older = dataFolder()
  let place: Place
  let server: Program
  let opened: Awaited<ReturnType<typeof openFront>>

  beforeAll(async () => {
    const { NODE_ENV: _, VITEST: __, ...env } = process.env
    const script = join(import.meta.dirname, 'older', 'build.ts')
    execFileSync(process.execPath, ['--conditions=source', script, older.folder], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    opened = await openFront(older.folder)
    const url = `http://localhost:${opened.port}`
    const started = await startServer({ DATA_DIR: data.folder, DEMO: 'on', PUBLIC_URL: url })
    server = started
    opened.front.to = Number(new URL(started.url).port)
    const { accounts } = JSON.parse(readFileSync(join(data.folder, 'demo.json'), 'utf8'))
    place = { url, dataDir: data.folder, accounts }
  }, 180_000)
  afterAll(async () => {
    await phone.drop()
    opened?.close()
    if (server) await stopServer(server)
    data.drop()
    older.drop()
  })

  const talkTo = async (page: Page, handle: string) => {
    await page.getByRole('link', { name: 'Gente' }).tap()
    await page
      .getByRole('link', { name: new RegExp(handle) })
      .first()
      .tap()
    await page.getByRole('link', { name: 'Anotar plática' }).tap()
  }
  const level = (page: Page, name: RegExp) => page.getByRole('radio', { name }).first()

  test('what waits in its outbox is upgraded and arrives once; the update does not fall into a half-filled form', async () => {
    const { page, context, wrong } = await phone.open()
    page.setDefaultTimeout(20_000)
    await joinWithPin(page, await invitation(union, 'Toña', 'Noche', place))
    opened.front.network = 'loses'
    await page.getByRole('link', { name: 'Agregar' }).first().tap()
    await page.getByLabel('Apodo').fill('el del casco morado')
    await page.getByRole('button', { name: 'Guardar y anotar plática' }).tap()
    await level(page, /Apoya/).check({ force: true })
    expect(await page.getByText('¿Cómo platicaron?').count()).toBe(0)
    await page.getByRole('button', { name: 'Guardar', exact: true }).tap()
    await page.getByText('2 en este teléfono').first().waitFor()

    // She is in the middle of a second one as the browser finds the new version.
    await talkTo(page, 'el del casco morado')
    await level(page, /Duda/).check({ force: true })
    await page.locator('[data-keeping="kept"]').waitFor()
    opened.front.older = false
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())!.update())
    const take = page.getByRole('button', { name: 'Actualizar' })
    await take.waitFor()
    expect(await level(page, /Duda/).isChecked()).toBe(true)
    expect(await page.getByText('¿Cómo platicaron?').count()).toBe(0)
    await Promise.all([page.waitForEvent('load'), take.tap()])
    await unlock(page)
    await expect.poll(() => level(page, /Duda/).isChecked()).toBe(true)
    await page.getByText('¿Cómo platicaron?').waitFor()

    // The new application shows what the old one wrote, and its server takes it in; the first answer is lost on the way.
    await page.getByText('2 en este teléfono').first().waitFor()
    const before = opened.front.deliveries
    opened.front.network = 'loses the answer'
    await page.getByRole('radio', { name: 'En su casa' }).check({ force: true })
    await page.getByRole('button', { name: 'Guardar', exact: true }).tap()
    await expect.poll(() => opened.front.deliveries, { timeout: 40_000 }).toBeGreaterThan(before)
    await page.getByText('3 en este teléfono').first().waitFor()
    opened.front.network = 'passes'
    await context.setOffline(true)
    await context.setOffline(false)
    await page.getByText('Todo enviado').first().waitFor()
    expect(wrong.filter((one) => !/ERR_EMPTY_RESPONSE|ERR_CONNECTION/.test(one))).toEqual([])

    const browser = await openBrowser()
    const { page: at } = await desk(browser, 'graciela', 1280, 'es-MX', place)
    await openPerson(at, 'casco morado', place)
    await at.getByText('En su casa').waitFor()
    expect(await at.getByText('Toña').count()).toBe(2)
    expect(await at.getByText('En su casa').count()).toBe(1)
    await browser.close()
  }, 180_000)
})
