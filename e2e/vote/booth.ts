import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { site, watch } from '../browser.ts'
import { button } from '../screen.ts'
import { film, withCamera } from './camera.ts'

const slow = { timeout: 60_000 }

const cast = async (page: Page, choice: string) => {
  await page.getByRole('radio', { name: choice }).check(slow)
  await button(page, 'Revisar mi voto').click()
  await button(page, 'Depositar mi voto').click(slow)
  await page.locator('[data-tracker]').waitFor(slow)
}

const onStick = (page: Page) =>
  page.evaluate(async () => {
    const root = await navigator.storage.getDirectory()
    const stick = await root.getDirectoryHandle('memoria')
    const texts: string[] = []
    for await (const handle of (
      stick as unknown as { values: () => AsyncIterable<FileSystemFileHandle> }
    ).values())
      texts.push(await (await handle.getFile()).text())
    return texts.join('')
  })

/**
 * Sets a tablet up at its table and votes on it without a network: the first slip before the camera, the second typed. The
 * tablet is then lost; answers what its stick holds, and every address of somebody else's that it asked.
 */
export const castInBooth = async (
  link: string,
  [scanned, typed]: readonly string[],
  folder: string,
  look: (page: Page, what: string) => Promise<void>,
) => {
  const seen = join(folder, 'camera.y4m')
  film(seen, scanned!.trim().split(' ')[0]!)
  const tablet = await chromium.launch({
    executablePath: site.chromium,
    args: ['--no-sandbox', '--disable-gpu', ...withCamera(seen)],
  })
  const context = await tablet.newContext({ viewport: { width: 1024, height: 768 }, locale: 'es-MX' })
  // The folder that a person would pick on a stick: Chromium's own, where no dialog can be answered.
  await context.addInitScript(() => {
    const stick = async () =>
      (await navigator.storage.getDirectory()).getDirectoryHandle('memoria', { create: true })
    Object.assign(globalThis, { showDirectoryPicker: stick })
  })
  const { page, strangers } = watch(await context.newPage())
  await page.goto(link)
  await page.getByText('0 votos en esta tableta').waitFor()
  await button(page, 'Elegir memoria o tarjeta').click()
  await page.getByText('Cada voto se escribe también en «memoria».').waitFor()
  await look(page, 'a table’s tablet')
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.getByLabel(/Número para salir/).fill('4321')
  await button(page, 'Abrir la pantalla de votar').click()
  await context.setOffline(true)
  await button(page, 'Escanear mi papeleta').click()
  await page.getByRole('radio').first().waitFor(slow)
  await look(page, 'a booth')
  await cast(page, 'Ocho horas')
  if (await page.getByText('falta la segunda copia').count()) throw new Error('The stick lacks a ballot.')
  await button(page, 'Terminar').click()
  await page.getByLabel('Clave').fill(typed!)
  await button(page, 'Empezar').click()
  await cast(page, 'Voto en blanco')
  const copy = await onStick(page)
  await tablet.close()
  return { copy, strangers }
}
