import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packedAnswer } from './compress.ts'
import { atHome, siteFrom } from './site.ts'

// Under a folder whose name begins with a dot, as a data folder may be.
const folder = join(mkdtempSync(join(tmpdir(), 'asamblea-site-')), '.dist', 'client')
const page = `<!doctype html><title>Agenda</title>${'<p>hola</p>'.repeat(200)}`
const script = 'export const palabra = "ñandú"\n'.repeat(200)
let site: ReturnType<typeof siteFrom>

beforeAll(() => {
  for (const inner of ['assets', 'workers', '.vite']) mkdirSync(join(folder, inner), { recursive: true })
  writeFileSync(join(folder, 'index.html'), page)
  writeFileSync(join(folder, 'worker.js'), script)
  writeFileSync(join(folder, 'verify.html'), page)
  writeFileSync(join(folder, 'manifest.webmanifest'), '{}')
  writeFileSync(join(folder, 'assets', 'index-Ab3_x-9Z.js'), script)
  writeFileSync(join(folder, '.vite', 'manifest.json'), '{"secret":true}')
  writeFileSync(join(folder, '..', 'outside.txt'), 'outside')
  site = siteFrom(folder)
})
afterAll(() => rmSync(join(folder, '..', '..'), { recursive: true }))

const get = (path: string, headers: Record<string, string> = {}) =>
  site(new Request(`http://localhost:3000${path}`, { headers }))

describe('the browser’s files', () => {
  test('a page that is not the application is handed over to be kept, never run under our address', async () => {
    expect((await get('/')).headers.get('content-disposition')).toBeNull()
    const { headers, status } = await get('/verify.html')
    expect([status, headers.get('content-disposition')]).toEqual([200, 'attachment; filename="verify.html"'])
  })

  test('no path leads out of the folder, and what the build keeps for itself is not served', async () => {
    for (const path of [
      '/../outside.txt',
      '/%2e%2e/outside.txt',
      '/assets/../../outside.txt',
      '/.vite/manifest.json',
      '/..%2foutside.txt',
      '/nada.js',
    ])
      expect((await get(path)).status, path).toBe(404)
  })

  test('any page is the application, asked for anew each time', async () => {
    for (const path of ['/', '/join', '/campaigns/7/people']) {
      const response = await get(path)
      expect(await response.text(), path).toBe(page)
      expect(response.headers.get('cache-control')).toBe('no-cache')
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    }
    const tag = (await get('/')).headers.get('etag')!
    expect((await get('/', { 'if-none-match': tag })).status).toBe(304)
  })

  test('a name with a digest is kept for ever, the worker and the manifest never', async () => {
    expect((await get('/assets/index-Ab3_x-9Z.js')).headers.get('cache-control')).toMatch(/immutable/)
    expect((await get('/worker.js')).headers.get('cache-control')).toBe('no-cache')
    expect((await get('/manifest.webmanifest')).headers.get('content-type')).toBe('application/manifest+json')
  })

  test('are packed as the browser can read them', async () => {
    const path = '/assets/index-Ab3_x-9Z.js'
    const bytes = async (accepts: string) => {
      const response = await get(path, { 'accept-encoding': accepts })
      return [response.headers.get('content-encoding'), Buffer.from(await response.arrayBuffer())] as const
    }
    const [br, brotli] = await bytes('gzip, deflate, br')
    expect([br, brotliDecompressSync(brotli).toString()]).toEqual(['br', script])
    const [gz, zipped] = await bytes('gzip, br;q=0')
    expect([gz, gunzipSync(zipped).toString()]).toEqual(['gzip', script])
    expect(await bytes('identity')).toEqual([null, Buffer.from(script)])
  })
})

describe('this machine by another of its names', () => {
  const at = (url: string, publicUrl = 'http://localhost:3000') => atHome(publicUrl, site)(new Request(url))

  test('is sent to the one that the pages are known by, and nobody else is sent anywhere', async () => {
    const sent = await at('http://127.0.0.1:3000/join?x=1')
    expect([sent.status, sent.headers.get('location')]).toEqual([307, 'http://localhost:3000/join?x=1'])
    expect((await at('http://localhost:3000/')).status).toBe(200)
    expect((await at('http://192.168.1.7:3000/')).status).toBe(200)
    expect((await at('http://127.0.0.1:3000/', 'https://union.example')).status).toBe(200)
    expect((await at('http://127.0.0.1:3000//evil.example/')).headers.get('location')).toBe(
      'http://localhost:3000//evil.example/',
    )
  })
})

describe('answers of the API', () => {
  const answer = (body: string, accepts: string) =>
    packedAnswer(
      new Response(body, { headers: { 'content-type': 'application/json' } }),
      new Headers({ 'accept-encoding': accepts }),
    )

  test('are packed from a kilobyte on, and left alone where nobody asked', async () => {
    const long = JSON.stringify('ñ'.repeat(2_000))
    const packed = await answer(long, 'br')
    expect(packed.headers.get('content-encoding')).toBe('br')
    expect(packed.headers.get('vary')).toBe('accept-encoding')
    expect(brotliDecompressSync(Buffer.from(await packed.arrayBuffer())).toString()).toBe(long)
    expect((await answer('"corto"', 'br')).headers.get('content-encoding')).toBeNull()
    expect(await (await answer(long, 'identity')).text()).toBe(long)
  })
})
