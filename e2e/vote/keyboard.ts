import type { Locator, Page } from 'playwright-core'
import { button } from '../screen.ts'

const mostTabs = 60

/** Goes with Tab alone to what a person would press, and never with a pointer. */
export const reach = async (page: Page, wanted: Locator) => {
  await wanted.waitFor()
  for (let tabs = 0; tabs < mostTabs; tabs++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not come to ${wanted}`)
}

export const press = async (page: Page, wanted: Locator, key = 'Enter') => {
  await reach(page, wanted)
  await page.keyboard.press(key)
}

/** Marks a choice on a remote ballot, and goes on until it is encrypted and may be sent. */
export const chooseByKeys = async (page: Page, name: string) => {
  const wanted = page.getByRole('radio', { name })
  await reach(page, page.getByRole('radio').first())
  await page.keyboard.press('Space')
  while (!(await wanted.isChecked())) await page.keyboard.press('ArrowDown')
  await press(page, button(page, 'Revisar mi voto'))
  await button(page, 'Enviar mi voto').waitFor({ timeout: 60_000 })
}
