import { describe, expect, it } from 'vitest'
import { compiledModules } from '../scripts/build-wasm.ts'
import { belenios2048 } from '../src/group/belenios-2048.ts'
import { type Group, type GroupName, textOf } from '../src/group/group.ts'
import { pureGroups } from '../src/group/pure.ts'
import { rfc3526 } from '../src/group/rfc-3526-2048.ts'
import { opensslField } from '../src/node/openssl.ts'
import * as compiled from '../src/wasm/modules.ts'
import { fastGroups } from '../src/wasm.ts'
import { compareGroups } from './equality.ts'
import { groups } from './world.ts'

const names: readonly GroupName[] = ['BELENIOS-2048', 'RFC-3526-2048', 'Ed25519']
const fast = await fastGroups()

/** A point of order 2, 4 and 8 each, big end first (the list of https://eprint.iacr.org/2020/1244, Table 1). */
const smallOrder = [
  '7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffec',
  '0000000000000000000000000000000000000000000000000000000000000000',
  '05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826',
]

describe('groups', () => {
  it('run on WebAssembly here: the rest of this suite would otherwise not try it', () => {
    expect(names.map((name) => fast[name].by)).toEqual(Array(3).fill('WebAssembly'))
    expect(groups['BELENIOS-2048'].by).toBe('WebAssembly')
  })

  it('have the modules that their source gives', () => {
    const again = compiledModules()
    expect(again).toContain(compiled.modpBase64)
    expect(again).toContain(compiled.ed25519Base64)
  })

  it.each([
    ['BELENIOS-2048', 6_000],
    ['RFC-3526-2048', 300],
    ['Ed25519', 6_000],
  ] as const)('%s is the same in WebAssembly as in JavaScript', (name, operations) => {
    compareGroups(pureGroups[name], fast[name], operations, 1)
  })

  it.each([belenios2048, rfc3526])('$name is the same in OpenSSL as in JavaScript', (parameters) => {
    const operations = parameters === rfc3526 ? 200 : 2_000
    compareGroups(pureGroups[parameters.name], opensslField(parameters), operations, 2)
    compareGroups(pureGroups[parameters.name], groups[parameters.name], operations / 2, 3)
  })

  it('keep giving the same powers while their tables grow', () => {
    for (const name of ['BELENIOS-2048', 'Ed25519'] as const)
      for (const group of [pureGroups[name], fast[name]]) {
        const power = group.fixed(group.gPow(7n))
        const expected = textOf(group, group.gPow(7n * 12_345n))
        for (let use = 1; use <= 6_500; use++) {
          const made = power(use % 500 === 0 ? 12_345n : 3n)
          if (use % 500 === 0) expect(textOf(group, made)).toBe(expected)
        }
      }
  })

  describe.each(names.flatMap((name) => [pureGroups[name], fast[name]]))('$name in $by', (group) => {
    it('refuses to read what is not the one spelling of an element', () => {
      const text = textOf(group, group.gPow(5n))
      expect(textOf(group, group.parse(text)!)).toBe(text)
      for (const wrong of [
        '',
        ' ',
        `0${text}`,
        `${text} `,
        `+${text}`,
        `-${text}`,
        `${text}.`,
        `0x${text}`,
        'abc',
        `${text.slice(2)}g`,
      ])
        expect(group.parse(wrong), wrong).toBeUndefined()
    })

    it('refuses a number that is not below the modulus', () => {
      for (const wrong of tooLarge(group)) expect(group.parse(wrong), wrong).toBeUndefined()
    })

    it('knows what is outside the subgroup', () => {
      for (const text of outside(group)) {
        const x = group.parse(text)!
        expect(x, text).toBeDefined()
        expect(group.contains(x), text).toBe(false)
        expect(group.powers(x, [{ value: 0, exponent: 3n }], true)).toBeUndefined()
        const shifted = group.mul(group.gPow(9n), x)
        expect(group.contains(shifted)).toBe(false)
      }
      expect(group.contains(group.gPow(9n))).toBe(true)
      expect(group.contains(group.one)).toBe(true)
    })

    it('has the order it states', () => {
      expect(group.equals(group.pow(group.g, group.q - 1n), group.inv(group.g))).toBe(true)
      expect(group.equals(group.mul(group.g, group.inv(group.g)), group.one)).toBe(true)
      expect(group.equals(group.gPow(0n), group.one)).toBe(true)
      expect(group.equals(group.gPow(group.q), group.one)).toBe(true)
      expect(group.equals(group.gPow(-1n), group.inv(group.g))).toBe(true)
    })
  })
})

const modulusOf = ({ name }: Group) => (name === 'BELENIOS-2048' ? belenios2048 : rfc3526).p

const tooLarge = (group: Group): string[] => {
  if (group.name !== 'Ed25519') return [modulusOf(group), modulusOf(group) + 1n, 10n ** 617n].map(String)
  // y = p and y = p + 1 spell 0 and 1 again; the last spells x = 0 with its lowest bit set.
  return [2n ** 255n - 19n, 2n ** 255n - 18n, (2n ** 255n) | 1n].map((value) =>
    value.toString(16).padStart(64, '0'),
  )
}

const outside = (group: Group): string[] =>
  group.name === 'Ed25519' ? smallOrder : ['0', (modulusOf(group) - 1n).toString()]
