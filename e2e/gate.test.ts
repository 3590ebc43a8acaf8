import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { desk, joinWithPin, newPhone, openBrowser, site, unlock, watch } from './browser.ts'
import { invitation } from './invitation.ts'
import { openPerson } from './people.ts'

const union = 'Sindicato Independiente El Mezquite'
let address: string
beforeAll(async () => {
  address = await invitation(union, 'Yolanda', 'Noche')
})

/** One tap each, on what a thumb can hit. */
const talk = async (page: Page, taps: readonly [role: 'radio' | 'checkbox', name: RegExp][]) => {
  for (const [role, name] of taps) await page.getByRole(role, { name }).first().check({ force: true })
  await page.getByRole('button', { name: 'Guardar', exact: true }).tap()
  return taps.length + 1
}

const addStranger = async (page: Page, handle: string) => {
  await page.getByRole('link', { name: 'Agregar' }).first().tap()
  await page.getByLabel('Apodo').fill(handle)
  await page.getByRole('radio', { name: 'Noche' }).check({ force: true })
}

describe('at the gate, without a signal', () => {
  const phone = newPhone()
  afterEach(phone.close)
  afterAll(phone.drop)

  test('an invitation that was used, or never was, opens nothing', async () => {
    const browser = await openBrowser()
    const { page } = watch(await browser.newPage({ locale: 'es-MX' }))
    await page.goto(`${site.url}/join#${'x'.repeat(43)}`)
    await page.getByText('Esta invitación ya no sirve').waitFor()
    await browser.close()
  })

  test('Yolanda adds a stranger and notes the talk in eight taps; a dead battery, a restart and the returning signal lose and double nothing', async () => {
    const first = await phone.open()
    await joinWithPin(first.page, address)
    await first.context.setOffline(true)
    await addStranger(first.page, 'la güera de pintura')
    await first.page.getByRole('button', { name: 'Guardar y anotar plática' }).tap()
    await first.page.getByRole('heading', { name: 'la güera de pintura' }).waitFor()
    await first.page.getByText('Anotar plática').waitFor()
    const taps = await talk(first.page, [
      ['radio', /Apoya/],
      ['checkbox', /^Transporte/],
      ['radio', /^Ir a una reunión/],
      ['radio', /^Va a venir/],
      ['radio', /^En 3 días/],
    ])
    expect(taps).toBeLessThanOrEqual(8)
    await first.page.getByText('2 en este teléfono').first().waitFor()
    expect(first.wrong).toEqual([])
    await phone.kill()

    const second = await phone.open()
    await second.context.setOffline(true)
    await second.page.goto(`${site.url}/gate`)
    await unlock(second.page)
    await second.page.getByText('2 en este teléfono').first().waitFor()
    await second.page.getByRole('link', { name: 'Gente' }).tap()
    await second.page.getByText('la güera de pintura').waitFor()
    await phone.kill()

    const third = await phone.open()
    await third.page.goto(`${site.url}/gate`)
    await third.page.getByLabel('Tu PIN').waitFor()
    await unlock(third.page)
    await third.page.getByText('Todo enviado').first().waitFor()
    await third.page.getByRole('link', { name: 'Gente' }).tap()
    await third.page.getByText('la güera de pintura').first().waitFor()
    expect(await third.page.getByText('la güera de pintura').count()).toBe(1)
    expect([...second.wrong, ...third.wrong, ...second.strangers, ...third.strangers]).toEqual([])
  })

  test('what the coordinator sees is what was said at the gate, once, and the name costs an entry in the log', async () => {
    const browser = await openBrowser()
    const { page, wrong } = await desk(browser, 'graciela')
    await openPerson(page, 'güera pintura')
    await page.getByText('Yolanda').first().waitFor()
    await page
      .getByText(/Va a venir/)
      .first()
      .waitFor()
    expect(await page.getByText(/Ir a una reunión/).count()).toBe(1)
    expect(wrong).toEqual([])
    await browser.close()
  })

  test('ten wrong PINs erase the list but not what waits; the phone says so', async () => {
    const again = newPhone()
    const { page, context } = await again.open()
    await joinWithPin(page, await invitation(union, 'Nadia', 'Noche'))
    await context.setOffline(true)
    await addStranger(page, 'el de la gorra azul')
    await page.getByRole('button', { name: 'Solo guardar' }).tap()
    await page.getByText('1 en este teléfono').first().waitFor()
    await page.reload()
    for (let turn = 0; turn < 10; turn++) {
      await page.getByLabel('Tu PIN').fill('111222')
      await page.getByRole('button', { name: 'Abrir' }).tap()
      if (turn < 9) await page.getByText(`${9 - turn} intento`).waitFor()
    }
    await page.getByRole('heading', { name: 'Este teléfono ya no tiene tu lista' }).waitFor()
    await page.getByText('Queda 1 anotación sellada por enviar').waitFor()
    await context.setOffline(false)
    await expect
      .poll(() => page.getByText('Queda 1 anotación sellada por enviar').count(), { timeout: 20_000 })
      .toBe(0)
    await again.drop()
  })

  test('the list expires after three days without a signal', async () => {
    const later = await phone.open()
    await later.context.clock.install({ time: Date.now() + 73 * 3_600_000 })
    await later.context.setOffline(true)
    await later.page.goto(`${site.url}/gate`)
    await unlock(later.page)
    await later.page.getByText('Tu lista no está en este teléfono').waitFor()
    expect(await later.page.getByText('la güera de pintura').count()).toBe(0)
  })
})
