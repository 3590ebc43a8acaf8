import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { covered, families, fontFiles, measure } from './fonts/family.ts'
import { localeOf } from './format.ts'
import type { Laid } from './lay/laid.ts'
import { letter } from './lay/sheet.ts'
import { words } from './words.ts'

/** A PDF, how many pages it has, and which characters no font of ours has: those stand as their numbers, `[U+4E2D]`. */
export type PrintedPdf = { bytes: Uint8Array; pages: number; unprintable: string[] }

/** Where a slip's panel holds more than its height, in millimeters; or a document more pages than it may have. */
export type Misfit =
  | { misfit: 'slip'; slip: number; neededMm: number; roomMm: number }
  | { misfit: 'pages'; pages: number; most: number }

const folder = fileURLToPath(new URL('./typst/', import.meta.url))

/**
 * Sets a document as a tagged PDF/UA-1 (ISO 14289-1) on letter sheets. The same document gives the same bytes: its dates are the document's own day,
 * its fonts ours, and its content reaches Typst as data that is never read as markup. It keeps its thread busy until it is done: `press.ts` runs it
 * elsewhere.
 */
export const setPdf = (laid: Laid): PrintedPdf | Misfit => {
  const compiler = typesetter()
  compiler.resetShadow()
  const unprintable = new Set<string>()
  const data = JSON.stringify(dataOf(laid), (key, value) =>
    typeof value === 'string' ? spelled(value, unprintable, !silent.has(key)) : value,
  )
  compiler.mapShadow(`${folder}document.json`, Buffer.from(data))
  for (const [name, bytes] of Object.entries(laid.images))
    compiler.mapShadow(`${folder}images/${name}`, Buffer.from(bytes))
  try {
    return set(compiler, laid, [...unprintable])
  } finally {
    compiler.resetShadow()
    compiler.evictCache(0)
  }
}

let made: NodeCompiler | undefined

const typesetter = () => {
  made ??= NodeCompiler.create({
    workspace: folder,
    fontArgs: [{ fontBlobs: fontFiles.map((file) => readFileSync(file)) }],
  })
  return made
}

const set = (
  compiler: NodeCompiler,
  { day, mostPages }: Laid,
  unprintable: string[],
): PrintedPdf | Misfit => {
  const result = compiler.compile({ mainFilePath: `${folder}document.typ`, resetRead: true })
  const { result: document } = result
  if (!document) throw new Error(`the document cannot be set: ${complaints(compiler, result)}`)
  const marked = compiler.query.bind(compiler)
  const [over] = marked(document, { selector: '<overflow>', field: 'value' }) as {
    slip: number
    needed: number
    room: number
  }[]
  if (over) return { misfit: 'slip', slip: over.slip, neededMm: over.needed, roomMm: over.room }
  const pages = document.numOfPages
  if (mostPages && pages > mostPages) return { misfit: 'pages', pages, most: mostPages }
  const creationTimestamp = Date.parse(`${day}T00:00:00Z`) / 1000
  const bytes = compiler.pdf(document, { pdfStandard: 'ua-1', creationTimestamp })
  return { bytes: new Uint8Array(bytes), pages, unprintable }
}

/** What the typesetter says of our template; it names places, and may quote a text, so it is a fault to be mended and not a message for anyone. */
const complaints = (compiler: NodeCompiler, result: ReturnType<NodeCompiler['compile']>): string => {
  const error = result.takeDiagnostics()
  return error ? JSON.stringify(compiler.fetchDiagnostics(error)).slice(0, 2000) : 'no reason given'
}

const dataOf = (laid: Laid) => {
  const { images: _, ...rest } = laid
  return {
    ...rest,
    called: laid.title,
    region: localeOf(laid.language).slice(3),
    families,
    words: words[laid.language],
    stampSize: laid.stamp ? stampSize(laid.stamp) : 0,
  }
}

/** As large as lets the word reach from corner to corner of a sheet. */
const stampSize = (stamp: string) =>
  Math.min(110, Math.floor((0.62 * letter.height) / (measure(stamp, 1, true) || 1)))

/** Texts that are kept in the file and never set in lines. */
const silent = new Set(['alt', 'summary', 'by', 'called'])

/**
 * A text as the typesetter can set it: a character that no font has becomes its number, and a word too long for a line may break anywhere, at zero-width
 * spaces.
 */
const spelled = (text: string, unprintable: Set<string>, set: boolean): string => {
  const shown = covered(text)
  if (shown !== text) for (const letter of text) if (covered(letter) !== letter) unprintable.add(letter)
  return set ? shown.replaceAll(/\S{23,}/g, breakable) : shown
}

const breakable = (word: string): string => {
  const letters = [...new Intl.Segmenter('es').segment(word)].map(({ segment }) => segment)
  return letters.map((letter, at) => (at > 0 && at % 11 === 0 ? `\u200b${letter}` : letter)).join('')
}
