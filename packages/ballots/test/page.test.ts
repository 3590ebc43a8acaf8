import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pageHtml } from '../scripts/build-page.ts'
import { putTogether, takeApart } from './records.ts'
import { alone, holdElection } from './world.ts'

const executablePath = '/usr/bin/chromium'
const folder = mkdtempSync(join(tmpdir(), 'asamblea-page-'))
const address = pathToFileURL(join(folder, 'asamblea-verify.html')).href

const held = await holdElection({
  group: 'BELENIOS-2048',
  questions: [{ question: '¿Quién?', answers: ['<img src=x onerror=alert(1)>', 'Chuy'], min: 1, max: 1 }],
  voters: 2,
  ballots: [
    [0, [[0]]],
    [1, [[1]]],
  ],
  custody: alone,
})
const save = (name: string, bytes: Uint8Array) => {
  writeFileSync(join(folder, name), bytes)
  return join(folder, name)
}

let browser: Browser
const complaints: string[] = []
const requested: string[] = []

beforeAll(async () => {
  if (!existsSync(executablePath))
    throw new Error('Chromium is missing. On Debian: apt-get install -y chromium')
  writeFileSync(join(folder, 'asamblea-verify.html'), await pageHtml())
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
})

afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The page as a person opens it by double click, on a machine without a network. */
const opened = async (locale: string): Promise<Page> => {
  const context = await browser.newContext({ locale })
  await context.setOffline(true)
  const page = await context.newPage()
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => requested.push(request.url()))
  await page.goto(address)
  return page
}

const judge = async (page: Page, archive: string, earlier?: string): Promise<string> => {
  await page.setInputFiles('input[name=archive]', archive)
  if (earlier) await page.setInputFiles('input[name=earlier]', earlier)
  await page.click('button.start')
  await page.waitForSelector('.verdict')
  return page.innerText('body')
}

describe('the verifier page', () => {
  it('refuses a forged archive in Spanish, and says where', async () => {
    const events = await takeApart(held.decided)
    const forged = save('forged.bel', putTogether(events.with(2, events[1]!)))
    const text = await judge(await opened('es-MX'), forged)
    for (const part of ['Rechazado', 'ya estaba en la urna', 'Boleta número: 2']) expect(text).toContain(part)
  })

  it('accepts a sound one in English, finds a ballot, and changes language without losing the verdict', async () => {
    const page = await opened('en-US')
    const text = await judge(page, save('decided.bel', held.decided), save('open.bel', held.open))
    for (const part of [
      'Everything is correct',
      'What this cannot prove',
      'Earlier copy: it is the beginning',
    ])
      expect(text).toContain(part)
    expect(text).toContain('<img src=x onerror=alert(1)>')
    expect(await page.locator('img').count()).toBe(0)
    await page.fill('input[name=code]', JSON.parse(held.ballots[1]!).signature.hash)
    await page.click('.finder button')
    expect(await page.innerText('.finder')).toContain('It is ballot number 2, and it is the one that counts.')
    await page.click('button.language')
    expect(await page.innerText('h2')).toContain('Todo es correcto')
    expect(await page.getAttribute('html', 'lang')).toBe('es-MX')
  })

  it('refuses an archive that does not continue the earlier copy', async () => {
    const other = save('other.bel', held.open.with(9_000, 1))
    const text = await judge(await opened('es'), save('decided.bel', held.decided), other)
    expect(text).toContain('La copia anterior no es el principio de este archivo')
  })

  it('says so when the file is no archive', async () => {
    const text = await judge(await opened('es'), save('picture.png', new Uint8Array(2_000).fill(7)))
    expect(text).toContain('No se puede juzgar')
  })

  it('takes an archive that is dropped on it', async () => {
    const page = await opened('es')
    const data = await page.evaluateHandle(
      (bytes) => {
        const transfer = new DataTransfer()
        transfer.items.add(new File([new Uint8Array(bytes)], 'dropped.bel'))
        return transfer
      },
      [...held.open],
    )
    await page.dispatchEvent('.drop', 'drop', { dataTransfer: data })
    await page.click('button.start')
    await page.waitForSelector('.verdict')
    expect(await page.innerText('body')).toContain('La votación sigue abierta')
  })

  it('asked nothing of any network, broke no policy and threw nothing', () => {
    expect(complaints).toEqual([])
    expect(requested.filter((url) => !url.startsWith('blob:') && url !== address)).toEqual([])
  })

  it('has a policy that admits one script, one style and no connection', async () => {
    const html = await pageHtml()
    expect(html).toMatch(
      /content="default-src 'none'; script-src 'sha256-[^']+' 'wasm-unsafe-eval'; style-src 'sha256-[^']+'; worker-src blob:; base-uri 'none'; form-action 'none'"/,
    )
    expect(html.match(/<script/g)).toHaveLength(1)
    expect(html).not.toMatch(/https?:\/\/(?!www\.w3\.org)/)
  })
})
