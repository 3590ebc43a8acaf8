import { test } from 'vitest'
import { desk, openBrowser, site } from './browser.ts'
test('look', async () => {
  const browser = await openBrowser()
  for (const [width, locale] of [[1280, 'es-MX'], [390, 'en-US']] as const) {
    const { page, context } = await desk(browser, 'maribel', width, locale)
    const shot = async (name: string) => { await page.waitForLoadState('networkidle'); await page.screenshot({ path: `/tmp/look/${name}-${width}.png`, fullPage: true }) }
    await page.goto(site.url + '/votes')
    await page.getByRole('link', { name: /Comité ejecutivo/ }).click()
    await page.getByRole('heading', { level: 1 }).waitFor()
    await shot('plan')
    const at = page.url()
    await page.goto(at + '/standing'); await shot('standing')
    await page.goto(at + '/roll'); await shot('roll')
    await page.goto(site.url + '/votes')
    await page.getByRole('link', { name: /Contrato colectivo/ }).click()
    await page.getByRole('heading', { level: 1 }).waitFor()
    const done = page.url()
    await shot('plandone')
    await page.goto(done + '/urns'); await shot('urns')
    await page.goto(done + '/result'); await shot('result')
    await page.goto(site.url + '/campaigns')
    await page.getByRole('main').getByRole('link', { name: /Cerro Gordo/ }).first().click()
    await page.getByRole('heading', { level: 1 }).waitFor()
    const c = page.url()
    await page.goto(c + '/week'); await shot('week')
    await page.goto(c + '/tally'); await shot('tally')
    await page.goto(site.url + '/log'); await shot('log')
    await context.close()
  }
  await browser.close()
})
