import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { button, inDialog } from '../screen.ts'

/** Fills in every text that a report in hand still lacks, in its language, until it says that it may be submitted. */
export const writeWhatLacks = async (page: Page) => {
  await page.getByText('Antes de entregar').waitFor()
  await page.getByRole('table').first().waitFor()
  const ready = page.getByText('No falta nada: se puede entregar.')
  const boxes = page.getByRole('textbox')
  // What is still to be explained comes and goes as the text is saved.
  await expect
    .poll(
      async () => {
        const at = await boxes.evaluateAll((all) =>
          all.findIndex((box) => (box as HTMLTextAreaElement).value === ''),
        )
        if (at === -1) return ready.count()
        const english = (await boxes.nth(at).getAttribute('lang', { timeout: 1_000 })) === 'en'
        await boxes.nth(at).fill(english ? 'As it was said.' : 'Como se dijo.', { timeout: 1_000 })
        await boxes.nth(at).blur({ timeout: 1_000 })
        return 0
      },
      { timeout: 60_000, interval: 100 },
    )
    .toBe(1)
}

/** Submits a report, twice sure. */
export const submit = async (page: Page) => {
  await button(page, 'Revisar y entregar').click()
  await inDialog(page).getByRole('checkbox').check()
  await inDialog(page).getByRole('button', { name: 'Entregar el informe' }).click()
  await page.getByRole('heading', { name: 'Ediciones' }).waitFor({ timeout: 60_000 })
}
