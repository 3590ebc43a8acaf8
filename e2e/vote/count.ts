import type { Page } from 'playwright-core'
import { joinWithPin, type newPhone, unlock } from '../browser.ts'
import { invitation } from '../invitation.ts'
import { button } from '../screen.ts'

/** Somebody new of the night shift joins on this phone, and opens the count of an urn. */
export const openCounting = async (phone: ReturnType<typeof newPhone>, address: string): Promise<Page> => {
  const { page } = await phone.open()
  page.setDefaultTimeout(30_000)
  await joinWithPin(page, await invitation('Sindicato Independiente El Mezquite', 'Cuenta', 'Noche'))
  await page.goto(address)
  await unlock(page)
  return page
}

/** Notes what one counter found in an urn that received four ballots; answers the digest shown to compare. */
export const count = async (page: Page, [twelve, eight, same, blank]: readonly number[]): Promise<string> => {
  const total = twelve! + eight! + same! + blank!
  const found = {
    'Firmaron la lista': total,
    'Boletas recibidas': 4,
    'Boletas que sobraron': 4 - total,
    'Boletas en la urna': total,
    'Doce horas': twelve,
    'Ocho horas': eight,
    'Como está': same,
    'En blanco': blank,
  }
  for (const [label, value] of Object.entries(found))
    await page.getByRole('textbox', { name: label }).fill(String(value))
  await button(page, 'Terminé de contar').click()
  return (await page.locator('output').textContent())!
}
