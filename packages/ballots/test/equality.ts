import { belenios2048 } from '../src/group/belenios-2048.ts'
import type { Element, Group } from '../src/group/group.ts'
import { textOf } from '../src/group/group.ts'
import { rfc3526 } from '../src/group/rfc-3526-2048.ts'
import { type Seeded, seeded } from './seeded.ts'

/** The same element in the pure group and in the one that is compared with it. */
type Twin = { readonly pure: Element; readonly fast: Element }

/**
 * Does the same random operations in two implementations of one group and throws at the first difference. Of a
 * hundred operations 97 are products in a chain, where a wrong one spoils all that follow, and 3 are powers,
 * tables, inverses, membership checks and readings of texts, good and bad.
 */
export const compareGroups = (pure: Group, fast: Group, operations: number, seed: number): void => {
  const choose = seeded(seed)
  let chain = twin(pure, fast, oddText(pure, choose))
  for (let done = 0; done < operations; done++) {
    if (done % 100 < 97) {
      const factor = twin(pure, fast, oddText(pure, choose))
      const squared = choose.below(3) === 0
      chain = {
        pure: pure.mul(chain.pure, squared ? chain.pure : factor.pure),
        fast: fast.mul(chain.fast, squared ? chain.fast : factor.fast),
      }
      if (done % 50 === 0) chain = agreed(pure, fast, chain, 'mul')
    } else rare(pure, fast, agreed(pure, fast, chain, 'mul'), choose)
  }
  agreed(pure, fast, chain, 'mul')
}

const rare = (pure: Group, fast: Group, base: Twin, choose: Seeded) => {
  const exponent = oddExponent(pure, choose)
  const both = (name: string, make: (group: Group, x: Element) => Element) =>
    agreed(pure, fast, { pure: make(pure, base.pure), fast: make(fast, base.fast) }, name)
  switch (choose.below(6)) {
    case 0:
      return both('pow', (group, x) => group.pow(x, exponent))
    case 1:
      return both('gPow', (group) => group.gPow(exponent))
    case 2:
      return both('inv', (group, x) => (isNought(pure, base) ? group.one : group.inv(x)))
    case 3:
      return comparePowers(
        pure,
        fast,
        both('gPow', (group) => group.gPow(exponent)),
        choose,
      )
    case 4:
      return compareReading(pure, fast, oddText(pure, choose), choose)
    default:
      return both('secretPow', (group) =>
        group.secretPow(group.gPow(exponent), 1n + (exponent % (group.q - 1n))),
      )
  }
}

const comparePowers = (pure: Group, fast: Group, base: Twin, choose: Seeded) => {
  const claims = Array.from({ length: choose.below(4) }, () => ({
    value: choose.below(4),
    exponent: oddExponent(pure, choose),
  }))
  const check = choose.below(2) === 0
  const [a, b] = [pure.powers(base.pure, claims, check), fast.powers(base.fast, claims, check)]
  if (!a || !b || pure.texts(a).join() !== fast.texts(b).join()) throw new Error(`${fast.by}: powers differ`)
}

/** The same texts are read, to the same elements, which lie in the subgroup or not alike. */
const compareReading = (pure: Group, fast: Group, text: string, choose: Seeded) => {
  const changed = choose.pick([
    text,
    text.slice(1),
    `0${text}`,
    text.toUpperCase(),
    `${text.slice(0, -1)}f`,
    '',
  ])
  const [a, b] = [pure.parse(changed), fast.parse(changed)]
  if ((a === undefined) !== (b === undefined)) throw new Error(`${fast.by}: only one reads ${changed}`)
  if (!a || !b) return
  if (textOf(pure, a) !== changed || textOf(fast, b) !== changed)
    throw new Error(`${fast.by}: ${changed} comes back changed`)
  if (pure.contains(a) !== fast.contains(b)) throw new Error(`${fast.by}: membership of ${changed} differs`)
  if (!fast.equals(b, b) || fast.equals(b, fast.mul(b, fast.g))) throw new Error(`${fast.by}: equals fails`)
}

const agreed = (pure: Group, fast: Group, both: Twin, name: string): Twin => {
  const [a, b] = [textOf(pure, both.pure), textOf(fast, both.fast)]
  if (a !== b) throw new Error(`${fast.by} and ${pure.by} differ in ${name}: ${b} is not ${a}`)
  return twin(pure, fast, a)
}

const twin = (pure: Group, fast: Group, text: string): Twin => ({
  pure: pure.parse(text)!,
  fast: fast.parse(text)!,
})

const isNought = (pure: Group, { pure: x }: Twin) => textOf(pure, x) === '0'

const oddExponent = ({ q }: Group, { pick, bigBelow }: Seeded): bigint =>
  pick([0n, 1n, 2n, q - 1n, q - 2n, q >> 1n, bigBelow(q), bigBelow(q), bigBelow(1n << 64n)])

/** The text of an element that arithmetic in limbs could stumble over, or of any. */
const oddText = (group: Group, choose: Seeded): string =>
  group.name === 'Ed25519' ? pointText(group, choose) : numberText(group, choose)

const numberText = ({ name }: Group, { pick, bigBelow, below }: Seeded): string => {
  const { p } = name === 'BELENIOS-2048' ? belenios2048 : rfc3526
  const limbs = Array.from({ length: 41 }, () =>
    pick([0n, 1n, 2n ** 51n - 1n, 2n ** 50n, bigBelow(2n ** 51n)]),
  )
  const patterned = limbs.reduce((sum, limb) => (sum << 51n) | limb, 0n) % p
  const near = BigInt(below(1000))
  return pick([patterned, bigBelow(p), near + 1n, p - 1n - near]).toString()
}

/** Points of small order among them; of a random text about half are points. */
const pointText = (group: Group, choose: Seeded): string => {
  for (;;) {
    const { pick, bigBelow, below } = choose
    const top = bigBelow(2n) << 255n
    const limbs = Array.from({ length: 5 }, () =>
      pick([0n, 1n, 2n ** 51n - 1n, 2n ** 50n, bigBelow(2n ** 51n)]),
    )
    const patterned = limbs.reduce((sum, limb) => (sum << 51n) | limb, 0n)
    const near = 2n ** 255n - 19n - BigInt(below(20))
    const value = pick([top | patterned, top | near, top | BigInt(below(20)), top | bigBelow(2n ** 255n)])
    const text = value.toString(16).padStart(64, '0')
    if (group.parse(text)) return text
  }
}
