import type { Election } from '../election/election.ts'
import { inverse } from '../group/finite-field.ts'
import { type Element, type Group, modulo, product } from '../group/group.ts'
import { accept, type Result, refuse } from '../result.ts'
import { owners, type TrusteeItem, type Trustees } from '../trustee/trustees.ts'
import type { PartialDecryption } from './decryption.ts'
import type { Tally } from './tally.ts'

/** Verified partial decryptions by the number of the trustee who made them, from 1. */
export type Contributions = ReadonlyMap<number, PartialDecryption>

/**
 * Puts partial decryptions together: for each question and slot g^n, where n is the number of votes. Everyone who
 * stands alone in the list must have contributed, and of each threshold group at least its threshold.
 */
export const combine = (
  { key: { group } }: Election,
  { totals }: Tally,
  trustees: Trustees,
  contributions: Contributions,
): Result<readonly (readonly Element[])[]> => {
  const parts = trustees.items.map((item, index) => partsOf(item, index))
  if (!parts.every((part) => part !== undefined)) return refuse('decryptions-missing')
  const shares = parts.flat()
  return accept(
    totals.map((slots, question) =>
      slots.map(({ beta }, slot) => {
        const masks = shares.map(({ made, power }) => {
          const factor = made.factors[question]![slot]!
          return power === 1n ? factor : group.pow(factor, power)
        })
        return group.mul(beta, group.inv(product(group, masks)))
      }),
    ),
  )

  function partsOf(item: TrusteeItem, index: number): readonly Part[] | undefined {
    const present = owners(trustees).flatMap((owner, place) => {
      const made = owner.item === index ? contributions.get(place + 1) : undefined
      return made ? [{ made, member: owner.member }] : []
    })
    const needed = item.kind === 'single' ? 1 : item.threshold
    if (present.length < needed) return undefined
    const used = present.slice(0, needed)
    if (item.kind === 'single') return used.map(({ made }) => ({ made, power: 1n }))
    const members = used.map(({ member }) => member)
    return used.map(({ made, member }) => ({ made, power: lagrange(group, member, members) }))
  }
}

type Part = { readonly made: PartialDecryption; readonly power: bigint }

/** ∏ k/(k − j) over the other members k: the weight of member j's share at zero (Shamir, CACM 22, 1979). */
const lagrange = ({ q }: Group, j: number, members: readonly number[]): bigint =>
  members
    .filter((k) => k !== j)
    .reduce((weight, k) => modulo(weight * BigInt(k) * inverse(BigInt(k - j), q), q), 1n)
