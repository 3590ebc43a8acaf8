import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const smallest = 1_024
const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** How an answer is packed, the better one first; none when the browser takes neither. */
export type Encoding = 'br' | 'gzip'

export const encodingFor = (headers: Headers): Encoding | undefined => {
  const accepted = (headers.get('accept-encoding') ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => !/;\s*q=0(\.0*)?$/.test(part))
    .map((part) => part.split(';')[0]!.trim())
  return (['br', 'gzip'] as const).find((encoding) => accepted.includes(encoding))
}

/** Packs bytes; `quality` is brotli's, from 1 to 11. */
export const packed = async (
  bytes: Uint8Array,
  encoding: Encoding,
  quality: number,
): Promise<Uint8Array<ArrayBuffer>> => {
  if (encoding === 'gzip') return new Uint8Array(await zip(bytes, { level: Math.min(9, quality + 2) }))
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  }
  return new Uint8Array(await brotli(bytes, { params }))
}

/** An answer of the API, packed when it is text of more than a kilobyte. A stream is left to flow as it is. */
export const packedAnswer = async (response: Response, request: Headers): Promise<Response> => {
  const type = response.headers.get('content-type') ?? ''
  const encoding = encodingFor(request)
  if (!encoding || !type.startsWith('application/json') || response.headers.has('content-encoding'))
    return response
  const body = new Uint8Array(await response.arrayBuffer())
  const headers = new Headers(response.headers)
  headers.append('vary', 'accept-encoding')
  if (body.length <= smallest) return new Response(body, { status: response.status, headers })
  headers.set('content-encoding', encoding)
  headers.delete('content-length')
  return new Response(await packed(body, encoding, 4), { status: response.status, headers })
}
