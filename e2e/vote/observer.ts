import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'

/** Downloads what `how` asks for, under this name. */
export const take = async (page: Page, file: string, how: () => Promise<unknown>) => {
  const [download] = await Promise.all([page.waitForEvent('download'), how()])
  await download.saveAs(file)
}

/** Opens the verifier from the folder, without a network, with the box and the copy of it taken during the vote. */
export const verifyOffline = async (page: Page, folder: string) => {
  await page.context().setOffline(true)
  await page.goto(pathToFileURL(join(folder, 'asamblea-verify.html')).href)
  await page.setInputFiles('input[name=archive]', join(folder, 'final.bel'))
  await page.setInputFiles('input[name=earlier]', join(folder, 'antes.bel'))
  await page.click('button.start')
  await page.locator('.verdict').waitFor({ timeout: 60_000 })
}
