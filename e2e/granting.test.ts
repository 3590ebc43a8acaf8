import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { desk, openBrowser, site } from './browser.ts'

describe('a coordinator wants a second coordinator', () => {
  let browser: Awaited<ReturnType<typeof openBrowser>>
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  test('asks first, reads who can approve it, and makes the invitation once an owner has', async () => {
    const graciela = await desk(browser, 'graciela')
    graciela.page.setDefaultTimeout(20_000)
    await graciela.page.goto(`${site.url}/team`)
    await graciela.page.getByRole('button', { name: 'Invitar a alguien' }).click()
    const dialog = graciela.page.getByRole('dialog')
    await dialog.getByLabel('Cómo le verá el equipo').fill('Luz')
    const offered = await dialog.getByLabel('Función').locator('option').allInnerTexts()
    expect(offered).not.toContain('Vigilancia')
    await dialog.getByLabel('Función').selectOption({ label: 'Coordinación' })
    await dialog.getByText('Esto necesita a dos personas.', { exact: false }).waitFor()
    expect(await dialog.getByRole('button', { name: 'Hacer la invitación' }).count()).toBe(0)
    await dialog.getByRole('button', { name: /^Pedir: / }).click()
    await dialog.getByText(/Puede aprobarlo: .*Maribel/).waitFor()
    await dialog.getByRole('button', { name: 'Cancelar' }).click()
    const own = graciela.page.getByRole('listitem').filter({ hasText: 'Lo pidió Graciela' })
    await own.getByText('Lo pediste tú.', { exact: false }).waitFor()
    expect(await own.getByRole('button', { name: 'Aprobar', exact: true }).count()).toBe(0)

    const maribel = await desk(browser, 'maribel')
    maribel.page.setDefaultTimeout(20_000)
    await maribel.page.goto(`${site.url}/team`)
    const asked = maribel.page.getByRole('listitem').filter({ hasText: 'Lo pidió Graciela' })
    await asked.getByRole('button', { name: 'Aprobar', exact: true }).click()
    await asked.getByText('Aprobado').waitFor()
    await maribel.page.getByRole('heading', { name: 'Quién puede aprobar' }).waitFor()

    await graciela.page.reload()
    await graciela.page.getByRole('button', { name: 'Invitar a alguien' }).click()
    await dialog.getByLabel('Cómo le verá el equipo').fill('Luz')
    await dialog.getByLabel('Función').selectOption({ label: 'Coordinación' })
    await dialog.getByRole('button', { name: 'Hacer la invitación' }).click()
    await graciela.page.getByText('Invitación para Luz').waitFor()
    expect([...graciela.wrong, ...maribel.wrong]).toEqual([])
  }, 120_000)
})
