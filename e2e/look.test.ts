import { test } from 'vitest'
import { desk, openBrowser, site } from './browser.ts'
test('look', async () => {
  const browser = await openBrowser()
  for (const [width, locale] of [[390, 'es-MX']] as const) {
    const { page, context } = await desk(browser, 'maribel', width, locale)
    const shot = async (name: string) => { await page.waitForLoadState('networkidle'); await page.screenshot({ path: `/tmp/look/${name}-${width}.png`, fullPage: true }) }
    for (const p of ['log','support','organization','people','account','team','votes/new','campaigns/new']) { await page.goto(site.url + '/' + p); await page.getByRole('heading', { level: 1 }).first().waitFor(); await shot(p.replace('/','_')) }
    await context.close()
  }
  await browser.close()
})
