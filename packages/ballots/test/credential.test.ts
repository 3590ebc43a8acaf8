import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { base58Alphabet } from '../src/codec/base58.ts'
import { checkDigit, newCredentialCode, printedCode, readCredentialCode } from '../src/credential/code.ts'
import { credentialKey } from '../src/credential/derive.ts'
import { issueCredentials } from '../src/credential/issue.ts'
import { readCredentials } from '../src/credential/list.ts'
import { newElectionUuid } from '../src/election/election.ts'
import { takeApart } from './records.ts'
import { groups, refusalOf, taken } from './world.ts'

const folder = join(import.meta.dirname, '../vectors/valid')

describe('a code', () => {
  it.each(['h2_n5', 'multi_revote', 'ed_h2_n5', 'b2048_thr_by30'])(
    'of the tool gives the credential listed in %s',
    async (name) => {
      const file = readdirSync(join(folder, name)).find((entry) => entry.endsWith('.bel'))!
      const [setup] = await takeApart(new Uint8Array(readFileSync(join(folder, name, file))))
      const group = groups[JSON.parse(setup!.documents[0]!).group as keyof typeof groups]
      const listed = new Set<string>(JSON.parse(setup!.documents[2]!))
      const codes = readFileSync(join(folder, name, 'private_creds.txt'), 'utf8').match(
        /[1-9A-HJ-NP-Za-km-z]{3,6}(-[1-9A-HJ-NP-Za-km-z]{3,6}){3,4}/g,
      )!
      expect(codes.length).toBe(listed.size)
      for (const code of codes)
        expect(listed).toContain(
          credentialKey(group, file.replace('.bel', ''), taken(readCredentialCode(code))).publicText,
        )
    },
  )

  it('gives another credential in another election', () => {
    const code = newCredentialCode()
    const keys = [1, 2].map(() => credentialKey(groups.Ed25519, newElectionUuid(), code).publicText)
    expect(keys[0]).not.toBe(keys[1])
  })

  it('is read however it is typed, with its check digit or without', () => {
    const code = newCredentialCode()
    for (const typed of [
      code,
      printedCode(code),
      ` ${code.replaceAll('-', '')} `,
      code.replaceAll('-', ' '),
      `${code}-${checkDigit(code)}`,
    ])
      expect(taken(readCredentialCode(typed))).toBe(code)
  })

  it('of fifteen characters keeps its own check digit', () => {
    const old = taken(readCredentialCode('t9Y-zFe-YiS-cC6-TKY'))
    expect(taken(readCredentialCode('t9YzFeYiScC6TKY'))).toBe(old)
    expect(printedCode(old)).toBe(old)
    expect(refusalOf(readCredentialCode('t9Y-zFe-YiS-cC6-TKX')).reason).toBe('code-check-digit')
  })

  it('tells every single wrong character and every swap of two by its check digit', () => {
    const letters = [...newCredentialCode().replaceAll('-', '')]
    const digit = checkDigit(taken(readCredentialCode(letters.join(''))))
    const isNoticed = (changed: readonly string[]) => !readCredentialCode(changed.join('') + digit).ok
    for (const [place, letter] of letters.entries()) {
      for (const other of base58Alphabet)
        if (other !== letter) expect(isNoticed(letters.with(place, other))).toBe(true)
      for (const [second, swapped] of letters.entries())
        if (swapped !== letter)
          expect(isNoticed(letters.with(place, swapped).with(second, letter))).toBe(true)
    }
    for (const other of base58Alphabet)
      if (other !== digit) expect(readCredentialCode(letters.join('') + other).ok).toBe(false)
  })

  it('has 22 characters of the 58, none likelier than another', () => {
    const counts = new Map<string, number>()
    for (let made = 0; made < 2_000; made++)
      for (const letter of newCredentialCode().replaceAll('-', ''))
        counts.set(letter, (counts.get(letter) ?? 0) + 1)
    const mean = (2_000 * 22) / 58
    const distance = [...counts.values()].reduce((sum, count) => sum + (count - mean) ** 2 / mean, 0)
    expect(counts.size).toBe(58)
    // Chi-squared with 57 degrees of freedom passes 130 less than once in ten million times.
    expect(distance).toBeLessThan(130)
  })
})

describe('the public list', () => {
  it('is in an order that says nothing of the codes', () => {
    const uuid = newElectionUuid()
    const { codes, publicList } = taken(issueCredentials(groups.Ed25519, uuid, 200))
    const list: string[] = JSON.parse(publicList)
    expect(list).toEqual([...list].sort())
    const places = codes.map((code) => list.indexOf(credentialKey(groups.Ed25519, uuid, code).publicText))
    expect(new Set(places).size).toBe(200)
    const steps = places.slice(1).filter((place, index) => place > places[index]!).length
    // Of 199 steps between random places about half go up; 130 or more would be five standard deviations off.
    expect(steps).toBeGreaterThan(60)
    expect(steps).toBeLessThan(140)
  })

  it.each([
    '',
    '{}',
    '["1","1"]',
    '["1","2",]',
    '["1 ","2"]',
    '[1]',
    '["1,0"]',
    '["1,-1"]',
    '["1,1.5"]',
    '["1,01"]',
    '["1,9007199254740993"]',
    '["1,9007199254740991","2"]',
  ])('is refused as %s', (text) => {
    expect(readCredentials(text).ok).toBe(false)
  })

  it('is read with weights, and with the names Belenios 2.0 may leave in it', () => {
    expect(taken(readCredentials('["1","2,7","3,1,lupita"]')).map(({ weight }) => weight)).toEqual([1, 7, 1])
  })
})
