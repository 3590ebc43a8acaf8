import type { Page } from 'playwright-core'
import { button } from '../screen.ts'
import { sentBy } from './secrets.ts'

export type Trustee = { link: string; code: string; sent: () => string }

const slow = { timeout: 60_000 }

/** Takes the link and makes a code, which is written down and typed once more. */
export const enroll = async (page: Page, link: string, look: (what: string) => Promise<void>) => {
  const sent = sentBy(page)
  await page.goto(link)
  await button(page, 'Hacer mi clave').click()
  const code = (await page.locator('[data-code]').textContent())!
  await look('a trustee’s code')
  await page.getByLabel('Escribe de nuevo tu clave').fill(code)
  await button(page, 'Ya la guardé: seguir').click()
  await page.getByText('Ya entró').first().waitFor(slow)
  await page.context().close()
  return { code, sent }
}

const enter = async (page: Page, { link, code }: Trustee) => {
  await page.goto(link)
  await page.getByLabel('Escribe tu clave de custodia').fill(code)
  await button(page, 'Seguir').click()
}

/** Comes back on another day and device, until the page says `until`; answers all that was sent. */
export const comeBack = async (page: Page, trustee: Trustee, until: string): Promise<string> => {
  const sent = sentBy(page)
  await enter(page, trustee)
  await page.getByText(until).waitFor(slow)
  await page.context().close()
  return sent()
}

/** Opens this trustee's part of the result; answers all that was sent. */
export const openPart = async (page: Page, trustee: Trustee): Promise<string> => {
  const sent = sentBy(page)
  await enter(page, trustee)
  await button(page, 'Abrir mi parte del resultado').click(slow)
  await page.getByText(/Abriste tu parte|El resultado está publicado/).waitFor(slow)
  await page.context().close()
  return sent()
}
