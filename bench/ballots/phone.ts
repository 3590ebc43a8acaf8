import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { build } from 'vite'
import { pureGroups } from '../../packages/ballots/src/group/pure.ts'
import { newElection } from './archive.ts'

const executablePath = '/usr/bin/chromium'
const home = join(import.meta.dirname, '../..')

/**
 * Milliseconds from opening the election to a signed ballot, in plain JavaScript in a Chromium slowed so many times:
 * the first ballot of a page, with no table made and nothing compiled.
 */
export const phoneCreation = async (slowdown: number): Promise<number> => {
  if (!existsSync(executablePath))
    throw new Error('Chromium is missing. On Debian: apt-get install -y chromium')
  const { documents, codes } = newElection(pureGroups, 'BELENIOS-2048', 1)
  const script = await bundled('bench/ballots/phone-entry.ts')
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  try {
    const page = await browser.newPage()
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    await page.addScriptTag({ content: script })
    return await page.evaluate(
      ([election, code]) =>
        (globalThis as unknown as { createBallot: (e: string, c: string) => number }).createBallot(
          election!,
          code!,
        ),
      [documents.election, codes[0]!],
    )
  } finally {
    await browser.close()
  }
}

const bundled = async (entry: string): Promise<string> => {
  const built = await build({
    root: home,
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry: join(home, entry), formats: ['iife'], name: 'phone' } },
  })
  const [output] = Array.isArray(built) ? built : [built]
  if (!output || !('output' in output)) throw new Error('nothing was built')
  return output.output[0].code
}
