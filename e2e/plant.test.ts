import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { desk, joinWithPin, newPhone, openBrowser, site } from './browser.ts'
import { invitation } from './invitation.ts'
import { openPerson } from './people.ts'

const surnames = ['Ávila', 'Núñez', 'Peña', 'Ibáñez', 'Güemes', 'Muñiz', 'Cárdenas', 'Zúñiga']

/** A union's own list as its spreadsheet wrote it: Latin-1, semicolons, phones in any form. */
const latinList = () => {
  const rows = Array.from({ length: 1_200 }, (_, at) => {
    const first = surnames[at % 8]
    const second = surnames[Math.floor(at / 8) % 8]
    const phone = `(472) ${String(100 + Math.floor(at / 100))} ${String(1_000 + (at % 100) * 37).slice(0, 4)}`
    return `José María ${at};${first};${second};${phone};${['Corte', 'Costura'][at % 2]};${['Día', 'Noche'][at % 2]}`
  })
  return Buffer.from(`Nombre;Paterno;Materno;Teléfono;Área;Turno\r\n${rows.join('\r\n')}\r\n`, 'latin1')
}

describe('the secretary general opens a plant from nothing but headcounts', () => {
  let browser: Browser
  let page: Page
  let wrong: string[]
  beforeAll(async () => {
    browser = await openBrowser()
    ;({ page, wrong } = await desk(browser, 'maribel'))
    page.setDefaultTimeout(15_000)
  })
  afterAll(() => browser.close())

  test('a plant of the public catalogue is offered with its source; her own is named by her', async () => {
    await page.goto(`${site.url}/campaigns`)
    await page.getByRole('link', { name: 'Abrir una campaña' }).first().click()
    await page.getByLabel('Buscar en el catálogo público').fill('silao')
    await page.getByText('Fuente: https://').first().waitFor()
    await page.getByLabel('Nombre de la planta').fill('Costura del Río')
    await page.getByLabel('Empresa').fill('Prendas del Río (ficticia)')
    await page.getByLabel('Ciudad o municipio').fill('Uriangato')
    await page.getByLabel('Estado').selectOption({ label: 'Guanajuato' })
    await page.getByRole('button', { name: 'Seguir' }).click()
    for (const cell of await page.getByLabel(/, (Día|Tarde|Noche)$/).all()) await cell.fill('40')
    await page.getByRole('button', { name: 'Abrir la campaña' }).click()
    await page.getByRole('heading', { name: 'Costura del Río' }).waitFor()
    await page.getByText('Dónde hace falta').waitFor()
    await page
      .getByText(/0 de [1-9]/)
      .first()
      .waitFor()
  })

  test('a Latin-1 list of 1,200 comes in after a dry run and is undone with one action', async () => {
    await page.getByRole('link', { name: 'Gente', exact: true }).click()
    await page.getByRole('link', { name: 'Traer una lista' }).click()
    await page.locator('input[type=file]').setInputFiles({
      name: 'padrón de mayo.csv',
      mimeType: 'text/csv',
      buffer: latinList(),
    })
    await page.getByRole('heading', { name: '¿Qué es cada columna?' }).waitFor()
    await page.getByText('1,200 renglones').waitFor()
    expect(await page.getByLabel('Paterno').inputValue()).toBe('surname')
    expect(await page.getByLabel('Materno').inputValue()).toBe('surname2')
    await page.getByRole('button', { name: 'Revisar sin guardar' }).click()
    await page.getByRole('heading', { name: 'Esto es lo que va a pasar' }).waitFor({ timeout: 60_000 })
    await page.getByText('Se agregan 1,200 personas').waitFor()
    const list = page.getByLabel('¿A qué lista entran?')
    if (await list.count()) await list.selectOption({ index: 1 })
    await page.getByRole('button', { name: 'Traer la lista' }).click()
    await page.getByText('Se agregaron 1,200 personas').waitFor({ timeout: 60_000 })
    await page.getByRole('button', { name: 'Deshacer todo' }).click()
    await page.getByText('Se quitaron 1200').waitFor({ timeout: 60_000 })
    expect(wrong).toEqual([])
  })

  test('a tally from a meeting goes in by the dozen, without a name', async () => {
    await page.goBack()
    await page.getByRole('link', { name: 'Pasar un conteo en papel' }).first().click()
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.getByRole('heading', { name: '¿Cuántas personas?' }).waitFor()
    await page.getByLabel('Turno').selectOption({ index: 1 })
    const supporters = await page.getByLabel(/: 2 · Apoya$/).all()
    for (const [at, cell] of supporters.entries()) await cell.fill(`${12 + at}`)
    await page.getByRole('button', { name: `Guardar ${supporters.length} conteos` }).click()
    await page.getByText(`${supporters.length} conteos guardados.`).waitFor()
    await page.getByRole('button', { name: 'Deshacer' }).first().click()
    await expect
      .poll(() => page.getByRole('button', { name: 'Deshacer' }).count())
      .toBe(supporters.length - 1)
  })
})

