import { afterAll, describe, expect, test } from 'vitest'
import { joinWithPin, newPhone, pin, site, unlock } from './browser.ts'
import { invitation } from './invitation.ts'

describe('somebody takes Yolanda’s phone while it is locked', () => {
  const phone = newPhone()
  afterAll(phone.drop)

  test('locking ends its session, ten wrong PINs open nothing, and neither does any address', async () => {
    const address = await invitation('Sindicato Independiente El Mezquite', 'Yolanda', 'Noche')
    const { page, context, wrong } = await phone.open()
    page.setDefaultTimeout(15_000)
    await joinWithPin(page, address)
    const signedIn = () => page.evaluate(async () => (await fetch('/api/account')).ok)
    await expect.poll(signedIn, { timeout: 15_000 }).toBe(true)
    await page.reload()
    await page.getByLabel('Tu PIN').waitFor()
    await expect.poll(signedIn, { timeout: 15_000 }).toBe(false)
    // Her own PIN signs her in again.
    await unlock(page)
    await expect.poll(signedIn, { timeout: 15_000 }).toBe(true)
    // Without a signal the session cannot be ended: it ends with the first one, whatever was typed meanwhile.
    await context.setOffline(true)
    await page.reload()
    const wiped = page.getByRole('heading', { name: 'Este teléfono ya no tiene tu lista' })
    for (let tried = 0; tried < 10; tried++) {
      await page.getByLabel('Tu PIN').fill(pin.replace('4', '5'))
      await page.getByRole('button', { name: 'Abrir' }).click()
      if (tried < 9)
        await expect.poll(() => page.getByLabel('Tu PIN').inputValue(), { timeout: 30_000 }).toBe('')
    }
    await wiped.waitFor({ timeout: 30_000 })
    await page.getByRole('button', { name: 'Entrar con usuario en este aparato' }).click()
    await page.getByText('Para eso hace falta señal.').waitFor()
    await context.setOffline(false)
    await expect.poll(signedIn, { timeout: 15_000 }).toBe(false)
    for (const path of ['/', '/gate', '/team', '/campaigns', '/account']) {
      await page.goto(site.url + path)
      await wiped.waitFor()
      expect(await page.getByRole('navigation').count(), path).toBe(0)
    }
    expect(wrong).toEqual([])
    await page.getByRole('button', { name: 'Entrar con usuario en este aparato' }).click()
    await page.getByLabel('Usuario').waitFor()
  }, 240_000)
})

describe('Ema’s phone cannot read what it keeps', () => {
  const phone = newPhone()
  afterAll(phone.drop)

  test('it opens nobody’s desk, says that nothing was erased, and goes on once it can', async () => {
    const { page, context } = await phone.open()
    page.setDefaultTimeout(15_000)
    await joinWithPin(page, await invitation('Sindicato Independiente El Mezquite', 'Ema', 'Noche'))
    // As Chromium answers while another process still holds the files.
    await context.addInitScript(() => {
      const open = IDBFactory.prototype.open
      IDBFactory.prototype.open = function (name: string, version?: number) {
        if (localStorage.getItem('held'))
          throw new DOMException('Internal error opening backing store', 'UnknownError')
        return open.call(this, name, version)
      }
    })
    await page.evaluate(() => localStorage.setItem('held', 'yes'))
    const heading = page.getByRole('heading', { name: 'No se pudo abrir lo que guarda este teléfono' })
    for (const path of ['/gate', '/campaigns']) {
      await page.goto(site.url + path)
      await heading.waitFor()
      expect(await page.getByRole('navigation').count(), path).toBe(0)
    }
    await expect
      .poll(() => page.evaluate(async () => (await fetch('/api/account')).ok), { timeout: 15_000 })
      .toBe(false)
    await page.evaluate(() => localStorage.removeItem('held'))
    await page.getByRole('button', { name: 'Volver a intentar' }).tap()
    await unlock(page)
  })
})
