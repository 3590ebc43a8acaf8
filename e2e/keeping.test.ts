import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { desk, joinWithPin, newPhone, openBrowser, site, unlock } from './browser.ts'
import { invitation } from './invitation.ts'
import { openPerson } from './people.ts'

const union = 'Sindicato Independiente El Mezquite'

const steps = [
  { role: 'radio', name: /Apoya/ },
  { role: 'checkbox', name: /^Transporte/ },
  { role: 'radio', name: /^Ir a una reunión/ },
  { role: 'radio', name: /^Va a venir/ },
  { role: 'radio', name: /^En 3 días/ },
  { role: 'radio', name: /^Por teléfono/ },
] as const
type Step = (typeof steps)[number]

const box = (page: Page, { role, name }: Step) => page.getByRole(role, { name }).first()
const tap = (page: Page, step: Step) => box(page, step).check({ force: true })
const kept = (page: Page) => page.locator('[data-keeping="kept"]').waitFor()
const save = (page: Page) => page.getByRole('button', { name: 'Guardar', exact: true }).tap()
const onPhone = (page: Page, count: number) => page.getByText(`${count} en este teléfono`).first().waitFor()

describe('Chela’s phone dies at each step of noting a conversation', () => {
  const phone = newPhone()
  let address: string
  beforeAll(async () => {
    address = await invitation(union, 'Chela', 'Noche')
  })
  afterAll(phone.drop)

  /** As she would: opens the application, types her PIN, and goes on with what the first screen says is half filled. */
  const reopen = async (signal = false) => {
    const { page, context, wrong } = await phone.open()
    page.setDefaultTimeout(20_000)
    await context.setOffline(!signal)
    await page.goto(`${site.url}/gate`)
    await unlock(page)
    return { page, context, wrong }
  }
  const goOn = (page: Page) => page.getByRole('link', { name: 'Seguir' }).first().tap()

  test('each time she goes on where she was; what she saved is sent once', async () => {
    const first = await phone.open()
    await joinWithPin(first.page, address)
    await first.context.setOffline(true)
    await first.page.getByRole('link', { name: 'Agregar' }).first().tap()
    await first.page.getByLabel('Apodo').fill('el del camión blanco')
    await kept(first.page)
    await phone.kill()

    const named = await reopen()
    await goOn(named.page)
    await expect.poll(() => named.page.getByLabel('Apodo').inputValue()).toBe('el del camión blanco')
    await named.page.getByRole('radio', { name: 'Noche' }).check({ force: true })
    await kept(named.page)
    await phone.kill()

    const placed = await reopen()
    await goOn(placed.page)
    await expect.poll(() => placed.page.getByRole('radio', { name: 'Noche' }).isChecked()).toBe(true)
    await placed.page.getByRole('button', { name: 'Guardar y anotar plática' }).tap()
    await onPhone(placed.page, 1)
    await tap(placed.page, steps[0])
    await kept(placed.page)
    await phone.kill()

    for (const [at, step] of steps.slice(1).entries()) {
      const { page } = await reopen()
      await onPhone(page, 1)
      await goOn(page)
      for (const before of steps.slice(0, at + 1))
        await expect.poll(() => box(page, before).isChecked(), { message: `${step.name}` }).toBe(true)
      await tap(page, step)
      await kept(page)
      await phone.kill()
    }

    const full = await reopen()
    await goOn(full.page)
    for (const step of steps) await expect.poll(() => box(full.page, step).isChecked()).toBe(true)
    await save(full.page)
    await onPhone(full.page, 2)
    await phone.kill()

    const sent = await reopen(true)
    await sent.page.getByText('Todo enviado').first().waitFor()
    expect(await sent.page.getByText('A medio llenar').count()).toBe(0)
    await phone.close()
  }, 240_000)

  test('killed as she saves or as it is sent, it is either still a form or saved, never both; the desk sees each once', async () => {
    let saved = 1
    for (const waitMs of [0, 5, 15, 40, 120]) {
      const { page } = await reopen(true)
      await page.getByRole('link', { name: 'Gente' }).tap()
      await page.getByRole('link', { name: /el del camión blanco/ }).tap()
      await page.getByRole('link', { name: 'Anotar plática' }).tap()
      await tap(page, steps[0])
      await kept(page)
      await Promise.race([save(page), page.waitForTimeout(2_000)]).catch(() => {})
      await page.waitForTimeout(waitMs)
      await phone.kill()
      const { page: after } = await reopen(true)
      await after.getByText('Todo enviado').first().waitFor()
      const still = await after.getByText('A medio llenar').count()
      if (still > 0) {
        await goOn(after)
        await save(after)
        await after.getByText('Todo enviado').first().waitFor()
      }
      saved += 1
      await phone.close()
    }
    const browser = await openBrowser()
    const { page } = await desk(browser, 'graciela')
    await openPerson(page, 'camión blanco')
    await page.getByText('Por teléfono').first().waitFor()
    expect(await page.getByText('Chela').count()).toBe(saved)
    await browser.close()
  }, 240_000)
})

