import type { Claim, Element, FixedPower, Group } from '../group/group.ts'
import type { Doubles, Engine } from './engine.ts'

export const raw = (x: Element): Doubles => x as unknown as Doubles
export const wrap = (x: Doubles): Element => x as unknown as Element

/** The part of a group that both modules compute alike. */
export const operationsOf = (engine: Engine, q: bigint, generator: Element) => {
  const mul = (a: Element, b: Element) => wrap(engine.mul(raw(a), raw(b)))
  const pow = (x: Element, exponent: bigint) => wrap(engine.powers(raw(x), [exponent])[0]!)
  const fixed = (base: Element): FixedPower => {
    const power = engine.fixed(raw(base))
    return (exponent) => wrap(power(exponent))
  }
  const gPow = fixed(generator)
  const shifted = (power: Element, { value, exponent }: Claim) =>
    value === 0 ? power : mul(power, gPow(-BigInt(value) * exponent))
  const powers = (x: Element, claims: readonly Claim[], check: boolean): Element[] | undefined => {
    const exponents = claims.map(({ exponent }) => exponent)
    const found = engine.powers(raw(x), check ? [...exponents, q] : exponents)
    if (check && !engine.isOne(found.pop()!)) return undefined
    return found.map((power, index) => shifted(wrap(power), claims[index]!))
  }
  const contains = (x: Element) => engine.isOne(raw(pow(x, q)))
  return { q, g: generator, mul, pow, secretPow: pow, fixed, gPow, powers, contains } satisfies Partial<Group>
}
