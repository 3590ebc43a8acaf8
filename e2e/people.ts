import type { Page } from 'playwright-core'
import { type Place, site } from './browser.ts'

/** Goes to the people of the demo's plant, as somebody at the desk would. */
export const openPeople = async (page: Page, { url }: Pick<Place, 'url'> = site) => {
  await page.goto(`${url}/campaigns`)
  const plant = page.getByRole('main').getByRole('link', { name: /Cerro Gordo/ })
  await plant.first().click()
  await page.getByRole('link', { name: 'Gente', exact: true }).click()
}

/** Finds somebody by a part of what they are called, and opens them. */
export const openPerson = async (page: Page, handle: string, place: Pick<Place, 'url'> = site) => {
  await openPeople(page, place)
  await page.getByLabel('Buscar por apodo').fill(handle)
  const found = page.getByRole('link', { name: new RegExp(handle.split(' ').join('.*')) })
  await found.first().click()
}
