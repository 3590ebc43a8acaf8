import type { Page } from 'playwright-core'
import { afterEach } from 'vitest'
import { pages } from './browser.ts'

/** What a page says, in a few lines; nothing of one that is closed or does not answer. */
const wordsOf = async (page: Page) => {
  const text = page.locator('body').innerText({ timeout: 2_000 })
  return text.then((said) => said.replace(/\s*\n\s*/g, ' / ').slice(0, 1_500)).catch(() => undefined)
}

// A journey that stops on somebody else's machine tells what stood on each screen.
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  for (const page of pages.filter((one) => !one.isClosed())) {
    const said = await wordsOf(page)
    if (said !== undefined) console.error(`${new URL(page.url()).pathname} said: ${said}`)
  }
})
