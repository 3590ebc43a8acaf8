import type { Locator, Page } from 'playwright-core'
import { site } from './browser.ts'

export const button = (within: Page | Locator, name: string | RegExp) =>
  within.getByRole('button', { name, exact: typeof name === 'string' })

/** The part of a page that stands under this heading. */
export const part = (page: Page, heading: string) =>
  page.locator('section', { has: page.getByRole('heading', { name: heading }) })

export const inDialog = (page: Page) => page.getByRole('dialog')

/** Goes to a screen and waits until it has its heading. */
export const goTo = async (page: Page, path: string) => {
  await page.goto(site.url + path)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
}

/** What a button brings down, in bytes. */
export const download = async (page: Page, name: string): Promise<Buffer> => {
  const [file] = await Promise.all([page.waitForEvent('download'), button(page, name).first().click()])
  const chunks: Buffer[] = []
  for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
