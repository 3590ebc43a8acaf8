import { describe, expect, it } from 'vitest'
import { assemble, conclude, deal, enroll } from '../src/ceremony.ts'
import { createTrustee, findTrustee, readTrusteeKey, writeTrustees } from '../src/trustee.ts'
import { groups, holdCeremony, refusalOf, taken } from './world.ts'

const group = groups.Ed25519
const plan = { threshold: 2, size: 3 }
const held = holdCeremony('Ed25519', 2, 3)
const others = holdCeremony('Ed25519', 2, 3)

describe('the key ceremony', () => {
  it('leaves each member with a key that stands in the list', () => {
    const list = taken(writeTrustees(group, [createTrustee(group, 'Meche').publicText], [held.item]))
    for (const [place, secret] of held.secrets.entries())
      expect(taken(findTrustee(group, list, taken(readTrusteeKey(secret, groups))))).toEqual([place + 2])
    const stranger = taken(readTrusteeKey(others.secrets[0]!, groups))
    expect(refusalOf(findTrustee(group, list, stranger)).reason).toBe('trustee-not-listed')
  })

  it('is resumed from plain text at every step, in any process', () => {
    for (const { secretText } of [...held.enrolled, ...held.dealt, ...held.concluded])
      expect(JSON.stringify(JSON.parse(secretText))).toBe(secretText)
  })

  it.each([
    [0, 3, 1],
    [4, 3, 1],
    [2, 3, 0],
    [2, 3, 4],
    [2, 101, 1],
    [1.5, 3, 1],
  ])('refuses a threshold of %d among %d for member %d', (threshold, size, index) => {
    expect(refusalOf(enroll(group, { threshold, size }, index)).reason).toBe('ceremony-plan-impossible')
  })

  it('refuses the secret of another step', () => {
    expect(refusalOf(deal(held.dealt[0]!.secretText, held.certificates, groups)).reason).toBe(
      'ceremony-secret-malformed',
    )
    expect(refusalOf(conclude(held.enrolled[0]!.secretText, held.dealings, groups)).reason).toBe(
      'ceremony-secret-malformed',
    )
    expect(refusalOf(deal('', held.certificates, groups)).reason).toBe('ceremony-secret-malformed')
  })

  it('refuses a missing message', () => {
    const { secretText } = held.enrolled[0]!
    expect(refusalOf(deal(secretText, held.certificates.slice(1), groups)).reason).toBe(
      'ceremony-messages-count',
    )
    expect(refusalOf(conclude(held.dealt[0]!.secretText, held.dealings.slice(1), groups)).reason).toBe(
      'ceremony-messages-count',
    )
    expect(refusalOf(assemble(group, plan, held.certificates, held.dealings, [])).reason).toBe(
      'ceremony-messages-count',
    )
  })

  it('refuses certificates that were swapped, changed or made for another plan', () => {
    const { secretText } = held.enrolled[0]!
    const [a, b, c] = held.certificates as [string, string, string]
    for (const certificates of [
      [b, a, c],
      [a, a, c],
      [a, b.replace(/\d(?=\d*"\}\}$)/, (digit) => String((Number(digit) + 1) % 10)), c],
      [a, b, taken(enroll(group, { threshold: 3, size: 3 }, 3)).message],
      [a, b, taken(enroll(groups['BELENIOS-2048'], plan, 3)).message],
      [a, b, 'x'],
    ])
      expect(refusalOf(deal(secretText, certificates, groups)).reason).toBe('ceremony-certificate-wrong')
  })

  it('notices that its own certificate or dealing was replaced', () => {
    const [, b, c] = held.certificates as [string, string, string]
    expect(
      refusalOf(deal(held.enrolled[0]!.secretText, [others.certificates[0]!, b, c], groups)).reason,
    ).toBe('ceremony-own-message-changed')
    const again = taken(deal(held.enrolled[0]!.secretText, held.certificates, groups))
    const replaced = [again.message, ...held.dealings.slice(1)]
    expect(refusalOf(conclude(held.dealt[0]!.secretText, replaced, groups)).reason).toBe(
      'ceremony-own-message-changed',
    )
  })

  it('names the dealer of a message that is misshapen, unsigned or of another ceremony', () => {
    const { secretText } = held.dealt[0]!
    const withSecond = (message: string) => conclude(secretText, held.dealings.with(1, message), groups)
    expect(refusalOf(withSecond('{}'))).toMatchObject({ reason: 'ceremony-dealing-malformed', trustee: 2 })
    expect(refusalOf(withSecond(others.dealings[1]!))).toMatchObject({
      reason: 'ceremony-dealing-wrong',
      trustee: 2,
    })
    const dealing = JSON.parse(held.dealings[1]!)
    const swapped = JSON.stringify({
      ...dealing,
      shares: [dealing.shares[1], dealing.shares[0], dealing.shares[2]],
    })
    expect(refusalOf(withSecond(swapped))).toMatchObject({ reason: 'ceremony-dealing-wrong', trustee: 2 })
  })

  it('keeps the public result equal for every member', () => {
    expect(new Set(held.keys).size).toBe(3)
    const again = taken(assemble(group, plan, held.certificates, held.dealings, held.keys))
    expect(again).toBe(held.item)
  })

  it('refuses to assemble keys in the wrong order or from another ceremony', () => {
    const [a, b, c] = held.keys as [string, string, string]
    for (const keys of [
      [b, a, c],
      [a, b, others.keys[2]!],
    ])
      expect(assemble(group, plan, held.certificates, held.dealings, keys).ok).toBe(false)
  })
})
