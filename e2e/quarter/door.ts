import type { Browser } from 'playwright-core'
import { site } from '../browser.ts'
import { button } from '../screen.ts'

/** Somebody's own phone, without an account: they say that they came, what they thought, who they are, and leave their details. */
export const atTheDoor = async (browser: Browser, token: string) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'es-MX' })
  const page = await context.newPage()
  await page.goto(`${site.url}/here#${'x'.repeat(43)}`)
  await page.getByRole('heading', { level: 1, name: /cerr/i }).waitFor()
  await page.goto(`${site.url}/here?now#${token}`)
  await button(page, 'Ya llegué').click()
  await page.getByText('Listo, ya te contamos.').waitFor()
  await button(page, 'Decir qué me pareció').click()
  for (const group of [/Te sirvió/, /Se entendió/])
    await page.getByRole('group', { name: group }).getByRole('radio', { name: '5' }).check({ force: true })
  await page
    .getByRole('group', { name: /vas a usar/ })
    .getByRole('radio', { name: 'Sí' })
    .check({ force: true })
  await button(page, 'Enviar').click()
  await page.getByText('Gracias. Nadie sabe quién contestó.').waitFor()
  await button(page, 'OK').click()
  await button(page, 'Decir algo de mí').click()
  await page.getByRole('radio', { name: 'Mujer' }).check({ force: true })
  await button(page, 'Enviar').click()
  await page.getByText('Gracias. Ya se sumó.').waitFor()
  await button(page, 'OK').click()
  await button(page, 'Quiero que me busquen').click()
  await page.getByLabel('Nombre o apodo').fill('Nacho de montaje')
  await button(page, 'Enviar').click()
  await button(page, 'OK').click()
  await context.close()
}
