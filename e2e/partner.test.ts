import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { quartersOf } from '../src/modules/programs/seed.award.ts'
import { addDays } from '../src/platform/text/day.ts'
import { desk, openBrowser, type Watched } from './browser.ts'
import { paper, workbook } from './partner/papers.ts'
import { button, download, goTo, inDialog } from './screen.ts'

// What comes from outside: a partner's workbook, a funder's letter and a number that somebody else declares, in an award of their own.

const { last } = quartersOf(new Date().toISOString().slice(0, 10))
const title = { es: 'Negociaciones de los socios', en: 'Negotiations of partners' }
let browser: Browser
let open: Record<'spanish' | 'english', Watched & { page: Page }>
beforeAll(async () => {
  browser = await openBrowser()
  open = {
    spanish: await desk(browser, 'mateo'),
    english: await desk(browser, 'mateo', 390, 'en-US'),
  }
})
afterAll(() => browser.close())

describe('what comes from outside', () => {
  let award: string
  let figure: string

  test('a workbook is read or refused row by row, in sight, and nothing of a trial is kept', async () => {
    const { page } = open.spanish
    await goTo(page, '/programs/workbooks')
    await button(page, 'Traer un libro').click()
    const wide = Array.from({ length: 1000 }, (_, at) => `c${at}`).join(',')
    const pick = page.getByLabel('El libro (XLSX o CSV)')
    await pick.setInputFiles({
      name: 'mil.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`${wide}\n${wide}`),
    })
    await page.getByText('El libro es demasiado grande.').waitFor()
    await pick.setInputFiles(await workbook(last.since))
    await page.getByText('16 renglones, 3 columnas').waitFor()
    await page.getByLabel('Nombre de esta lectura').fill('Lectura de la red')
    await page.getByLabel('¿Qué es cada renglón?').selectOption('Negociación colectiva que un socio reporta')
    await page.getByLabel('«En pláticas»').selectOption('En negociación')
    await button(page, 'Guardar la lectura y probar').click()
    await page.getByText('12 renglones se pueden traer').waitFor()
    await page.getByText('Nada se ha guardado todavía.').waitFor()
    for (const [row, problem] of [
      [14, 'No es una fecha del calendario.'],
      [15, 'No se sabe qué significa esta palabra.'],
      [16, 'Es una fórmula. Pégala como valor.'],
      [17, 'La celda está combinada con otras.'],
    ] as const)
      await page
        .getByRole('row')
        .filter({ hasText: `${row}` })
        .filter({ hasText: problem })
        .first()
        .waitFor()
    await page.reload()
    await page.getByText('Todavía no se trae ningún libro.').waitFor()
  })

  test('the rows that read come in by the saved reading, and those left out stay written down', async () => {
    const { page } = open.spanish
    await button(page, 'Traer un libro').click()
    await page.getByLabel('El libro (XLSX o CSV)').setInputFiles(await workbook(last.since))
    await page.getByLabel('¿Cómo se lee?').selectOption('Lectura de la red')
    await button(page, 'Probar sin guardar nada').click()
    await button(page, 'Traer 12 renglones').click()
    await page.getByText('Se trajeron 12 registros.').waitFor()
    await button(page, 'Listo').click()
    const card = page.getByRole('listitem').filter({ hasText: 'negociaciones.xlsx' })
    await card.getByText('12 de 16 renglones').waitFor()
    await card.getByText('Ver los errores').click()
    await card.getByText('Atlántida').waitFor()
  })

  test('a funder without an account signs by a letter, which both parties can open', async () => {
    const { page } = open.spanish
    await goTo(page, '/programs')
    await button(page, 'Nuevo programa').click()
    const dialog = inDialog(page)
    await dialog.getByLabel('Nombre', { exact: true }).fill('Voces de la costura')
    await dialog.getByLabel('Clave').fill('VC-2')
    await dialog.getByLabel('Quién lo financia').fill('Fundación Abeto')
    await dialog.getByLabel('Calendario de los informes').selectOption('us-federal-quarters')
    await dialog.getByLabel('Empieza el').fill(addDays(last.since, -5))
    await button(page, 'Guardar').click()
    await page.getByRole('link', { name: /Voces de la costura/ }).click()
    await page.getByText('Fundación Abeto: Firma por carta').waitFor()
    award = new URL(page.url()).pathname
    await button(page, 'Nuevo indicador').click()
    await dialog.getByLabel('Clave').fill('VC-2.1')
    await dialog.getByLabel('Español').fill(title.es)
    await dialog.getByLabel('Inglés').fill(title.en)
    await button(page, 'Guardar').click()
    await page.getByRole('link', { name: 'Escribir la definición' }).click()
    const text = page.getByRole('group', { name: 'Qué significa' })
    await text.getByLabel('Español').fill('Negociaciones que un socio reporta en el trimestre.')
    await text.getByLabel('Inglés').fill('Negotiations that a partner reports in the quarter.')
    await page.getByRole('radio', { name: 'Cuántas veces ocurrió' }).check({ force: true })
    await page
      .getByRole('checkbox', { name: 'Negociación colectiva que un socio reporta', exact: true })
      .check({ force: true })
    await button(page, 'Guardar el borrador').click()
    await button(page, 'Firmar esta versión').click()
    await dialog.getByRole('button', { name: 'Firmar esta versión' }).click()
    await page.getByText(/firmó Mateo/).waitFor()
    await button(page, 'Registrar la carta del financiador').click()
    expect(await button(page, 'Guardar').isDisabled()).toBe(true)
    const letter = paper('carta')
    await dialog.getByLabel('La carta (PDF, JPEG o PNG)').setInputFiles(letter)
    await button(page, 'Guardar').click()
    await page.getByText(/firmó por carta/).waitFor()
    await page.getByText('Esta versión está firmada y ya no cambia.').waitFor()
    expect((await download(page, 'carta.pdf')).equals(letter.buffer)).toBe(true)
  })

  test('a target says how far the figure came, in English on a phone', async () => {
    const { page } = open.english
    await goTo(page, `${award}?period=${last.id}`)
    await button(page, 'Count this period').click()
    await page.getByText('1 figure published.').waitFor({ timeout: 60_000 })
    await button(page, 'Set a target').click()
    await inDialog(page).getByLabel('Value').fill('16')
    await button(page, 'Save').click()
    await page.getByText('75%').waitFor()
    await page.getByRole('link', { name: title.en }).click()
    await page.getByText('Negotiations that a partner reports in the quarter.').waitFor()
    figure = new URL(page.url()).pathname
    for (const [term, value] of [
      ['Target', '16'],
      ['Achieved', '12'],
      ['Progress', '75%'],
    ] as const)
      expect(
        await page.getByRole('term').filter({ hasText: term }).locator('xpath=../dd').textContent(),
      ).toBe(value)
  })

  test('a number from outside enters with its document and does not look like one that was counted', async () => {
    const { page } = open.spanish
    await goTo(page, figure)
    await button(page, 'Agregar un valor declarado').click()
    const dialog = inDialog(page)
    await dialog.getByLabel('¿De qué?').selectOption('casos')
    await dialog.getByLabel('Valor').fill('19')
    await dialog.getByLabel('Quién lo declara').fill('Centro de conciliación')
    expect(await button(page, 'Guardar').isDisabled()).toBe(true)
    const document = paper('oficio')
    await dialog.getByLabel('Su documento (PDF, JPEG o PNG)').setInputFiles(document)
    await button(page, 'Guardar').click()
    await page.getByText('Declarado', { exact: true }).waitFor()
    const drawn = (text: string) =>
      page
        .getByText(text, { exact: true })
        .first()
        .locator('xpath=ancestor::div[1]')
        .evaluate((box) => getComputedStyle(box).borderTopStyle)
    expect(await drawn('19')).toBe('dashed')
    expect(await drawn('12')).not.toBe('dashed')
    expect((await download(page, 'Abrir el documento')).equals(document.buffer)).toBe(true)
    await goTo(page, `${award}?period=${last.id}`)
    const row = page.getByRole('listitem').filter({ hasText: title.es })
    await row.getByText('Centro de conciliación').waitFor()
    expect(await row.textContent()).toMatch(/12.*Meta: 16.*75/)
  })

  test('an import undone is counted no more, and its workbook may come in again', async () => {
    const { page } = open.spanish
    await goTo(page, '/programs/workbooks')
    const card = page.getByRole('listitem').filter({ hasText: 'negociaciones.xlsx' })
    await card.getByRole('button', { name: 'Deshacer' }).click()
    await inDialog(page).getByRole('button', { name: 'Deshacer' }).click()
    await card.getByText(/deshecho/).waitFor()
    await button(page, 'Traer un libro').click()
    await page.getByLabel('El libro (XLSX o CSV)').setInputFiles(await workbook(last.since))
    await button(page, 'Probar sin guardar nada').click()
    await page.getByText('12 renglones se pueden traer').waitFor()
    await goTo(page, `${award}?period=${last.id}`)
    await button(page, 'Contar este periodo').click()
    await page.getByText('1 cifra publicada.').waitFor({ timeout: 60_000 })
    await page.getByText('0%', { exact: true }).waitFor()
  })

  test('no screen complained, and nobody else’s server was asked', () => {
    const { spanish, english } = open
    expect([...english.wrong, ...english.strangers, ...spanish.strangers]).toEqual([])
    expect(spanish.wrong).toEqual([expect.stringMatching(/status of 422 .*\/workbooks\/headings$/)])
  })
})
