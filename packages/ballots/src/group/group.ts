import { hashNumber } from '../hash.ts'

export type GroupName = 'BELENIOS-2048' | 'RFC-3526-2048' | 'Ed25519'

declare const element: unique symbol
/** An element of a group. What it holds is known only to the implementation that made it; never mix two. */
export type Element = { readonly [element]: true }

/** x^e for one base x that was prepared beforehand; e is taken modulo q. */
export type FixedPower = (exponent: bigint) => Element

/** Asks for (x / g^value)^exponent, with 0 ≤ exponent < q. */
export type Claim = { readonly value: number; readonly exponent: bigint }

/**
 * A group of prime order q in which logarithms are hard, written multiplicatively. Every implementation of one
 * group gives the same bytes: accelerated ones are checked against the pure one.
 */
export type Group = {
  readonly name: GroupName
  /** What computes it. */
  readonly by: 'JavaScript' | 'WebAssembly' | 'OpenSSL'
  /** The order: exponents are numbers modulo q. */
  readonly q: bigint
  /** The generator. */
  readonly g: Element
  readonly one: Element
  readonly mul: (a: Element, b: Element) => Element
  readonly inv: (a: Element) => Element
  readonly equals: (a: Element, b: Element) => boolean
  /** base^exponent for public exponents: its time may tell the exponent. */
  readonly pow: (base: Element, exponent: bigint) => Element
  /** base^exponent for a secret exponent: takes what care of timing the implementation can take. */
  readonly secretPow: (base: Element, exponent: bigint) => Element
  /** Prepares a base that will be raised many times; the table grows with its use. */
  readonly fixed: (base: Element) => FixedPower
  /** Powers of the generator, prepared once per group. */
  readonly gPow: FixedPower
  /** Whether an element that `parse` accepted lies in the subgroup of order q. */
  readonly contains: (x: Element) => boolean
  /**
   * Several powers of one base, each exact, sharing what can be shared.
   * With `check`, answers undefined when x is outside the subgroup.
   */
  readonly powers: (x: Element, claims: readonly Claim[], check: boolean) => readonly Element[] | undefined
  /** The canonical texts of several elements. */
  readonly texts: (xs: readonly Element[]) => readonly string[]
  /** The element with this canonical text, or undefined. Says nothing of the subgroup: see `contains`. */
  readonly parse: (text: string) => Element | undefined
}

export type Groups = Readonly<Record<GroupName, Group>>

export const textOf = (group: Group, x: Element): string => group.texts([x])[0]!

/** The non-interactive challenge of every proof: SHA-256 of a prefix and the commitments, modulo q. */
export const challengeOf = (group: Group, prefix: string, commitments: readonly Element[]): bigint =>
  hashNumber(prefix + group.texts(commitments).join(',')) % group.q

/** A text that is an element of the subgroup, or undefined. */
export const parseMember = (group: Group, text: string): Element | undefined => {
  const x = group.parse(text)
  return x !== undefined && group.contains(x) ? x : undefined
}

/** A text that can be a public key: an element of the subgroup other than the neutral one, whose secret is 0. */
export const parseKey = (group: Group, text: string): Element | undefined => {
  const x = parseMember(group, text)
  return x !== undefined && !group.equals(x, group.one) ? x : undefined
}

export const product = (group: Group, xs: readonly Element[]): Element => xs.reduce(group.mul, group.one)

/** A number modulo q, never negative. */
export const modulo = (value: bigint, q: bigint): bigint => {
  const rest = value % q
  return rest < 0n ? rest + q : rest
}