describe('a delegate of two plants', () => {
  const phone = newPhone()
  afterAll(phone.drop)

  test('says at which one she stands; the one where her people are is chosen already', async () => {
    const { page } = await phone.open()
    await joinWithPin(page, await invitation('Sindicato Independiente El Mezquite', 'Tomasa', 'Noche'))
    await page.getByRole('link', { name: 'Agregar' }).first().tap()
    await page.getByLabel('Apodo').fill('la del termo rojo')
    expect(await page.getByRole('radio', { name: 'Planta Cerro Gordo' }).isChecked()).toBe(true)
    await page.getByRole('radio', { name: 'Noche' }).check({ force: true })
    await page.getByRole('radio', { name: 'Costura del Río' }).check({ force: true })
    expect(await page.getByRole('radio', { name: 'Noche' }).isChecked()).toBe(false)
    await page.getByRole('radio', { name: 'Tarde' }).check({ force: true })
    await page.getByRole('button', { name: 'Solo guardar' }).tap()
    await page.getByText('Todo enviado').first().waitFor()
    const browser = await openBrowser()
    const { page: at } = await desk(browser, 'graciela')
    await openPerson(at, 'termo rojo', { plant: 'Costura del Río' })
    await at.getByRole('heading', { name: 'la del termo rojo' }).waitFor()
    await browser.close()
  })
})

describe('where we stand', () => {
  test('the wall chart counts the plant without a name; opening one is logged under hers', async () => {
    const browser = await openBrowser()
    const { page, wrong } = await desk(browser, 'maribel')
    await page.goto(`${site.url}/campaigns`)
    await page.getByRole('link', { name: /Cerro Gordo/ }).click()
    await page.getByText('Dónde hace falta').waitFor()
    expect(await page.getByRole('main').innerText()).not.toMatch(/\d{3} \d{3} \d{4}/)
    await page.getByRole('link', { name: 'Esta semana' }).click()
    await page.getByText('Quién se movió').waitFor()
    await page.getByRole('link', { name: 'Promesas', exact: true }).click()
    await page.getByText('Lo que la gente se comprometió a hacer').waitFor()
    await page.getByRole('link', { name: 'Gente', exact: true }).click()
    await page.locator('a[href*="/people/"]').first().click()
    await page.getByRole('button', { name: 'Abrir nombre y teléfono' }).click()
    await page.getByRole('button', { name: 'Abrir nombre y teléfono' }).waitFor({ state: 'hidden' })
    await page.goto(`${site.url}/log`)
    const opened = page.getByRole('main').getByText('abrió el nombre de una persona')
    await opened.first().waitFor()
    expect(await page.title()).not.toMatch(/Cerro Gordo/)
    expect(wrong).toEqual([])
    await browser.close()
  })
})
