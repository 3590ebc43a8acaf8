import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { openBrowser, site } from './browser.ts'

test('the door and the gate together weigh at most 1 MB, of which 220 kB are JavaScript', async () => {
  const browser = await openBrowser()
  const page = await browser.newPage()
  await page.goto(site.url)
  await page.evaluate(() => navigator.serviceWorker.ready)
  const kept = await page.evaluate(async () => {
    const files = new Set<string>()
    for (const name of await caches.keys())
      for (const request of await (await caches.open(name)).keys()) files.add(new URL(request.url).pathname)
    return [...files]
  })
  await browser.close()
  const there = new Set(
    readdirSync('dist/client', { recursive: true, encoding: 'utf8' }).map((one) => `/${one}`),
  )
  const sizes = kept
    .filter((file) => there.has(file))
    .map((file) => ({ file, bytes: gzipSync(readFileSync(`dist/client${file}`)).length }))
  const sum = (some: typeof sizes) => some.reduce((total, { bytes }) => total + bytes, 0)
  expect(kept.length).toBeGreaterThan(10)
  expect(sum(sizes)).toBeLessThan(1_000_000)
  expect(sum(sizes.filter(({ file }) => file.endsWith('.js')))).toBeLessThan(220_000)
})
