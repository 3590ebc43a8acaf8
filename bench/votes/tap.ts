import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const executablePath = '/usr/bin/chromium'

/**
 * Milliseconds from the tap that sends a ballot to its tracker on screen, one voter after another, each in a browser
 * window of its own. The whole page is slowed, its workers too: its process runs one part in `slowdown` of the time.
 */
export const tapToTracker = async (
  base: string,
  uuid: string,
  codes: readonly string[],
  slowdown: number,
): Promise<number[]> => {
  if (!existsSync(executablePath))
    throw new Error('Chromium is missing. On Debian: apt-get install -y chromium')
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  const times: number[] = []
  try {
    for (const code of codes) times.push(await voteOnce(browser, `${base}/ballot/${uuid}#${code}`, slowdown))
    return times
  } finally {
    await browser.close()
  }
}

const voteOnce = async (browser: Browser, address: string, slowdown: number): Promise<number> => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'es-MX' })
  const page = await context.newPage()
  await page.goto(address)
  await page.getByRole('radio').first().check()
  const slow = slowed(await renderersOf(browser), slowdown)
  try {
    await page.getByRole('button', { name: 'Revisar mi voto' }).click()
    const send = page.getByRole('button', { name: 'Enviar mi voto' })
    await send.waitFor()
    const start = performance.now()
    await send.click()
    await page.locator('[data-tracker]').waitFor()
    return performance.now() - start
  } finally {
    slow.end()
    await context.close()
  }
}

const renderersOf = async (browser: Browser): Promise<number[]> => {
  const devtools = await browser.newBrowserCDPSession()
  const { processInfo } = await devtools.send('SystemInfo.getProcessInfo')
  await devtools.detach()
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id)
}

/** Stops the processes most of the time, in turns short enough that nothing notices but the clock. */
const slowed = (processes: readonly number[], slowdown: number) => {
  const turn = 6
  const send = (signal: 'SIGSTOP' | 'SIGCONT') => {
    for (const id of processes) process.kill(id, signal)
  }
  const timer = setInterval(() => {
    send('SIGCONT')
    setTimeout(() => send('SIGSTOP'), turn)
  }, turn * slowdown)
  return {
    end: () => {
      clearInterval(timer)
      setTimeout(() => send('SIGCONT'), turn + 1)
      send('SIGCONT')
    },
  }
}
