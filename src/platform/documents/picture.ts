import * as z from 'zod'

/** A photograph or an emblem: the bytes of a PNG or JPEG file in base64. */
export const Picture = z
  .strictObject({ base64: z.base64().max(16_000_000) })
  .refine(
    ({ base64 }) => sizeOf(bytesOf(base64)) !== undefined,
    'is neither a PNG nor a JPEG of up to 50 million points',
  )
export type Picture = z.infer<typeof Picture>

export type PictureSize = { format: 'png' | 'jpeg'; width: number; height: number }

const mostPoints = 50_000_000

export const bytesOf = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'))

/** What kind of picture these bytes are and how many points it has; `undefined` when they are none that we print. */
export const sizeOf = (bytes: Uint8Array): PictureSize | undefined => {
  const size = isPng(bytes) ? pngSize(bytes) : isJpeg(bytes) ? jpegSize(bytes) : undefined
  return size && size.width * size.height > 0 && size.width * size.height <= mostPoints ? size : undefined
}

/**
 * The picture alone: without place, camera, owner, comment or preview, which photographs carry (Exif, XMP, IPTC, PNG text). Its colors and which
 * side is up are kept.
 */
export const barePicture = (bytes: Uint8Array): Uint8Array =>
  isPng(bytes) ? barePng(bytes) : bareJpeg(bytes)

const isPng = (bytes: Uint8Array) =>
  bytes.length > 33 &&
  [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a].every((byte, at) => bytes[at] === byte)
const isJpeg = (bytes: Uint8Array) =>
  bytes.length > 4 && bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const pngSize = (bytes: Uint8Array): PictureSize => ({
  format: 'png',
  width: view(bytes).getUint32(16),
  height: view(bytes).getUint32(20),
})

type Part = { type: number | string; from: number; to: number }

/** The chunks of a PNG file (ISO/IEC 15948 §5.3); a last one that is cut short is left out. */
const pngChunks = (bytes: Uint8Array): Part[] => {
  const chunks: Part[] = []
  for (let from = 8; from + 12 <= bytes.length; ) {
    const to = from + 12 + view(bytes).getUint32(from)
    if (to > bytes.length) break
    chunks.push({ type: String.fromCharCode(...bytes.subarray(from + 4, from + 8)), from, to })
    from = to
  }
  return chunks
}

const pngNeeds = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'pHYs'])

const barePng = (bytes: Uint8Array): Uint8Array => {
  const kept = pngChunks(bytes).filter(({ type }) => pngNeeds.has(String(type)))
  return joined([bytes.subarray(0, 8), ...kept.map(({ from, to }) => bytes.subarray(from, to))])
}

/** The marked segments of a JPEG file up to its image data (ITU-T T.81 annex B). */
const jpegSegments = (bytes: Uint8Array): Part[] => {
  const segments: Part[] = []
  for (let from = 2; from + 4 <= bytes.length && bytes[from] === 0xff; ) {
    const type = bytes[from + 1]!
    if (type === 0xff) {
      from += 1
      continue
    }
    const to = type === 0xda ? bytes.length : from + 2 + view(bytes).getUint16(from + 2)
    if (to > bytes.length) break
    segments.push({ type, from, to })
    from = to
  }
  return segments
}

const frames = new Set([0xc0, 0xc1, 0xc2])

const jpegSize = (bytes: Uint8Array): PictureSize | undefined => {
  const frame = jpegSegments(bytes).find(({ type }) => frames.has(Number(type)))
  if (!frame || frame.to - frame.from < 9) return undefined
  const [height, width] = [view(bytes).getUint16(frame.from + 5), view(bytes).getUint16(frame.from + 7)]
  return turned(bytes) ? { format: 'jpeg', width: height, height: width } : { format: 'jpeg', width, height }
}

const bareJpeg = (bytes: Uint8Array): Uint8Array => {
  const application = (type: number) => type >= 0xe0 && type <= 0xef
  // APP0 says how large a point is, APP2 holds the color profile, APP14 how the colors are coded; the rest tells of people and machines.
  const colors = (part: Part) =>
    part.type === 0xe0 || part.type === 0xee || (part.type === 0xe2 && startsWith(bytes, part, 'ICC_PROFILE'))
  const kept = jpegSegments(bytes).filter(
    (part) => part.type !== 0xfe && (!application(Number(part.type)) || colors(part)),
  )
  return joined([
    bytes.subarray(0, 2),
    sideUp(orientation(bytes)),
    ...kept.map(({ from, to }) => upToEnd(bytes, from, to)),
  ])
}

/** Image data ends at its end marker: what a camera hangs behind it (a second picture, a film) is left out. */
const upToEnd = (bytes: Uint8Array, from: number, to: number): Uint8Array => {
  if (bytes[from + 1] !== 0xda) return bytes.subarray(from, to)
  for (let at = from + 2; at + 1 < to; at++)
    if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return bytes.subarray(from, at + 2)
  return bytes.subarray(from, to)
}

const startsWith = (bytes: Uint8Array, { from }: Part, text: string) =>
  [...text].every((letter, at) => bytes[from + 4 + at] === letter.charCodeAt(0))

/** Which side is up, 1 to 8 (Exif 2.32, tag 0x0112); 1 when the file does not say. */
export const orientation = (bytes: Uint8Array): number => {
  const exif = jpegSegments(bytes).find((part) => part.type === 0xe1 && startsWith(bytes, part, 'Exif'))
  if (!exif || exif.to - exif.from < 26) return 1
  const tiff = new DataView(bytes.buffer, bytes.byteOffset + exif.from + 10, exif.to - exif.from - 10)
  const little = tiff.getUint16(0) === 0x4949
  const first = tiff.getUint32(4, little)
  if (first + 2 > tiff.byteLength) return 1
  for (let entry = 0; entry < tiff.getUint16(first, little); entry++) {
    const at = first + 2 + 12 * entry
    if (at + 12 > tiff.byteLength) return 1
    const value = tiff.getUint16(at + 8, little)
    if (tiff.getUint16(at, little) === 0x0112) return value >= 1 && value <= 8 ? value : 1
  }
  return 1
}

const turned = (bytes: Uint8Array) => orientation(bytes) >= 5

/** An Exif segment that says which side is up and nothing else. */
const sideUp = (side: number): Uint8Array => {
  if (side === 1) return new Uint8Array()
  const exif = [...'Exif\0\0MM\0*'].map((letter) => letter.charCodeAt(0))
  return Uint8Array.from([
    0xff,
    0xe1,
    0,
    34,
    ...exif,
    0,
    0,
    0,
    8,
    0,
    1,
    0x01,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    side,
    0,
    0,
    0,
    0,
    0,
    0,
  ])
}

const joined = (parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts))
