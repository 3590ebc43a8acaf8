import { createHash } from 'node:crypto'
import encodeQR from 'qr'
import { barePicture, bytesOf, type Picture, sizeOf } from '../picture.ts'
import type { LaidImage } from './laid.ts'

/** The pictures of one document, each kept once however often it stands there. */
export const imageStore = () => {
  const files: Record<string, Uint8Array> = {}
  const keep = (bytes: Uint8Array, ending: string): string => {
    const name = `${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}.${ending}`
    files[name] = bytes
    return name
  }
  return {
    files,
    keepPicture: ({ base64 }: Picture, alt: string): LaidImage => {
      const bytes = barePicture(bytesOf(base64))
      const { format, width, height } = sizeOf(bytes)!
      return { image: keep(bytes, format === 'png' ? 'png' : 'jpg'), alt, width, height }
    },
    keepSvg: (svg: string, alt: string, width: number, height: number): LaidImage => ({
      image: keep(new TextEncoder().encode(svg), 'svg'),
      alt,
      width,
      height,
    }),
  }
}
export type ImageStore = ReturnType<typeof imageStore>

/** A QR code (ISO/IEC 18004) as one path, in modules; each row's dark runs are one rectangle. */
export const qrSvg = (content: string): { svg: string; modules: number } => {
  const rows = encodeQR(content, 'raw', { ecc: 'medium', border: 2 })
  const path = rows
    .flatMap((row, y) => runs(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`))
    .join('')
  const modules = rows.length
  return {
    modules,
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${modules} ${modules}" width="${modules}" height="${modules}" shape-rendering="crispEdges"><path d="${path}"/></svg>`,
  }
}

const runs = (row: readonly boolean[]): [number, number][] => {
  const found: [number, number][] = []
  for (const [x, dark] of row.entries()) {
    const last = found.at(-1)
    if (dark && last && last[0] + last[1] === x) last[1] += 1
    else if (dark) found.push([x, 1])
  }
  return found
}
