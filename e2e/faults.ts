import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Violation = { id: string; nodes: { html: string; failureSummary?: string }[] }

/** What would keep somebody from using the page as it stands now: to an ear, a keyboard or an eye. */
export const faultsOf = async (page: Page): Promise<string[]> => [
  ...(await violations(page)),
  ...(await unreadable(page)),
]

/** axe is evaluated as the browser's own console would, past the page's policy, which stays on for all the page does itself. */
const violations = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe)
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run: (options: object) => Promise<{ violations: Violation[] }> }
    }
    return (await axe.run({ resultTypes: ['violations'] })).violations
  })
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 160)}`)
}

/** What nobody could read: a page wider than its screen, and words squeezed into a column of letters. */
const unreadable = (page: Page): Promise<string[]> =>
  page.evaluate((width) => {
    const faults: string[] = []
    const over = Math.max(document.documentElement.scrollWidth, innerWidth) - width
    if (over > 0) faults.push(`is ${over} px wider than the screen`)
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    while (texts.nextNode()) {
      const { currentNode } = texts
      range.selectNodeContents(currentNode)
      const box = range.getBoundingClientRect()
      if (box.width > 0 && box.width < 40 && box.height > 100)
        faults.push(`squeezes ${currentNode.textContent}`)
    }
    return faults
  }, page.viewportSize()!.width)
