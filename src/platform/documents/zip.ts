import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/**
 * Packs a file of parts (DOCX, XLSX) again, so that the same parts are the same bytes: sorted, all of one day, as the document is. `mend` may rewrite
 * the text of a part.
 */
export const settled = (
  bytes: Uint8Array,
  day: string,
  mend: (path: string, text: string) => string = (_, text) => text,
): Uint8Array => {
  const parts = Object.entries(unzipSync(bytes)).filter(([path]) => !path.endsWith('/'))
  const ordered = parts.sort(([left], [right]) => rank(left) - rank(right) || (left < right ? -1 : 1))
  const mended = ordered.map(([path, part]) => [
    path,
    /\.(xml|rels)$/.test(path) ? strToU8(mend(path, strFromU8(part))) : part,
  ])
  return zipSync(Object.fromEntries(mended), { mtime: localNoon(day), level: 6 })
}

/** Readers that stream want the list of parts first (ECMA-376-2 §10). */
const rank = (path: string) => (path === '[Content_Types].xml' ? 0 : path.startsWith('_rels/') ? 1 : 2)

// A zip file holds local time without its zone: noon of the local zone is the same digits everywhere.
const localNoon = (day: string): Date => {
  const [year, month, date] = day.split('-').map(Number)
  return new Date(Math.max(1980, year!), month! - 1, date, 12)
}