/** Takes what room is left on the phone, down to the last kilobyte. */
const fill = (page: Page) =>
  page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('photos', 1)
      opening.onupgradeneeded = () => opening.result.createObjectStore('photos', { autoIncrement: true })
      opening.onsuccess = () => resolve(opening.result)
      opening.onerror = () => reject(opening.error)
    })
    const fits = (bytes: number) =>
      new Promise<boolean>((resolve) => {
        const tx = db.transaction('photos', 'readwrite')
        tx.objectStore('photos').put(crypto.getRandomValues(new Uint8Array(bytes)))
        tx.oncomplete = () => resolve(true)
        tx.onabort = () => resolve(false)
      })
    for (const bytes of [60_000, 4_000, 100]) while (await fits(bytes));
    db.close()
  })

describe('Rita’s phone is full', () => {
  const phone = newPhone()
  afterAll(phone.drop)

  test('the screen says that nothing was saved and what to do; nothing typed is lost, not even behind the lock', async () => {
    const { page, context } = await phone.open()
    page.setDefaultTimeout(20_000)
    await context.clock.install()
    const chromium = await context.newCDPSession(page)
    const room = (quotaSize?: number) =>
      chromium.send('Storage.overrideQuotaForOrigin', {
        origin: site.url,
        ...(quotaSize === undefined ? {} : { quotaSize }),
      })
    await room(20_000_000)
    await joinWithPin(page, await invitation(union, 'Rita', 'Noche'))
    await context.setOffline(true)
    await page.getByRole('link', { name: 'Agregar' }).first().tap()
    await page.getByLabel('Apodo').fill('la de los aretes')
    await page.getByRole('button', { name: 'Guardar y anotar plática' }).tap()
    await onPhone(page, 1)

    await fill(page)
    for (const step of steps) await tap(page, step)
    await page.getByText('lo que llenaste está solo en esta pantalla').waitFor()
    await save(page)
    await page.getByRole('alert').getByText('no se guardó').waitFor()
    await onPhone(page, 1)
    for (const step of steps) expect(await box(page, step).isChecked()).toBe(true)

    // She goes to her photos; the phone locks meanwhile, and without room a try of the PIN cannot be counted.
    await context.clock.fastForward(150_000)
    await page.getByLabel('Tu PIN').fill('482915')
    await page.getByRole('button', { name: 'Abrir' }).tap()
    await page.getByText('Borra fotos o videos y vuelve a escribir tu PIN').waitFor()

    await room()
    await unlock(page)
    for (const step of steps) await expect.poll(() => box(page, step).isChecked()).toBe(true)
    await save(page)
    await onPhone(page, 2)
    expect(await page.getByRole('alert').count()).toBe(0)
    await context.setOffline(false)
    await page.getByText('Todo enviado').first().waitFor()
  })
})
