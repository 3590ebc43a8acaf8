// A whole electronic vote by its screens, in Chromium: the ceremony on three devices, slips, a phone that challenges, loses
// its signal and votes, a tablet without a network, an observer, the opening. Each screen passes axe. Needs `scripts/build.ts`.
import { readFileSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'
import { claim } from '../scripts/claim.ts'
import { endVote, frozenVote } from '../src/testing/boxes.ts'
import { type House, openHouse } from './votes/house.ts'

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')
const runAxe = 'axe.run().then((found) => found.violations.map(({ id }) => id).join(" "))'

export const run = async () => {
  const house = await openHouse(3251)
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  try {
    await journey(house, browser)
  } finally {
    await browser.close()
    await house.end()
  }
}

const violations: string[] = []
let screens = 0

/** Runs axe past the page's own policy, as a browser's developer tools do. */
const look = async (page: Page, name: string) => {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Runtime.evaluate', { expression: axe })
  const { result } = await devtools.send('Runtime.evaluate', {
    expression: runAxe,
    awaitPromise: true,
    returnByValue: true,
  })
  await devtools.detach()
  screens += 1
  if (result.value !== '') violations.push(`${name}: ${result.value}`)
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const newPage = async (browser: Browser, width = 390) =>
  (await browser.newContext({ viewport: { width, height: 844 }, locale: 'es-MX' })).newPage()

const journey = async (house: House, browser: Browser) => {
  const desk = await newPage(browser, 1280)
  await desk.goto(house.base)
  const token = await house.invite('Ana', 'owner')
  const membershipId = await desk.evaluate(async (invited) => {
    const body = JSON.stringify({ token: invited, label: 'Ana' })
    const headers = { 'content-type': 'application/json' }
    const response = await fetch('/api/door/phone', { method: 'POST', headers, body })
    return (await response.json()).membershipId
  }, token)
  const vote = await frozenVote(house, { orgId: house.orgId, membershipId }, { remote: 12, tables: [4] })
  await desk.goto(`${house.base}/votes/${vote.voteId}/box`)
  await desk.getByLabel('Quienes custodian').fill('Lupita\nChuy\nMeche')
  await look(desk, 'a new box')
  await button(desk, 'Invitar a quienes custodian').click()
  await desk.locator('[data-link]').first().waitFor()
  const trustees = []
  for (const link of await desk.locator('[data-link]').allTextContents())
    trustees.push({ link, ...(await enroll(browser, link)) })
  for (const { page } of trustees) await page.getByText('Tu llave está lista').waitFor({ timeout: 60_000 })
  await button(desk, /Hacer e imprimir/).click({ timeout: 15_000 })
  await desk.locator('[data-slip]').first().waitFor()
  const slips = await desk.locator('[data-slip]').allTextContents()
  await button(desk, 'Fijar la urna').click({ timeout: 15_000 })
  const published = desk.getByRole('link', { name: 'Página pública de la urna' })
  const uuid = (await published.getAttribute('href'))!.split('/').at(-1)!
  await look(desk, 'an open box')
  await house.owner.query(`update votes set state = 'open', opened_at = now() where id = $1`, [vote.voteId])

  const tracker = await voteByPhone(house, browser, uuid, slips[0]!.split(' ')[0]!)
  await voteInBooth(desk, browser, slips[1]!, slips[12]!)
  const observer = await newPage(browser, 1280)
  await observer.goto(`${house.base}/archive/${uuid}`)
  await observer.getByLabel('Folio').fill(tracker)
  await button(observer, 'Buscar').click()
  await observer.getByText('Está en la urna y cuenta').waitFor()
  await button(observer, 'Verificar en este aparato').click()
  await observer.getByText('Todo coincide: 2 votos').waitFor({ timeout: 60_000 })
  await look(observer, 'the archive')

  await endVote(house, vote.voteId)
  await desk.reload()
  await button(desk, 'Cerrar la urna').click()
  await button(desk, 'Sí, cerrarla ahora').click()
  await desk.getByText('Sumada. Faltan partes').waitFor({ timeout: 60_000 })
  for (const { page, link, code } of [trustees[0]!, trustees[2]!]) await open(page, link, code)
  await observer.reload()
  await observer.getByText('2 votos cuentan').waitFor()
  await look(observer, 'the result')
  const said = (await observer.getByRole('listitem').allInnerTexts())
    .slice(0, 3)
    .join(', ')
    .replaceAll('\n', ' ')
  claim(
    'screens, result of two votes',
    said,
    'Planilla Guinda 1, Planilla Verde 1, En blanco 0',
    said === 'Planilla Guinda 1, Planilla Verde 1, En blanco 0',
  )
  claim(
    `screens, what axe finds in ${screens} screens`,
    violations.join('; ') || 'nothing',
    'nothing',
    violations.length === 0,
  )
}

const enroll = async (browser: Browser, link: string) => {
  const page = await newPage(browser)
  await page.goto(link)
  await button(page, 'Hacer mi clave').click()
  const code = (await page.locator('[data-code]').textContent())!
  await look(page, 'a trustee’s code')
  await page.getByLabel('Escribe de nuevo tu clave').fill(code)
  await button(page, 'Ya la guardé').click()
  await page.getByText('Ya entró').first().waitFor()
  return { page, code }
}

/** Another day: the page knows nothing but the link and what is typed. */
const open = async (page: Page, link: string, code: string) => {
  await page.goto('about:blank')
  await page.goto(link)
  await page.getByLabel('Escribe tu clave de custodia').fill(code)
  await button(page, 'Seguir').click()
  await button(page, 'Abrir mi parte').click()
  await page.getByText(/Abriste tu parte|El resultado está publicado/).waitFor({ timeout: 60_000 })
}

const voteByPhone = async (house: House, browser: Browser, uuid: string, code: string) => {
  const phone = await newPage(browser)
  const asked: string[] = []
  phone.on('request', (request) => asked.push(request.url()))
  await phone.goto(`${house.base}/ballot/${uuid}#${code}`)
  await phone.getByRole('radio', { name: 'Planilla Verde' }).check()
  await look(phone, 'a ballot')
  await button(phone, 'Revisar mi voto').click()
  await phone.locator('summary').click()
  await look(phone, 'its review')
  await button(phone, /No enviarlo/).click()
  await phone.getByText('Este voto se abrió y ya no cuenta').waitFor()
  const seal = (await phone.locator('p[class*=code]').textContent())!
  const second = await newPage(browser)
  await second.goto(`${house.base}/opened/${uuid}#${seal}`)
  await second.getByText('Planilla Verde').waitFor({ timeout: 30_000 })
  await look(second, 'an opened ballot')
  await button(phone, 'Preparar mi voto de nuevo').click()
  await phone.getByRole('radio', { name: 'Planilla Guinda' }).check()
  await button(phone, 'Revisar mi voto').click()
  await button(phone, 'Enviar mi voto').waitFor()
  await phone.context().setOffline(true)
  await button(phone, 'Enviar mi voto').click()
  await phone.getByText('Tu voto NO se recibió').waitFor()
  await look(phone, 'a ballot that was not received')
  await phone.context().setOffline(false)
  await button(phone, 'Enviar otra vez').click()
  const tracker = (await phone.locator('[data-tracker]').textContent())!
  await look(phone, 'a received ballot')
  const telling = asked.filter((url) => url.includes(code) || /\/api\/(account|team|offline)/.test(url))
  const hidden = telling.length === 0 && !phone.url().includes('#')
  claim('screens, requests of a voter that tell the code or a session', String(telling.length), '0', hidden)
  return tracker
}

const voteInBooth = async (desk: Page, browser: Browser, foreign: string, slip: string) => {
  await button(desk, 'Registrar tableta en la mesa 1').click()
  const link = (await desk.locator('[data-booth]').textContent())!
  const tablet = await newPage(browser, 1280)
  await tablet.goto(link)
  await tablet.getByText('0 votos en esta tableta').waitFor()
  await look(tablet, 'a table’s tablet')
  await tablet.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await tablet.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await tablet.context().setOffline(true)
  await tablet.reload()
  await tablet.getByLabel(/Número para salir/).fill('4321')
  await button(tablet, 'Abrir la pantalla de votar').click()
  const enter = async (code: string) => {
    await tablet.getByLabel('Clave').fill(code)
    await button(tablet, 'Empezar').click()
  }
  await enter(foreign)
  await tablet.getByText('no es de esta mesa').waitFor()
  await enter(slip)
  await tablet.getByRole('radio', { name: 'Planilla Verde' }).check()
  await look(tablet, 'a booth')
  await button(tablet, 'Revisar mi voto').click()
  await button(tablet, 'Depositar mi voto').click()
  await tablet.locator('[data-tracker]').waitFor()
  await look(tablet, 'a booth’s tracker')
  await button(tablet, 'Terminar').click()
  await enter(slip)
  await tablet.getByText('ya se usó en esta tableta').waitFor()
  await button(tablet, 'Salir').click()
  await tablet.getByLabel('Número de la mesa').fill('4321')
  await tablet.context().setOffline(false)
  await button(tablet, 'Entregar la urna').click()
  await tablet.getByText('Se recibieron 1 votos').waitFor()
}
