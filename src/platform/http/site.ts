import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, extname, join, relative, sep } from 'node:path'
import { isLoopback } from './address.ts'
import { type Encoding, encodingFor, packed } from './compress.ts'

/** Answers whatever is not the API's. */
export type Site = (request: Request) => Promise<Response>

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}
const packable = /^(text\/|image\/svg|application\/(json|manifest|wasm))/

/** A file of the built browser application, read once; packed once for each encoding somebody asked for. */
type File = {
  type: string
  bytes: Uint8Array<ArrayBuffer>
  tag: string
  forever: boolean
  /** A page of its own, to be kept and opened without us: under our policy none of its scripts would run here. */
  toKeep: string | undefined
  packed: Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>
}

/**
 * Serves the browser's files from the folder the build wrote. Only what lay there at the start is served, so no path leads
 * anywhere else. A path without an ending is a page: the application itself finds out which.
 */
export const siteFrom = (folder: string): Site => {
  const files = filesIn(folder)
  return async (request) => {
    const { pathname } = new URL(request.url)
    const file = files.get(pathname) ?? (extname(pathname) === '' ? files.get('/index.html') : undefined)
    if (!file) return new Response('', { status: 404 })
    if (request.headers.get('if-none-match') === file.tag)
      return new Response(null, { status: 304, headers: cached(file) })
    return answer(file, encodingFor(request.headers))
  }
}

const filesIn = (folder: string): Map<string, File> => {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    // What the build keeps for itself starts with a dot.
    .filter((path) => !/(^|\/)\./.test(path))
  return new Map(paths.map((path) => [`/${path}`, fileAt(join(folder, path), path)]))
}

const fileAt = (file: string, path: string): File => {
  const bytes = new Uint8Array(readFileSync(file))
  return {
    type: types[extname(path)] ?? 'application/octet-stream',
    bytes,
    tag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    // The build puts a digest of the content into these names: another content has another name.
    forever: /^(assets|workers)\/[^/]+-[\w-]{8}\.\w+$/.test(path),
    toKeep: extname(path) === '.html' && path !== 'index.html' ? basename(path) : undefined,
    packed: new Map(),
  }
}

const cached = ({ forever, tag, toKeep }: File) => ({
  ...(toKeep ? { 'content-disposition': `attachment; filename="${toKeep}"` } : {}),
  'cache-control': forever ? 'public, max-age=31536000, immutable' : 'no-cache',
  etag: tag,
  vary: 'accept-encoding',
})

const answer = async (file: File, encoding: Encoding | undefined): Promise<Response> => {
  const headers = { ...cached(file), 'content-type': file.type }
  if (!encoding || file.bytes.length < 1_024 || !packable.test(file.type))
    return new Response(file.bytes, { headers })
  const known = file.packed.get(encoding) ?? packed(file.bytes, encoding, 9)
  file.packed.set(encoding, known)
  return new Response(await known, { headers: { ...headers, 'content-encoding': encoding } })
}

/**
 * Sends whoever typed 127.0.0.1 to localhost, or the other way round: a request is ours only when its page has the address that
 * the server is known by.
 */
export const atHome = (publicUrl: string, site: Site): Site => {
  const home = new URL(publicUrl)
  return async (request) => {
    const url = new URL(request.url)
    const strays = home.protocol === 'http:' && url.host !== home.host && isLoopback(url.hostname)
    if (!strays) return site(request)
    return new Response(null, {
      status: 307,
      headers: { location: `${home.origin}${url.pathname}${url.search}` },
    })
  }
}

/** What is shown while there is nothing built to show. */
export const siteMissing: Site = async () =>
  new Response('npm run build\n', { status: 503, headers: { 'content-type': 'text/plain; charset=utf-8' } })
