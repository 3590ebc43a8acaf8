import { createHash } from 'node:crypto'
import { Resvg } from '@resvg/resvg-js'
import type { FilePart, VoteFileId } from './schema.ts'

// Drawn for the demo; of no union that exists.
const rings = `<g fill="none" stroke-width="9"><circle cx="36" cy="40" r="21"/><circle cx="64" cy="40" r="21"/><circle cx="50" cy="64" r="21"/></g>`
const tree = `<path d="M45 92c2-18 0-26-9-42l7-3c3 6 6 11 7 15 1-6 4-12 8-16l6 4c-8 9-11 22-10 42z"/>
  <circle cx="33" cy="42" r="15"/><circle cx="67" cy="42" r="15"/><circle cx="50" cy="27" r="18"/><path d="M18 92h64v5H18z"/>`

/** The emblems of the demo's slates, in their colors. */
export const emblems = { rings, tree }

/** An emblem as the file that the screen of a slate would send: a PNG of 480 points a side, in one part. */
export const emblemFile = (shape: string, color: string, fileId: VoteFileId): FilePart => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="480" height="480" fill="${color}" stroke="${color}" stroke-width="0">${shape}</svg>`
  const bytes = new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng()
  const digest = createHash('sha256').update(bytes).digest('hex')
  return { fileId, digest, mediaType: 'image/png', parts: 1, part: 0, content: bytes.toString('base64') }
}
