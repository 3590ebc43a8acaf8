import { describe, expect, test } from 'vitest'
import { dataFolder, startServer, stopServer } from '../src/testing/program.ts'
import { openBrowser } from './browser.ts'

describe('a server that starts empty', () => {
  test('makes the first organization and its two owners, and never asks again', async () => {
    const { folder, drop } = dataFolder()
    const server = await startServer({ DATA_DIR: folder, DEMO: 'off' })
    const browser = await openBrowser()
    const page = await browser.newPage({ locale: 'en-US' })
    await page.goto(server.url)
    await page.getByRole('heading', { name: 'This server is empty' }).waitFor()
    await page.getByLabel('Name of the organization').first().fill('Unión de la Costura')
    await page.getByLabel(/First owner/i).fill('Ana')
    await page.getByLabel(/Second owner/i).fill('Beto')
    await page.getByRole('button', { name: /Create the organization/ }).click()
    await page.getByRole('link', { name: /Open mine/ }).click()
    await page.getByText(/You are invited to Unión de la Costura/).waitFor()
    const other = await browser.newPage({ locale: 'en-US' })
    await other.goto(server.url)
    await other.getByLabel('User name').waitFor()
    expect(await other.getByText('This server is empty').count()).toBe(0)
    await browser.close()
    await stopServer(server)
    drop()
  })
})
