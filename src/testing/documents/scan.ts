import { inflateSync } from 'node:zlib'
import { strFromU8, unzipSync } from 'fflate'
import { nodesOf, readPdf } from './pdf.ts'

export type Finding = { forbidden: string; where: string }

/**
 * Finds values that may not be in a file, whatever its format (PDF, DOCX, XLSX, HTML, SVG, CSV, JSON): in what is read, in what is only there for
 * machines (metadata, alternative texts, tags, comments, hidden parts, pictures inside pictures), and cut over several runs. Numbers are found with any
 * separators, names without regard to accents and case. What it cannot see is a value drawn as points of a picture.
 */
export const scan = async (bytes: Uint8Array, forbidden: readonly string[]): Promise<Finding[]> => {
  const texts = await textsOf(bytes, 'file')
  return forbidden.flatMap((value) => {
    const sought = seeker(value)
    return texts.filter(({ text }) => sought(text)).map(({ where }) => ({ forbidden: value, where }))
  })
}

type Found = { where: string; text: string }

const textsOf = async (bytes: Uint8Array, where: string): Promise<Found[]> => {
  const start = String.fromCharCode(...bytes.subarray(0, 5))
  if (start === '%PDF-') return pdfTexts(bytes, where)
  if (start.startsWith('PK')) return zipTexts(bytes, where)
  if (start.startsWith('\x89PNG') || start.startsWith('\xff\xd8')) return [{ where, text: latin(bytes) }]
  return markupTexts(strFromU8(bytes), where)
}

const zipTexts = async (bytes: Uint8Array, where: string): Promise<Found[]> => {
  const parts = Object.entries(unzipSync(bytes))
  const inside = await Promise.all(parts.map(([path, part]) => textsOf(part, `${where}/${path}`)))
  return [{ where: `${where} names`, text: parts.map(([path]) => path).join('\n') }, ...inside.flat()]
}

/** As it stands, without its tags so that words cut by them come together, with gaps for them, and with what data addresses hold. */
const markupTexts = async (raw: string, where: string): Promise<Found[]> => {
  const bare = raw.replaceAll(/<[^>]*>/g, '')
  const data = [...raw.matchAll(/data:[\w+/.-]+;base64,([A-Za-z0-9+/=]+)/g)]
  const inner = await Promise.all(
    data.map(([, base64], at) =>
      textsOf(new Uint8Array(Buffer.from(base64!, 'base64')), `${where} data ${at}`),
    ),
  )
  // What styles and drawings measure with is no figure of anybody's.
  const attributes = [...raw.matchAll(/\b(alt|title|descr|aria-label|content|name)="([^"]*)"/g)].map(
    ([, , value]) => value,
  )
  const shown = raw
    .replaceAll(/data:[\w+/.-]+;base64,[A-Za-z0-9+/=]+/g, '')
    .replaceAll(/<style[\s\S]*?<\/style>/g, '')
  return [
    { where, text: decoded(bare) },
    { where: `${where} spaced`, text: decoded(shown.replaceAll(/<[^>]*>/g, ' ')) },
    { where: `${where} attributes`, text: decoded(attributes.join('\n')) },
    { where: `${where} comments`, text: [...raw.matchAll(/<!--([\s\S]*?)-->/g)].join('\n') },
    ...inner.flat(),
  ]
}

const decoded = (text: string) =>
  text
    .replaceAll(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replaceAll(/&(amp|lt|gt|quot|apos|nbsp);/g, (_, name: string) => named[name]!)
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

const pdfTexts = async (bytes: Uint8Array, where: string): Promise<Found[]> => {
  const { pages, info, xmp } = await readPdf(bytes)
  return [
    { where: `${where} metadata`, text: JSON.stringify(info) + xmp },
    ...pages.flatMap(({ text, tree }, at) => [
      { where: `${where} page ${at + 1}`, text },
      { where: `${where} page ${at + 1} joined`, text: text.replaceAll('\n', '') },
      {
        where: `${where} page ${at + 1} tags`,
        text: nodesOf(tree)
          .map(({ alt = '' }) => alt)
          .join('\n'),
      },
    ]),
    ...stringsIn(bytes).map((text, at) => ({ where: `${where} stream ${at}`, text })),
  ]
}

/** What its objects say in so many words: strings between parentheses and in hexadecimal (ISO 32000-2 §7.3.4), compressed or not. */
const stringsIn = (bytes: Uint8Array): string[] => {
  const raw = latin(bytes)
  const bodies = [raw]
  for (const match of raw.matchAll(/stream\r?\n/g)) {
    const from = match.index + match[0].length
    try {
      bodies.push(latin(inflateSync(bytes.subarray(from), { finishFlush: 2 })))
    } catch {
      // Not a compressed stream: it is in `raw` as it stands.
    }
  }
  return bodies.map((body) => {
    const literal = [...body.matchAll(/\(((?:\\.|[^\\()])*)\)/g)].map(([, text]) =>
      utf16(text!.replaceAll(/\\(.)/g, '$1')),
    )
    const hex = [...body.matchAll(/<([0-9A-Fa-f\s]{4,})>/g)].map(([, digits]) =>
      utf16(Buffer.from(digits!.replaceAll(/\s/g, ''), 'hex').toString('latin1')),
    )
    return [...literal, ...hex].join('\n')
  })
}

const utf16 = (text: string) =>
  text.startsWith('\xfe\xff') ? Buffer.from(text.slice(2), 'latin1').swap16().toString('utf16le') : text

const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replaceAll(/[\p{M}\u200b\u00ad]/gu, '')
    .toLowerCase()

/** Tells whether a text holds a value: a number between other digits is another number; a name may run over a line's end. */
const seeker = (value: string): ((text: string) => boolean) => {
  if (/^\d+$/.test(value)) {
    // Commas part the fields of a CSV file too: only a number written in groups goes on behind one.
    const grouped = value.replaceAll(/\B(?=(\d{3})+$)/g, "[.,'\\s\u00a0\u202f]")
    const plainly = new RegExp(`(?<!\\d)(?<!\\d\\.)${value}(?!\\d)(?!\\.\\d)`)
    const inGroups = new RegExp(`(?<!\\d)(?<!\\d[.,])${grouped}(?!\\d)(?![.,]\\d)`)
    return (text) => plainly.test(text) || inGroups.test(text)
  }
  const words = plain(value)
    .split(/\s+/)
    .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const pattern = new RegExp(words.join('\\s*'))
  return (text) => pattern.test(plain(text))
}
