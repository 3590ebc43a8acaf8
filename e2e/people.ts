import type { Page } from 'playwright-core'
import { site } from './browser.ts'

type Where = { url?: string; plant?: string }

/** Goes to the people of a plant, the demo's own unless told, as somebody at the desk would. */
export const openPeople = async (page: Page, { url = site.url, plant = 'Cerro Gordo' }: Where = {}) => {
  await page.goto(`${url}/campaigns`)
  const campaign = page.getByRole('main').getByRole('link', { name: new RegExp(plant) })
  await campaign.first().click()
  await page.getByRole('link', { name: 'Gente', exact: true }).click()
}

/** Finds somebody by a part of what they are called, and opens them. */
export const openPerson = async (page: Page, handle: string, where: Where = {}) => {
  await openPeople(page, where)
  await page.getByLabel('Buscar por apodo').fill(handle)
  const found = page.getByRole('link', { name: new RegExp(handle.split(' ').join('.*')) })
  await found.first().click()
}
