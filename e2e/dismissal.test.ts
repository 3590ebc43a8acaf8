import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { desk, joinWithPin, newPhone, openBrowser, site, unlock } from './browser.ts'
import { invitation } from './invitation.ts'

describe('Tere is dismissed from the plant and from the team', () => {
  const phone = newPhone()
  let address: string
  beforeAll(async () => {
    address = await invitation('Sindicato Independiente El Mezquite', 'Tere', 'Noche')
  })
  afterAll(phone.drop)

  test('one action closes her access, hands her people on and says what her phone held; the phone opens nothing more', async () => {
    const held = await phone.open()
    await joinWithPin(held.page, address)
    const browser = await openBrowser()
    const { page, wrong } = await desk(browser, 'graciela')
    page.setDefaultTimeout(15_000)
    await page.goto(`${site.url}/team`)
    await page.getByRole('link', { name: 'Alguien deja el equipo' }).click()
    await page.getByLabel('¿Quién se va?').selectOption({ label: 'Tere' })
    await page.getByLabel('¿Quién recibe a su gente?').selectOption({ label: 'Lupita' })
    await page.getByRole('button', { name: 'Cerrar su acceso y pasar su gente' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Cerrar su acceso y pasar su gente' }).click()
    await page.getByText('Su acceso está cerrado.').waitFor()
    await page.getByText(/tenía \d+ personas/).waitFor()
    expect(wrong).toEqual([])
    await browser.close()
    await held.page.reload()
    const wiped = held.page.getByRole('heading', { name: 'Este teléfono ya no tiene tu lista' })
    // The PIN may be asked for until the phone has heard of it.
    await Promise.race([wiped.waitFor(), unlock(held.page).catch(() => {})])
    await wiped.waitFor()
  })
})
