/** What a TrueType font says of itself: which characters it has, and how wide each is, in thousandths of the type's size. */
export type Font = { family: string; has: (point: number) => boolean; width: (point: number) => number }

/** Reads the tables `cmap`, `hhea`, `hmtx` and `head` of a TrueType file (OpenType 1.9). */
export const readFont = (family: string, bytes: Uint8Array): Font => {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tables = tablesOf(data)
  const glyphs = glyphsOf(data, tables.cmap!)
  const unitsPerEm = data.getUint16(tables.head! + 18)
  const measured = data.getUint16(tables.hhea! + 34)
  const width = (point: number) => {
    const glyph = glyphs.get(point) ?? 0
    return (data.getUint16(tables.hmtx! + 4 * Math.min(glyph, measured - 1)) * 1000) / unitsPerEm
  }
  return { family, has: (point) => glyphs.has(point), width }
}

const tablesOf = (data: DataView): Record<string, number> => {
  const entries = Array.from({ length: data.getUint16(4) }, (_, at) => 12 + 16 * at)
  const name = (at: number) => String.fromCharCode(...[0, 1, 2, 3].map((byte) => data.getUint8(at + byte)))
  return Object.fromEntries(entries.map((at) => [name(at), data.getUint32(at + 8)]))
}

const glyphsOf = (data: DataView, cmap: number): Map<number, number> => {
  const glyphs = new Map<number, number>()
  for (let at = 0; at < data.getUint16(cmap + 2); at++) {
    const table = cmap + data.getUint32(cmap + 8 + 8 * at)
    const format = data.getUint16(table)
    if (format === 4) readSegments(data, table, glyphs)
    if (format === 12) readGroups(data, table, glyphs)
  }
  return glyphs
}

/** Format 4: segments of the first 65,536 characters. */
const readSegments = (data: DataView, table: number, glyphs: Map<number, number>) => {
  const double = data.getUint16(table + 6)
  for (let at = 0; at < double; at += 2) {
    const last = data.getUint16(table + 14 + at)
    const first = data.getUint16(table + 16 + double + at)
    const delta = data.getUint16(table + 16 + 2 * double + at)
    const place = table + 16 + 3 * double + at
    const offset = data.getUint16(place)
    for (let point = first; point <= last && point < 0xffff; point++) {
      const direct = offset === 0 ? point : data.getUint16(place + offset + 2 * (point - first))
      const glyph = offset !== 0 && direct === 0 ? 0 : (direct + delta) & 0xffff
      if (glyph) glyphs.set(point, glyph)
    }
  }
}

/** Format 12: groups of any character. */
const readGroups = (data: DataView, table: number, glyphs: Map<number, number>) => {
  for (let at = table + 16; at < table + 16 + 12 * data.getUint32(table + 12); at += 12) {
    const [first, last, glyph] = [data.getUint32(at), data.getUint32(at + 4), data.getUint32(at + 8)]
    for (let point = first; point <= last; point++) glyphs.set(point, glyph + point - first)
  }
}
