import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { openBrowser, site } from './browser.ts'
import { newUnion } from './union.ts'

let browser: Browser
let page: Page
let people: string
let wrong: string[]
beforeAll(async () => {
  browser = await openBrowser()
  const [lidia] = await newUnion(browser, 'Sindicato del Telar', ['Lidia', 'Omar'])
  ;({ page, wrong } = lidia)
  page.setDefaultTimeout(15_000)
  await page.goto(`${site.url}/team`)
  await page.getByLabel('Nueva lista').fill('Telares')
  await button('Agregar').click()
  await page
    .getByRole('listitem')
    .filter({ hasText: /^Telares$/ })
    .waitFor()
  await page.goto(`${site.url}/campaigns`)
  await page.getByRole('link', { name: 'Abrir una campaña' }).first().click()
  await page.getByLabel('Nombre de la planta').fill('Telares del Bajío')
  await page.getByLabel('Empresa').fill('Telares del Bajío (ficticia)')
  await page.getByLabel('Ciudad o municipio').fill('Moroleón')
  await page.getByLabel('Estado').selectOption({ label: 'Guanajuato' })
  await button('Seguir').click()
  for (const cell of await page.getByLabel(/, (Día|Tarde|Noche)$/).all()) await cell.fill('10')
  await button('Abrir la campaña').click()
  await page.getByText('Dónde hace falta').waitFor()
})
afterAll(() => browser.close())

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })

/** The office's own headings, of which none says by itself what it holds. */
const headings = ['Folio', 'Quién es', 'Dónde se le habla', 'Observaciones']

const workbook = async (name: string, rows: readonly (readonly (string | null)[])[]) => ({
  name,
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer: await writeXlsxFile(
    [headings, ...rows].map((row) => row.map((value) => value && { value, type: String })),
  ).toBuffer(),
})

const toImport = async () => {
  await page.getByRole('link', { name: 'Gente', exact: true }).click()
  people = page.url()
  await page.getByRole('link', { name: 'Traer una lista' }).click()
}
const choose = async (file: Awaited<ReturnType<typeof workbook>>) => {
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByRole('heading', { name: '¿Qué es cada columna?' }).waitFor()
}
const dryRun = async () => {
  await button('Revisar sin guardar').click()
  await page.getByRole('heading', { name: 'Esto es lo que va a pasar' }).waitFor()
}
const bring = async (people: string) => {
  await button('Traer la lista').click()
  await page.getByText(people).waitFor()
}

test('an Excel list of headings of its own is mapped by hand, and its bad rows are left out only if one says so', async () => {
  await toImport()
  await choose(
    await workbook('padrón de abril.xlsx', [
      ['001', 'María de la Luz Núñez Peña', '445 123 4501', 'trabaja de noche'],
      ['002', 'Íñigo Ávila Güemes', '(445) 123-4502', null],
      ['003', 'José Muñiz Ibáñez', '12345', 'número incompleto'],
      ['004', null, '445 123 4504', 'sin nombre'],
      ['005', 'Ma. de la Luz Núñez Peña', '445 123 4501', 'otra vez'],
      ['006', 'Ximena Cárdenas Zúñiga', 'no tiene', null],
    ]),
  )
  await page.getByText('6 renglones').waitFor()
  for (const heading of headings) expect(await page.getByLabel(heading).inputValue()).toBe('')
  await page.getByText('Di qué columna es el nombre o el apodo.').waitFor()
  expect(await button('Revisar sin guardar').isDisabled()).toBe(true)
  await page.getByLabel('Folio').selectOption({ label: 'Número de trabajador' })
  await page.getByLabel('Quién es').selectOption({ label: 'Nombre completo' })
  await page.getByLabel('Dónde se le habla').selectOption({ label: 'Teléfono' })
  await dryRun()
  await page.getByText('Se agregan 3 personas').waitFor()
  const bad = page.getByRole('alert').filter({ hasText: '3 renglones con problemas' })
  const reasons = await bad.getByRole('listitem').allInnerTexts()
  expect(reasons).toEqual([
    'Renglón 4 José Muñiz Ibáñez — el teléfono no tiene diez dígitos',
    'Renglón 5 — sin nombre ni apodo',
    'Renglón 6 Ma. de la Luz Núñez Peña — ya está en otro renglón (igual al renglón 2)',
  ])
  expect(await button('Traer la lista').isDisabled()).toBe(true)
  await page.getByLabel('Dejarlos fuera y traer los demás').check()
  await bring('Se agregaron 3 personas.')
})

