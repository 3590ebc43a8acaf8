import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { desk, openBrowser, site } from './browser.ts'
import { openPeople } from './people.ts'

const openSheets = async (page: Page) => {
  await openPeople(page)
  await page.getByRole('link', { name: 'Listas con nombres' }).click()
}

test('Graciela asks for the night shift’s names to call, Maribel approves, Graciela prints them once, and the log says so', async () => {
  const browser = await openBrowser()
  const graciela = await desk(browser, 'graciela')
  const maribel = await desk(browser, 'maribel')
  for (const { page } of [graciela, maribel]) page.setDefaultTimeout(20_000)

  await openSheets(graciela.page)
  await graciela.page.getByText('Nadie ha pedido una lista con nombres').waitFor()
  await graciela.page.getByRole('link', { name: 'Gente', exact: true }).click()
  await graciela.page.getByLabel('Turno').selectOption({ label: 'Noche' })
  await graciela.page.getByRole('button', { name: 'Pedir lista con nombres' }).click()
  const dialog = graciela.page.getByRole('dialog')
  await dialog.getByText('Turno: Noche').waitFor()
  await dialog.getByLabel('¿Para cuándo o por qué?').fill('Llamadas del jueves')
  await dialog.getByRole('button', { name: 'Pedir', exact: true }).click()
  await graciela.page.getByText('Espera la aprobación de otra persona').waitFor()
  expect(await graciela.page.getByRole('button', { name: 'Aprobar', exact: true }).count()).toBe(0)
  expect(await graciela.page.getByRole('button', { name: /Abrir \d+ nombres/ }).count()).toBe(0)

  await maribel.page.goto(site.url)
  await maribel.page.getByRole('link', { name: 'Ver qué piden' }).click()
  await maribel.page.getByText('Llamadas del jueves').waitFor()
  await maribel.page.getByText('Turno: Noche').waitFor()
  await maribel.page.getByRole('button', { name: 'Aprobar', exact: true }).click()
  await maribel.page.getByText('La aprobó Maribel').waitFor()

  await openSheets(graciela.page)
  await graciela.page.getByRole('button', { name: /Abrir \d+ nombres/ }).click()
  await graciela.page.getByRole('columnheader', { name: 'Teléfono' }).waitFor()
  const names = await graciela.page.locator('tbody tr').count()
  expect(names).toBeGreaterThan(5)
  // What goes on paper: letter, nothing of the menu, and no name in the title, which becomes the file's name.
  await graciela.page.emulateMedia({ media: 'print' })
  expect(await graciela.page.getByRole('button', { name: 'Imprimir' }).isVisible()).toBe(false)
  expect(await graciela.page.getByRole('navigation').first().isVisible()).toBe(false)
  expect(await graciela.page.title()).not.toMatch(/Cerro Gordo|lista|nombres/i)
  if (process.env.ALBUM) await graciela.page.pdf({ path: `${process.env.ALBUM}/sheet.pdf`, format: 'Letter' })
  await graciela.page.emulateMedia({ media: 'screen' })
  await graciela.page.getByRole('button', { name: 'Cerrar la lista' }).click()
  await graciela.page.getByText('Se abrió:').waitFor()
  expect(await graciela.page.getByRole('button', { name: /Abrir \d+ nombres/ }).count()).toBe(0)

  await maribel.page.goto(`${site.url}/log`)
  await maribel.page
    .getByText('abrió una lista de nombres que otra persona aprobó')
    .or(maribel.page.getByText('abrió el nombre de una persona'))
    .first()
    .waitFor()
  expect(await maribel.page.getByText('abrió el nombre de una persona').count()).toBeGreaterThan(5)
  expect([...graciela.wrong, ...maribel.wrong]).toEqual([])
  await browser.close()
}, 180_000)
