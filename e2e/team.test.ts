import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeOf } from '../src/testing/authenticator.ts'
import { joinWithPin, newDesk, newPhone, openBrowser, site } from './browser.ts'
import { newUnion, password } from './union.ts'

let browser: Browser
let ana: Awaited<ReturnType<typeof newDesk>>
let olga: typeof ana
let rebeca: typeof ana
beforeAll(async () => {
  browser = await openBrowser()
  ;[ana, olga] = await newUnion(browser, 'Sindicato de la Aguja', ['Ana', 'Olga'])
  for (const { page } of [ana, olga]) page.setDefaultTimeout(15_000)
  await ana.context.grantPermissions(['clipboard-read', 'clipboard-write'])
})
afterAll(() => browser.close())

const button = (within: Pick<Page, 'getByRole'>, name: string) =>
  within.getByRole('button', { name, exact: true })
const row = (page: Page, text: string | RegExp) => page.getByRole('listitem').filter({ hasText: text })
const toTeam = (page: Page) => page.goto(`${site.url}/team`)

/** Copies the address of the code that stands on the screen. */
const copied = async (page: Page) => {
  await button(page, 'Copiar').click()
  await button(page, 'Copiado').waitFor()
  const address = await page.evaluate(() => navigator.clipboard.readText())
  await button(page, 'Listo').click()
  return address
}

const invite = async (page: Page, alias: string, role: string) => {
  await toTeam(page)
  await button(page, 'Invitar a alguien').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Cómo le verá el equipo').fill(alias)
  await dialog.getByLabel('Función').selectOption({ label: role })
  await button(dialog, 'Hacer la invitación').click()
  await page.getByText(`Invitación para ${alias}`).waitFor()
  return copied(page)
}

/** Opens what may be changed of somebody on the team. */
const change = async (page: Page, alias: string) => {
  await toTeam(page)
  await button(row(page, alias).first(), 'Cambiar').click()
  return page.getByRole('dialog')
}

const approve = async (page: Page, what: string) => {
  await toTeam(page)
  const asked = row(page, what)
  await button(asked, 'Aprobar').click()
  await asked.getByText('Aprobado').waitFor()
}

/** Gives back somebody's access: one asks, Olga approves, the first shows the code. */
const giveBack = async (page: Page, alias: string) => {
  const dialog = await change(page, alias)
  await button(dialog, 'Devolvérselo').click()
  await button(dialog, 'Pedir que recupere su acceso').click()
  await dialog.getByText('Puede aprobarlo: Olga.', { exact: false }).waitFor()
  expect(await button(dialog, 'Mostrar su código nuevo').count()).toBe(0)
  await approve(olga.page, `Devolver el acceso a alguien que lo perdió: ${alias}`)
  await button(await change(page, alias), 'Devolvérselo').click()
  await button(dialog, 'Mostrar su código nuevo').click()
  return copied(page)
}

/** Takes an invitation at a computer; answers the secret of the codes. */
const joinAtDesk = async (page: Page, address: string, login: string) => {
  await page.goto(address)
  await button(page, 'Crear usuario y contraseña').click()
  await page.getByLabel('Elige un nombre de usuario').fill(login)
  await page.getByLabel('Elige una contraseña').first().fill(password)
  await button(page, 'Seguir').click()
  const secret = (await page.getByText(/^([A-Z2-7]{4} ?)+$/).innerText()).replaceAll(' ', '')
  await page.getByLabel(/Escribe el código/).fill(codeOf(secret, new Date()))
  await button(page, 'Crear mi acceso').click()
  await button(page, 'Ya los guardé').click()
  await page.getByRole('navigation').first().waitFor()
  return secret
}

test('an open invitation is listed, canceled by whoever leads, and its link then says that it is over', async () => {
  const address = await invite(ana.page, 'Quirino', 'Delegada o delegado')
  const open = row(ana.page, 'Quirino')
  await open.getByText('Delegada o delegado').waitFor()
  expect(await open.innerText()).toMatch(/Invitó Ana · Vence: /)
  await toTeam(olga.page)
  await row(olga.page, 'Quirino').waitFor()
  await button(open, 'Cancelar invitación').click()
  const dialog = ana.page.getByRole('dialog', { name: '¿Cancelar la invitación para Quirino?' })
  await button(dialog, 'Dejarla abierta').click()
  await button(open, 'Cancelar invitación').click()
  await button(dialog, 'Cancelar invitación').click()
  await ana.page.getByText('No hay invitaciones abiertas.').waitFor()
  const quirino = await newDesk(browser, 390)
  await quirino.page.goto(address)
  await quirino.page.getByRole('heading', { name: 'Esta invitación ya no sirve' }).waitFor()
  await quirino.page.getByText('ya se usó, se canceló o venció', { exact: false }).waitFor()
  await quirino.context.close()
  // Olga's screen is from before.
  await button(row(olga.page, 'Quirino'), 'Cancelar invitación').click()
  await button(olga.page.getByRole('dialog'), 'Cancelar invitación').click()
  await olga.page.getByText('Esa invitación ya no está abierta', { exact: false }).waitFor()
  expect(ana.wrong).toEqual([])
})

