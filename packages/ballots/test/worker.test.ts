import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundled } from '../scripts/build-page.ts'
import { verifyArchive } from '../src/verify/verify.ts'
import { judgedByTool } from './judge.ts'
import { groups } from './world.ts'

const executablePath = '/usr/bin/chromium'
const entry = join(import.meta.dirname, 'worker-entry.ts')

let browser: Browser
let script = ''

beforeAll(async () => {
  if (!existsSync(executablePath))
    throw new Error('Chromium is missing. On Debian: apt-get install -y chromium')
  script = await bundled(entry, {})
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
})

afterAll(() => browser?.close())

describe("a browser's worker", () => {
  it.each([
    ['pure', 'JavaScript'],
    ['fast', 'WebAssembly'],
  ])('holds a whole election on %s groups, which belenios-tool accepts', async (groupsAsked, by) => {
    const page = await browser.newPage()
    const told = await page.evaluate(heldInWorker, [script, groupsAsked] as const)
    await page.close()
    expect(told).toMatchObject({ by, inspected: [[1]] })
    const archive = new Uint8Array(told.archive)
    expect(await verifyArchive([archive], { groups })).toMatchObject({
      outcome: 'sound',
      report: { counts: [[1, 0, 1]] },
    })
    expect(judgedByTool(told.uuid, archive)).toEqual({ accepted: true, said: '' })
  })
})

type Told = {
  readonly uuid: string
  readonly by: string
  readonly archive: readonly number[]
  readonly inspected: unknown
}

/** Runs in the page: starts the worker and waits for what it tells. Bytes cross to the test as numbers. */
const heldInWorker = ([source, asked]: readonly [string, string]): Promise<Told> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })))
    worker.onmessage = ({ data }) => resolve({ ...data, archive: [...data.archive] })
    worker.onerror = ({ message }) => reject(new Error(message))
    worker.postMessage(asked)
  })