test('the next file of the same headings is mapped already, and each likely duplicate is decided', async () => {
  await button('Traer otra lista').click()
  await choose(
    await workbook('padrón de mayo.xlsx', [
      ['101', 'Íñigo Ávila Güemes', '445 999 0001', 'otro teléfono'],
      ['102', 'Maricruz Peña Luna', '445-123-4501', 'el mismo teléfono que María de la Luz'],
      ['103', 'Rodrigo Íñiguez Páez', '445 123 4509', null],
    ]),
  )
  await expect.poll(() => page.getByLabel('Quién es').inputValue()).toBe('name')
  expect(await page.getByLabel('Folio').inputValue()).toBe('identifier')
  expect(await page.getByLabel('Dónde se le habla').inputValue()).toBe('phone')
  expect(await page.getByLabel('Observaciones').inputValue()).toBe('')
  await dryRun()
  await page.getByText('2 parecen ya estar').waitFor()
  await page.getByText('Se agrega 1 persona', { exact: true }).waitFor()
  const same = page.getByRole('group', { name: /mismo nombre/ })
  await same.getByLabel('Es otra: agregar').check({ force: true })
  await page.getByText('Se agregan 2 personas').waitFor()
  const phone = page.getByRole('group', { name: /mismo teléfono/ })
  expect(await phone.getByLabel('Es la misma: no agregar').isChecked()).toBe(true)
  await bring('Se agregaron 2 personas.')
})

test('names pasted one a line come in, and all of them are taken back with one action', async () => {
  await button('Traer otra lista').click()
  await page.getByLabel('O pega aquí los renglones').fill('Brígida Olmos Tapia\n\nSaúl Ibarra Núñez\n')
  await button('Leer').click()
  await page.getByText('2 renglones').waitFor()
  await dryRun()
  await page.getByText('Se agregan 2 personas').waitFor()
  await bring('Se agregaron 2 personas.')
  await button('Deshacer todo').click()
  await page.getByText('Se quitaron 2.').waitFor()
})

test('two records of one person are merged into one, and the merge is undone', async () => {
  const records = async () => {
    await page.goto(people)
    await page.getByText('Ximena C.').waitFor()
    return page.getByRole('link', { name: /Íñigo Á\./ }).count()
  }
  expect(await records()).toBe(2)
  await page.goto(`${site.url}/people`)
  await page.getByText('mismo nombre').waitFor()
  await page.getByText('3 agregadas, 3 fuera').waitFor()
  await page.getByText('2 agregadas, 1 fuera').waitFor()
  await button('Unir en “Íñigo Á.”').click()
  await page.getByText('Nadie parece estar dos veces.').waitFor()
  await page.getByText('“Íñigo Á.” se unió a “Íñigo Á.”').waitFor()
  expect(await records()).toBe(1)
  await page.goto(`${site.url}/people`)
  await button('Deshacer la unión').click()
  await page.getByText('No hay uniones.').waitFor()
  await page.getByText('mismo nombre').waitFor()
  expect(await records()).toBe(2)
})

test('a list is taken back long after the screen that brought it was left', async () => {
  await page.goto(`${site.url}/people`)
  const may = page.getByRole('listitem').filter({ hasText: '2 agregadas, 1 fuera' })
  await may.getByRole('button', { name: 'Deshacer todo' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Deshacer todo' }).click()
  await page.getByText('Se quitaron 2.').waitFor()
  await may.getByText('deshecha').waitFor()
  await page.goto(people)
  await page.getByText('Ximena C.').waitFor()
  expect(await page.getByText('Rodrigo').count()).toBe(0)
  expect(wrong).toEqual([])
})
