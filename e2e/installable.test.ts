import { describe, expect, test } from 'vitest'
import { openBrowser, site } from './browser.ts'

/** Width and height that a PNG declares in its first chunk (PNG specification, IHDR). */
const sizeOf = (png: Buffer) => `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`

describe('on the home screen of a cheap phone', () => {
  test('Chromium finds nothing that would keep it from being installed', async () => {
    const browser = await openBrowser()
    const page = await browser.newPage()
    await page.goto(site.url)
    await page.evaluate(() => navigator.serviceWorker.ready)
    const chromium = await page.context().newCDPSession(page)
    const { installabilityErrors } = await chromium.send('Page.getInstallabilityErrors')
    // A test's window forgets everything, and is told so.
    expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(['in-incognito'])
    await browser.close()
  })

  test('it is an agenda: each icon is a picture of its size, and no text tells of a union', async () => {
    const text = await (await fetch(`${site.url}/manifest.webmanifest`)).text()
    expect(text).not.toMatch(/asamblea|sindic|union|vot/i)
    const { icons } = JSON.parse(text) as { icons: { src: string; sizes: string; purpose: string }[] }
    expect(icons.filter(({ purpose }) => purpose === 'maskable')).toHaveLength(1)
    for (const { src, sizes } of icons.filter(({ src }) => src.endsWith('.png'))) {
      const response = await fetch(site.url + src)
      expect(response.headers.get('content-type')).toBe('image/png')
      expect(sizeOf(Buffer.from(await response.arrayBuffer()))).toBe(sizes)
    }
  })
})
