import fc from 'fast-check'
import { encodeQR } from 'qr'
import { decodeQR } from 'qr/decode.js'
import { describe, expect, test } from 'vitest'
import { asKey, fingerprint, newKey } from './keys.ts'
import { pageOf } from './sheet.page.ts'
import { type ReadSheet, readSheet, rebuilt, type SheetLines, sheetsOf, sheetText } from './sheets.ts'

type Readable = Extract<ReadSheet, { readable: true }>
const read = (sheet: SheetLines) => readSheet(sheet.join('\n')) as Readable

describe('a sheet', () => {
  test('of another length, or with a letter no sheet has, is not read', () => {
    expect(readSheet('')).toEqual({ readable: false, line: null })
    expect(readSheet('0'.repeat(71))).toEqual({ readable: false, line: null })
    expect(readSheet('U'.repeat(72))).toEqual({ readable: false, line: 1 })
  })

  test('with one slip of the pen says in which line, all but once in a thousand', async () => {
    const sheet = await sheetsOf(newKey())
    const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
    let missed = 0
    const slips = fc.tuple(fc.nat(2), fc.nat(3), fc.nat(17), fc.constantFrom(...letters))
    fc.assert(
      fc.property(slips, ([of, line, at, letter]) => {
        const lines = sheet[of]!.map((text) => text.replaceAll(' ', ''))
        if (lines[line]![at] === letter) return
        lines[line] = lines[line]!.slice(0, at) + letter + lines[line]!.slice(at + 1)
        const result = readSheet(lines.join(''))
        if (result.readable) missed += 1
        else expect(result.line).toBe(line + 1)
      }),
      { numRuns: 2_000, seed: 7 },
    )
    expect(missed).toBeLessThan(10)
  })

  test('is read as people type it: small letters, no spaces, O for 0 and I for 1', async () => {
    const [sheet] = await sheetsOf(newKey())
    const typed = sheetText(sheet!).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')
    expect(readSheet(typed)).toEqual(read(sheet!))
  })

  test('carries the same letters in its QR code, and names nobody', async () => {
    const key = newKey()
    const [sheet] = await sheetsOf(key)
    const modules = encodeQR(sheetText(sheet!), 'raw', { ecc: 'medium', border: 4 })
    const scale = 4
    const size = modules.length * scale
    const data = new Uint8Array(size * size * 4).fill(255)
    for (let y = 0; y < size; y++)
      for (let x = 0; x < size; x++)
        if (modules[Math.floor(y / scale)]![Math.floor(x / scale)])
          data.fill(0, (y * size + x) * 4, (y * size + x) * 4 + 3)
    expect(decodeQR({ width: size, height: size, data })).toBe(sheetText(sheet!))
    const page = pageOf(sheet!, 1, fingerprint(key), '2026-11-22')
    expect(page).toContain(encodeQR(sheetText(sheet!), 'svg', { ecc: 'medium', border: 4 }))
    expect(page).not.toMatch(/asamblea|sindicato|union|https?:\/\/(?!www\.w3\.org)|src=|href=/i)
    expect(page).not.toContain(key.toString('hex'))
  })
})

describe('two sheets', () => {
  test('that are one, of two keys, or of two printings give no key, and say which', async () => {
    const key = newKey()
    const [first, second] = [await sheetsOf(key), await sheetsOf(key)]
    const other = await sheetsOf(newKey())
    expect(await rebuilt(read(first[0]!), read(first[0]!))).toEqual({ problem: 'same-sheet' })
    expect(await rebuilt(read(first[0]!), read(other[1]!))).toEqual({ problem: 'other-key' })
    expect(await rebuilt(read(first[0]!), read(second[1]!))).toEqual({ problem: 'other-printing' })
  })

  test('of the three, whichever, give the key back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 32, maxLength: 32 }), async (bytes) => {
        const key = asKey(bytes)
        const sheets = await sheetsOf(key)
        for (const [one, other] of [
          [0, 1],
          [1, 2],
          [2, 0],
        ] as const) {
          const result = await rebuilt(read(sheets[one]!), read(sheets[other]!))
          expect('key' in result && result.key.equals(key)).toBe(true)
        }
      }),
      { numRuns: 100, seed: 7 },
    )
  })
})
