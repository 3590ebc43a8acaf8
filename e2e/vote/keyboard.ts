import type { Locator, Page } from 'playwright-core'

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
