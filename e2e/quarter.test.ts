import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { quartersOf } from '../src/modules/programs/seed.award.ts'
import { addDays } from '../src/platform/text/day.ts'
import { desk, openBrowser, type Watched } from './browser.ts'
import { atTheDoor } from './quarter/door.ts'
import { submit, writeWhatLacks } from './quarter/report.ts'
import { button, download, goTo, inDialog } from './screen.ts'

// The whole way from a workshop to the funder's audit, each at their own screen, in the demo world's last quarter.

const { last } = quartersOf(new Date().toISOString().slice(0, 10))
const code = 'OTC-9'
const title = { es: 'Personas que vinieron a la jornada', en: 'People who came to the day' }

let browser: Browser
let open: Record<'ernesto' | 'daniela' | 'sofia' | 'josefina', Watched & { page: Page }>
beforeAll(async () => {
  browser = await openBrowser()
  open = {
    ernesto: await desk(browser, 'ernesto'),
    daniela: await desk(browser, 'daniela'),
    sofia: await desk(browser, 'sofia', 1280, 'en-US'),
    josefina: await desk(browser, 'josefina', 390),
  }
})
afterAll(() => browser.close())

describe('a quarter that writes itself', () => {
  let activity: string
  let award: string

  test('a workshop: who came by list, by the code at the door and by a count, and what they thought', async () => {
    const { page } = open.ernesto
    await goTo(page, '/support')
    await button(page, 'Nueva actividad').click()
    await inDialog(page).getByLabel('¿Cómo se llama?').fill('Jornada de lectura del contrato')
    await inDialog(page).getByLabel('Tema').selectOption('Derechos laborales básicos')
    await inDialog(page).getByLabel('¿Qué día?').fill(addDays(last.since, 30))
    await inDialog(page).getByLabel('Lugar').fill('Local del sindicato')
    await button(page, 'Guardar').click()
    await page.getByRole('link', { name: /Jornada de lectura del contrato/ }).click()
    await page.getByRole('heading', { name: 'Quién vino' }).waitFor()
    activity = new URL(page.url()).pathname
    for (let came = 1; came <= 6; came++) {
      await page.getByLabel('Buscar a alguien').fill('la')
      await button(page, 'Vino').first().click()
      await page
        .getByRole('heading', { name: came === 1 ? '1 persona anotada' : `${came} personas anotadas` })
        .waitFor()
    }
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.url().endsWith('/door') && response.ok()),
      button(page, 'Abrir la puerta con QR').click(),
    ])
    await page.getByText('Escanea para avisar que llegaste').first().waitFor()
    await atTheDoor(browser, ((await answer.json()) as { token: string }).token)
    for (let taps = 0; taps < 4; taps++) await button(page, '+5').click()
    await expect.poll(() => page.getByLabel('Contados en la puerta').textContent()).toBe('21')
    await page.reload()
    await button(page, 'Ver sus datos').click()
    await page.getByText('Nacho de montaje').waitFor()
    await button(page, 'Sumar a la lista').click()
    await page.getByText('7 personas anotadas').waitFor()
    await page.getByText('1 de 5 respuestas').waitFor()
    await button(page, 'Cerrar la actividad').click()
    await button(page, 'Reabrir').waitFor()
  })

  test('a committee counts as formed once it has its minutes and three leaders, and not before', async () => {
    const { page } = open.ernesto
    await goTo(page, '/organization')
    await button(page, 'Agregar un comité').click()
    await inDialog(page).getByLabel('Nombre').fill('Comité de la jornada')
    await inDialog(page).getByLabel('Empezó el').fill(addDays(last.since, 31))
    await inDialog(page).getByLabel('Acta de asamblea del').fill(addDays(last.since, 40))
    await button(page, 'Guardar').click()
    const card = page.getByRole('listitem').filter({ hasText: 'Comité de la jornada' }).first()
    await card.getByText('faltan líderes').waitFor()
    for (const [at, alias] of ['Chayo', 'Meche', 'Toño'].entries()) {
      await card.getByRole('button', { name: 'Nombrar a alguien' }).click()
      await inDialog(page).getByLabel('Cómo le conoce el equipo').fill(alias)
      await inDialog(page)
        .getByLabel('Puesto')
        .fill(at === 0 ? 'Secretaría general' : 'Vocal')
      await inDialog(page).getByLabel('Nombrada el').fill(addDays(last.since, 41))
      if (at === 0) {
        await inDialog(page).getByLabel('Está de acuerdo en que se anote').check()
        await inDialog(page).getByLabel('Sexo').selectOption('Mujer')
      }
      await button(page, 'Guardar').click()
      await card.getByText(alias).waitFor()
    }
    await card.getByText(/Formado el/).waitFor()
  })

  test('a definition is written in two languages and its sentence follows from what is counted', async () => {
    const { page } = open.daniela
    await goTo(page, '/programs')
    await page
      .getByRole('main')
      .getByRole('link', { name: /Raíces en el Bajío/ })
      .first()
      .click()
    await page.getByRole('heading', { name: 'Indicadores' }).waitFor()
    award = new URL(page.url()).pathname
    await button(page, 'Nuevo indicador').click()
    await inDialog(page).getByLabel('Clave').fill(code)
    await inDialog(page).getByLabel('Español').fill('Personas que vinieron')
    await inDialog(page).getByLabel('Inglés').fill(title.en)
    await button(page, 'Guardar').click()
    await button(page, `Cambiar ${code}`).click()
    await inDialog(page).getByLabel('Español').fill(title.es)
    await button(page, 'Guardar').click()
    const row = page.getByRole('listitem').filter({ hasText: title.es }).first()
    await row.getByRole('link', { name: 'Escribir la definición' }).click()
    const text = page.getByRole('group', { name: 'Qué significa' })
    await text
      .getByLabel('Español')
      .fill('Personas distintas que asistieron a una actividad en el trimestre.')
    await text.getByLabel('Inglés').fill('Different people who attended an activity in the quarter.')
    const counts = page.getByRole('group', { name: 'Cuenta', exact: true })
    await counts.getByRole('button', { name: 'Agregar un ejemplo' }).click()
    await counts.getByLabel('Español').fill('Está en la lista de la jornada')
    await counts.getByLabel('Inglés').fill('Is on the list of the day')
    await page
      .getByRole('checkbox', { name: 'Persona que asistió a una actividad', exact: true })
      .check({ force: true })
    await page.getByText(/Personas distintas en el periodo, contadas una sola vez/).waitFor()
    await button(page, 'Guardar el borrador').click()
    await button(page, 'Firmar esta versión').waitFor()
  })

  test('the funder does not agree, both readings stand side by side, and both sign once it is settled', async () => {
    const [program, funder] = [open.daniela.page, open.sofia.page]
    await goTo(funder, '/programs/definitions')
    await funder
      .getByRole('link', { name: new RegExp(title.en) })
      .first()
      .click()
    await button(funder, 'I do not agree').click()
    await inDialog(funder).getByLabel('Why?').fill('Coming once is not taking part.')
    await inDialog(funder).getByRole('button', { name: 'I do not agree' }).click()
    await funder.getByText('Disputed').first().waitFor()
    await program.reload()
    await program.getByText('Coming once is not taking part.').waitFor()
    await program
      .getByLabel('Tu lectura')
      .fill('Cuenta quien estuvo en la lista, aunque haya venido una vez.')
    await button(program, 'Guardar mi lectura').click()
    await button(program, 'Calcular el antes y el después').click()
    await program.getByRole('columnheader', { name: 'Esta versión' }).waitFor()
    await button(program, 'Firmar esta versión').click()
    await inDialog(program).getByRole('button', { name: 'Firmar esta versión' }).click()
    await inDialog(program).waitFor({ state: 'hidden' })
    await funder.reload()
    await funder.getByText('Cuenta quien estuvo en la lista, aunque haya venido una vez.').waitFor()
    await button(funder, 'Sign this version').click()
    await inDialog(funder).getByRole('button', { name: 'Sign this version' }).click()
    await funder.getByText('This version is signed and no longer changes.').waitFor()
  })

  test('a union signs less than it was asked for', async () => {
    const { page } = open.josefina
    await goTo(page, '/organization')
    const asked = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('button', { name: 'Firmar lo marcado' }) })
    const box = asked.getByRole('checkbox', { name: 'sector', exact: true })
    if ((await box.count()) > 0) await box.uncheck({ force: true })
    await asked.getByRole('button', { name: 'Firmar lo marcado' }).click()
    await expect.poll(() => button(page, 'Firmar lo marcado').count()).toBe(0)
    await page
      .getByText(/^Firmado el/)
      .first()
      .waitFor()
  })

  test('the figures are counted and protected, and one opens to what it means and counts', async () => {
    const { page } = open.daniela
    await goTo(page, `${award}?period=${last.id}`)
    await button(page, 'Contar este periodo').click()
    await page.getByText(/cifras publicadas/).waitFor({ timeout: 60_000 })
    await page.getByRole('link', { name: title.es }).click()
    await page.getByText('Personas distintas que asistieron a una actividad en el trimestre.').waitFor()
    await page.getByText('Está en la lista de la jornada').waitFor()
    await page.getByRole('heading', { name: 'Qué hay detrás' }).waitFor()
    expect(await page.getByRole('main').textContent()).not.toMatch(/Chayo|Nacho/)
  })

  test('the report is written, previewed, submitted under a fingerprint and comes as PDF, Word, page, workbook and CSV', async () => {
    const { page } = open.daniela
    await goTo(page, '/programs/reports')
    await page.getByRole('main').getByRole('link').filter({ hasText: 'En borrador' }).first().click()
    await writeWhatLacks(page)
    await submit(page)
    const pdf = await download(page, 'Informe, PDF')
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.length).toBeGreaterThan(20_000)
    expect((await download(page, 'Informe, PDF')).equals(pdf)).toBe(true)
    expect((await download(page, 'Informe, HTML')).toString()).toContain(title.es)
    for (const name of ['Informe, DOCX', 'Tabla de datos, XLSX'])
      expect((await download(page, name)).subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004')
    expect((await download(page, 'Tabla de datos, CSV')).toString()).toContain(code)
    expect((await download(page, 'Hoja para la asamblea, PDF')).subarray(0, 5).toString()).toBe('%PDF-')
    await button(page, 'Volver a contar').click()
    await page
      .getByText(/salieron iguales|sale igual|iguales/i)
      .first()
      .waitFor({ timeout: 60_000 })
  })

  test('the funder receives it in English', async () => {
    const { page } = open.sofia
    await goTo(page, '/programs/reports')
    const pdf = await download(page, 'Report, PDF')
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect((await download(page, 'Report, HTML')).toString()).toContain(title.en)
  })

  test('facts that arrive late make a new edition that says what changed', async () => {
    const union = open.ernesto.page
    await goTo(union, activity)
    await button(union, 'Reabrir').click()
    for (let taps = 1; taps <= 8; taps++) {
      await button(union, '+5').click()
      await expect
        .poll(() => union.getByLabel('Contados en la puerta').textContent())
        .toBe(String(21 + 5 * taps))
    }
    await button(union, 'Cerrar la actividad').click()
    await button(union, 'Reabrir').waitFor()
    const { page } = open.daniela
    await page.reload()
    await button(page, 'Reexpresar con lo que llegó después').click()
    await inDialog(page).getByRole('button', { name: 'Reexpresar con lo que llegó después' }).click()
    await page.getByText('edición 2', { exact: false }).first().waitFor({ timeout: 60_000 })
    await page.getByRole('row', { name: /OTP-2/ }).first().waitFor()
  })

  test('the funder draws a sample, the union shows its record on its own screen, and the match is signed', async () => {
    const [funder, union] = [open.sofia.page, open.ernesto.page]
    await goTo(funder, '/programs/audits')
    await button(funder, 'Draw a sample').click()
    await inDialog(funder).getByLabel('Indicator').waitFor()
    await inDialog(funder).getByRole('button', { name: 'Draw a sample' }).click()
    const drawn = funder.getByRole('listitem').filter({ hasText: 'Not shown yet' }).first()
    await drawn.waitFor()
    expect(await drawn.textContent()).not.toMatch(/Mezquite|Hilo/)
    await goTo(union, '/programs/shared')
    const asked = union.getByRole('listitem').filter({ hasText: 'Fondo Puente verifica' }).first()
    await asked.getByText('una cifra de Programa Raíces').waitFor()
    await asked.getByRole('link').first().waitFor()
    await asked.getByRole('button', { name: 'Lo estoy mostrando' }).click()
    const match = funder.getByRole('button', { name: 'It matches' })
    await match.first().waitFor({ timeout: 30_000 })
    await funder.getByRole('heading', { name: /Mezquite/ }).waitFor()
    await match.first().click()
    await funder.getByText(/1 matches,/).waitFor()
  })

  test('a record that does not say what was counted is signed so, and the program never saw whose it was', async () => {
    const [program, union] = [open.daniela.page, open.ernesto.page]
    await goTo(union, '/programs/shared')
    const asked = union.getByRole('listitem').filter({ hasText: 'Programa Raíces verifica' }).first()
    const [handle] = (await asked.getByRole('link').first().innerText()).split(' · ')
    await asked.getByRole('button', { name: 'Lo estoy mostrando' }).click()
    await goTo(program, '/programs/audits')
    await button(program, 'No coincide').first().click()
    await program.getByText('0 coinciden, 1 no coincide, 5 pendientes').waitFor()
    expect(await program.getByRole('main').innerText()).not.toContain(handle)
  })

  test('a union withdraws: nothing new is counted of it, and what was issued stays', async () => {
    const { page } = open.josefina
    await goTo(page, '/organization')
    await button(page, 'Retirar el permiso').first().click()
    await inDialog(page).getByRole('button', { name: 'Retirar el permiso' }).click()
    await page
      .getByText(/^Retirado el/)
      .first()
      .waitFor()
  })

  test('no screen complained, and nobody else’s server was asked', () => {
    for (const { wrong, strangers } of Object.values(open)) expect([...wrong, ...strangers]).toEqual([])
  })
})
