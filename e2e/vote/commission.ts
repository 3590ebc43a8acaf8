import pg from 'pg'
import type { Page } from 'playwright-core'
import { placeFor } from '../../src/platform/db/embedded/place.ts'
import { credentialsIn } from '../../src/platform/db/setup.ts'
import { site } from '../browser.ts'
import { button, part } from '../screen.ts'

const here = new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/Mexico_City' })

/** Writes down a consultation of three choices, voted today on paper, on a tablet and remotely; answers its id. */
export const prepare = async (page: Page, title: string): Promise<string> => {
  await page.goto(`${site.url}/votes/new`)
  await page.getByLabel('¿Qué se vota?').selectOption({ label: 'Consulta interna' })
  await page.getByLabel('¿Cómo se llama?').fill(title)
  await page.getByLabel('Pregunta o cargo').fill('¿Qué turno pedimos?')
  await page.getByLabel('Opciones, una en cada renglón').fill('Doce horas\nOcho horas\nComo está')
  for (const way of [/En tableta/, /A distancia/])
    await page.getByRole('checkbox', { name: way }).check({ force: true })
  await page.getByLabel('Día de la votación').fill(here.format(new Date()))
  await page.getByLabel('Abre a las').fill('00:00')
  await page.getByLabel('Cierra a las').fill('23:59')
  await page.getByLabel('Lugar').fill('Salón')
  await page.getByLabel('Estado').selectOption({ label: 'Guanajuato' })
  await page.getByLabel('Sector').selectOption({ index: 1 })
  await button(page, 'Guardar').click()
  await page.waitForURL(/\/votes\/[0-9a-f-]{36}$/)
  return page.url().split('/').at(-1)!
}

const people = (section: string, count: number, from: number) =>
  Array.from({ length: count }, (_, at) => {
    const letters = String.fromCharCode(65 + from + at)
    return `${letters}ura;Cruz;Rey;CRR${letters}800101MGTRYX0${(from + at) % 10};${section};;1`
  })

/** A roll as a payroll would give it: seventeen people, one line without a name, one person twice. */
export const rollFile = () => {
  const lines = [
    'Nombre(s);Apellido Paterno;Apellido Materno;CURP;Sección;Sexo;Mesa',
    ...people('Papel', 4, 0),
    ...people('Tableta', 6, 4),
    ...people('Teléfono', 7, 10),
    ';;;;Papel;;1',
    `Aura;Cruz;R.;CRRA800101MGTRYX00;Papel;;1`,
  ]
  return { name: 'padrón.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n'), 'latin1') }
}

/** The hour of the close comes. Nothing else of the vote is touched behind the screens. */
export const passTheHour = async (voteId: string) => {
  const { owner } = credentialsIn({ host: placeFor(site.dataDir).socket }, site.dataDir)
  const client = new pg.Client(owner)
  await client.connect()
  await client.query(`update votes set closes_at = now() - interval '1 minute' where id = $1`, [voteId])
  await client.end()
}

/** Gives everybody of a section one way to vote, at the first table where it needs one. */
export const split = async (page: Page, section: string, mode: 'En tableta' | 'A distancia') => {
  const parts = part(page, 'Repartir')
  await parts.getByLabel('Sección').fill(section)
  await parts.getByLabel('¿Cómo vota?').selectOption({ label: mode })
  if (mode === 'En tableta') await parts.getByLabel('Mesa').selectOption({ index: 1 })
  await button(parts, 'Repartir').click()
  await parts.getByText(/personas repartidas/).waitFor()
}