describe('Rebeca, at a computer', () => {
  let secret: string
  beforeAll(async () => {
    rebeca = await newDesk(browser)
    rebeca.page.setDefaultTimeout(15_000)
    await rebeca.context.grantPermissions(['clipboard-read', 'clipboard-write'])
    secret = await joinAtDesk(rebeca.page, await invite(ana.page, 'Rebeca', 'Consulta'), 'rebeca.aguja')
  })

  test('becomes a coordinator once one owner has asked and the other approved', async () => {
    await toTeam(rebeca.page)
    await rebeca.page.getByText('Rebeca').first().waitFor()
    expect(await button(rebeca.page, 'Invitar a alguien').count()).toBe(0)
    const dialog = await change(ana.page, 'Rebeca')
    await button(dialog, 'Cambiar su función').click()
    expect(await button(dialog, 'Cambiar su función').isDisabled()).toBe(true)
    await dialog.getByLabel('Función').selectOption({ label: 'Coordinación' })
    await dialog.getByText('Esto necesita a dos personas.', { exact: false }).waitFor()
    await button(dialog, 'Pedir: nombrar a alguien que coordine').click()
    await dialog.getByText('Puede aprobarlo: Olga.', { exact: false }).waitFor()
    await approve(olga.page, 'Nombrar a alguien que coordine: Rebeca')
    await button(await change(ana.page, 'Rebeca'), 'Cambiar su función').click()
    await dialog.getByLabel('Función').selectOption({ label: 'Coordinación' })
    await dialog.getByText('Ya está aprobado.', { exact: false }).waitFor()
    await button(dialog, 'Cambiar su función').click()
    await dialog.getByText('Función: Coordinación').waitFor()
    await toTeam(rebeca.page)
    await button(rebeca.page, 'Invitar a alguien').waitFor()
    // The last two owners stay.
    await button(await change(ana.page, 'Olga'), 'Cambiar su función').click()
    await dialog.getByLabel('Función').selectOption({ label: 'Consulta' })
    await button(dialog, 'Cambiar su función').click()
    await dialog.getByText('Una organización necesita dos responsables.', { exact: false }).waitFor()
  })

  test('ends the session that she left open elsewhere; then, having lost everything, comes back with a new code', async () => {
    const { context, page } = await newDesk(browser)
    await page.goto(site.url)
    await page.getByLabel('Usuario').fill('rebeca.aguja')
    await page.getByLabel('Contraseña').first().fill(password)
    // Each code opens one session: the next one is accepted half a minute early.
    await page.getByLabel('Código de tu aplicación').fill(codeOf(secret, new Date(Date.now() + 30_000)))
    await button(page, 'Entrar').click()
    await page.getByRole('navigation').first().waitFor()
    await page.goto(`${site.url}/account`)
    await row(page, 'esta').waitFor()
    await button(page, 'Terminar').click()
    await button(page, 'Terminar').waitFor({ state: 'hidden' })
    await rebeca.page.reload()
    await rebeca.page.getByLabel('Usuario').waitFor()

    const address = await giveBack(ana.page, 'Rebeca')
    await joinAtDesk(rebeca.page, address, 'rebeca.nueva')
    await toTeam(rebeca.page)
    await button(rebeca.page, 'Invitar a alguien').waitFor()
    await page.reload()
    await page.getByText('Tu cuenta no está en ninguna organización.').waitFor()
    await context.close()
  })
})

describe('Nayeli, a delegate', () => {
  const [lost, found] = [newPhone(), newPhone()]
  afterAll(() => Promise.all([lost.drop(), found.drop()]))

  test('loses her phone, which is revoked and opens nothing more, and goes on with another by a coordinator and an owner', async () => {
    const old = await lost.open()
    await joinWithPin(old.page, await invite(ana.page, 'Nayeli', 'Delegada o delegado'))
    await toTeam(ana.page)
    const phone = row(ana.page, 'Nayeli').filter({ hasText: 'Dado de alta' })
    await button(phone, 'Dar de baja').click()
    await button(ana.page.getByRole('dialog'), 'Dar de baja').click()
    await phone.getByText('Dado de baja').waitFor()
    await old.page.reload()
    // It asks before anybody types the PIN.
    await old.page.getByRole('heading', { name: 'Este teléfono ya no tiene tu lista' }).waitFor()
    expect(await old.page.evaluate(async () => (await fetch('/api/account')).status)).toBe(401)
    const { page, wrong } = await found.open()
    await joinWithPin(page, await giveBack(rebeca.page, 'Nayeli'))
    await toTeam(ana.page)
    await button(phone, 'Dar de baja').waitFor()
    expect(await phone.count()).toBe(2)
    expect(wrong).toEqual([])
  })
})
