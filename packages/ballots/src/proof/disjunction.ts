import type { ElectionKey } from '../election/election.ts'
import { type Claim, challengeOf, type Element, modulo } from '../group/group.ts'
import { randomBelow } from '../random.ts'
import type { Proof } from './wire.ts'

/** An ElGamal ciphertext: α = g^r, β = y^r · g^m. */
export type Ciphertext = { readonly alpha: Element; readonly beta: Element }

/** What only the one who encrypted knows: the randomness r and the number m. */
export type Opening = { readonly r: bigint; readonly m: bigint }

/** The claim that ciphertext number `ciphertext` of a list holds `value`. */
export type Branch = { readonly ciphertext: number; readonly value: number }

/** The claim that at least one branch is true; `prefix` binds it to where it stands. */
export type Disjunction = { readonly prefix: string; readonly branches: readonly Branch[] }

/**
 * Proves a disjunction without telling which branch is true (Cramer, Damgård and Schoenmakers, CRYPTO 1994).
 * One proof per branch, in order. Throws when no branch is true: that is a fault of the caller, not of a voter.
 *
 * The prover knows r and m, so a false branch with chosen challenge c and response s needs no power of a
 * ciphertext: g^s·α^c = g^(s+rc) and y^s·(β/g^M)^c = y^(s+rc)·g^((m−M)c).
 */
export const prove = (key: ElectionKey, disjunction: Disjunction, openings: readonly Opening[]): Proof[] => {
  const { group } = key
  const truth = disjunction.branches.findIndex(
    ({ ciphertext, value }) => openings[ciphertext]!.m === BigInt(value),
  )
  if (truth < 0) throw new Error('a disjunction with no true branch cannot be proved')
  const w = randomBelow(group.q)
  const draft = disjunction.branches.map((branch, index) =>
    index === truth ? honest(key, w) : simulated(key, branch, openings[branch.ciphertext]!),
  )
  const others = draft.reduce((sum, { proof }) => sum + proof.challenge, 0n)
  const hash = challengeOf(
    group,
    disjunction.prefix,
    draft.flatMap(({ commitments }) => commitments),
  )
  const challenge = modulo(hash - others, group.q)
  const { r } = openings[disjunction.branches[truth]!.ciphertext]!
  const response = modulo(w - r * challenge, group.q)
  return draft.map(({ proof }, index) => (index === truth ? { challenge, response } : proof))
}

type Draft = { readonly commitments: readonly Element[]; readonly proof: Proof }

const honest = ({ group, yPow }: ElectionKey, w: bigint): Draft => ({
  commitments: [group.gPow(w), yPow(w)],
  proof: { challenge: 0n, response: 0n },
})

const simulated = ({ group, yPow }: ElectionKey, { value }: Branch, { r, m }: Opening): Draft => {
  const proof = { challenge: randomBelow(group.q), response: randomBelow(group.q) }
  const exponent = proof.response + r * proof.challenge
  const shift = group.gPow((m - BigInt(value)) * proof.challenge)
  return { commitments: [group.gPow(exponent), group.mul(yPow(exponent), shift)], proof }
}

/** A disjunction with the proof that came with it. */
export type Proved = Disjunction & { readonly proof: readonly Proof[] }

/** A ciphertext to verify, and whether its membership of the group must be checked on the way. */
export type Suspect = Ciphertext & { readonly check: boolean }

/** What is wrong with the first of several disjunctions: its number, or 'outside' for an element outside the group. */
export type Flaw = 'outside' | number

/**
 * Verifies several disjunctions over one list of ciphertexts. All the powers that the proofs ask of one
 * ciphertext, and its membership check, are computed together, each exactly. Undefined when all hold.
 */
export const findFlaw = (
  key: ElectionKey,
  suspects: readonly Suspect[],
  disjunctions: readonly Proved[],
): Flaw | undefined => {
  const powers = suspects.map((suspect, index) => powersAsked(key, suspect, index, disjunctions))
  if (!powers.every((asked) => asked !== undefined)) return 'outside'
  const flawed = disjunctions.findIndex((disjunction) => !holds(key, disjunction, powers))
  return flawed < 0 ? undefined : flawed
}

/** Powers of one ciphertext in the order in which the disjunctions name it. */
type Powers = { readonly alphas: Iterator<Element>; readonly betas: Iterator<Element> }

const powersAsked = (
  { group }: ElectionKey,
  { alpha, beta, check }: Suspect,
  index: number,
  disjunctions: readonly Proved[],
): Powers | undefined => {
  const claims: Claim[] = disjunctions.flatMap(({ branches, proof }) =>
    branches.flatMap(({ ciphertext, value }, branch) =>
      ciphertext === index ? [{ value, exponent: proof[branch]!.challenge }] : [],
    ),
  )
  const plain = claims.map(({ exponent }) => ({ value: 0, exponent }))
  const alphas = group.powers(alpha, plain, check)
  const betas = alphas && group.powers(beta, claims, check)
  return betas && { alphas: alphas.values(), betas: betas.values() }
}

const holds = ({ group, yPow }: ElectionKey, disjunction: Proved, powers: readonly Powers[]): boolean => {
  const commitments = disjunction.branches.flatMap(({ ciphertext }, branch) => {
    const { alphas, betas } = powers[ciphertext]!
    const { response } = disjunction.proof[branch]!
    return [
      group.mul(group.gPow(response), alphas.next().value),
      group.mul(yPow(response), betas.next().value),
    ]
  })
  const sum = disjunction.proof.reduce((total, { challenge }) => total + challenge, 0n)
  return challengeOf(group, disjunction.prefix, commitments) === sum % group.q
}
