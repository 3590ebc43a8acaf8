import { describe, expect, it } from 'vitest'
import { openShare, sealShare } from '../src/ceremony/channel.ts'
import { ceremonyHash, memberKeys, readMembers, sign } from '../src/ceremony/keys.ts'
import { conclude, deal, enroll } from '../src/ceremony.ts'
import { groups, refusalOf, taken } from './world.ts'

const group = groups.Ed25519
const plan = { threshold: 2, size: 3 }
const enrolled = [1, 2, 3].map((index) => taken(enroll(group, plan, index)))
const certificates = enrolled.map(({ message }) => message)
const dealt = enrolled.map(({ secretText }) => taken(deal(secretText, certificates, groups)))
const dealings = dealt.map(({ message }) => message)
const ceremony = ceremonyHash(certificates)
const members = readMembers(group, plan, certificates)!

/** Chuy, the second member, signs whatever he likes with his own key. */
const chuy = memberKeys(group, JSON.parse(enrolled[1]!.secretText).seed)

const resigned = (shares: readonly unknown[]) => {
  const message = `asamblea-shares|${ceremony}|${JSON.stringify(shares)}`
  return JSON.stringify({
    ...JSON.parse(dealings[1]!),
    shares,
    shares_signature: sign(group, chuy.signing, message),
  })
}

describe('a dishonest dealer', () => {
  const { shares } = JSON.parse(dealings[1]!)

  it('is named when the share he sends is not the one he committed to', () => {
    const wrong = sealShare(group, members[0]!.encryption, { ceremony, from: 2, to: 1 }, 123n)
    const refusal = refusalOf(
      conclude(dealt[0]!.secretText, dealings.with(1, resigned([wrong, shares[1], shares[2]])), groups),
    )
    expect(refusal).toMatchObject({ reason: 'ceremony-share-wrong', trustee: 2 })
  })

  it.each([
    ['nonsense', { alpha: shares[0].alpha, data: '00' }],
    ['for another member', shares[2]],
    ['with an element outside the group', { alpha: '0'.repeat(64), data: shares[0].data }],
    ['cut', { alpha: shares[0].alpha, data: shares[0].data.slice(2) }],
  ])('is named when the share he sends is %s', (_, share) => {
    const refusal = refusalOf(
      conclude(dealt[0]!.secretText, dealings.with(1, resigned([share, shares[1], shares[2]])), groups),
    )
    expect(refusal).toMatchObject({ reason: 'ceremony-share-unreadable', trustee: 2 })
  })
})

describe('a share on its way', () => {
  const lupita = memberKeys(group, JSON.parse(enrolled[0]!.secretText).seed)
  const route = { ceremony, from: 3, to: 1 }
  const sealed = sealShare(group, members[0]!.encryption, route, 77n)

  it('is opened by its recipient', () => {
    expect(openShare(group, lupita.receiving, route, sealed)).toBe(77n)
  })

  it('is not opened by another, nor in another place of the ceremony', () => {
    expect(openShare(group, chuy.receiving, route, sealed)).toBeUndefined()
    for (const other of [
      { ...route, ceremony: '' },
      { ...route, from: 2 },
      { ...route, to: 2 },
    ])
      expect(openShare(group, lupita.receiving, other, sealed)).toBeUndefined()
  })

  it('hides the length of the number', () => {
    const long = sealShare(group, members[0]!.encryption, route, group.q - 1n)
    expect(long.data.length).toBe(sealed.data.length)
  })
})
