import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { desk, openBrowser, site, type Width } from './browser.ts'
import { faultsOf } from './faults.ts'

const album = process.env.ALBUM

/** The screens one role comes to by following links, one of each shape: an id stands for all ids. */
const walk = async (page: Page, visit: (path: string) => Promise<void>) => {
  const shape = (path: string) => path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
  const seen = new Set<string>()
  const waiting = ['/']
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (seen.has(shape(path))) continue
    seen.add(shape(path))
    await page.goto(site.url + path)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await page.waitForLoadState('networkidle')
    await visit(path)
    const links = await page
      .locator('a[href^="/"]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href')!))
    waiting.push(...links.filter((link) => !link.includes('#') && !link.startsWith('/api')))
  }
  return [...seen]
}

describe('every screen', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  test.each([
    ['maribel', 1280, 'es-MX'],
    ['maribel', 390, 'en-US'],
    ['daniela', 1280, 'es-MX'],
    ['daniela', 390, 'en-US'],
    ['sofia', 390, 'es-MX'],
    ['fermin', 390, 'es-MX'],
    ['paola', 1280, 'en-US'],
    ['paola', 390, 'es-MX'],
  ] as const)(
    'that %s reaches at %i px in %s reads well aloud, complains of nothing, stays within its width and asks nobody else',
    async (login, width, locale) => {
      const { page, context, wrong, strangers } = await desk(browser, login, width as Width, locale)
      const faults: string[] = []
      const seen = await walk(page, async (path) => {
        for (const fault of await faultsOf(page)) faults.push(`${path} ${fault}`)
        if (/[\p{L}]+ [\p{L}]+ [\p{L}]+ [\p{L}]+/u.test(await page.title()))
          faults.push(`${path} tells too much in its title`)
        if (album) {
          mkdirSync(album, { recursive: true })
          const name = `${login}${path.replace(/[0-9a-f-]{36}/g, 'id').replaceAll('/', '_')}-${width}.png`
          await page.screenshot({ path: join(album, name), fullPage: true })
        }
      })
      expect(faults).toEqual([])
      expect(wrong).toEqual([])
      expect(strangers).toEqual([])
      expect(seen.length).toBeGreaterThan(login === 'maribel' ? 15 : 2)
      await context.close()
    },
    300_000,
  )
})
