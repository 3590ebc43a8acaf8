import * as shape from '../codec/shape.ts'
import { type Element, type Group, parseKey, product } from '../group/group.ts'
import { possessionPrefix, verifyKnowledge } from '../proof/knowledge.ts'
import { readProof } from '../proof/wire.ts'
import { accept, type Result, refuse } from '../result.ts'
import { checkPedersen } from './pedersen.ts'
import { trusteesShape, type WrittenSingle } from './wire.ts'

/** Who can decrypt, in the order of the list: people who are all needed, and groups of whom some are enough. */
export type Trustees = {
  readonly items: readonly TrusteeItem[]
  /** The product of the items' keys: the election's public key. */
  readonly publicKey: Element
}

export type TrusteeItem =
  | { readonly kind: 'single'; readonly publicKey: Element; readonly name?: string }
  | {
      readonly kind: 'threshold'
      /** How many of the members are enough. */
      readonly threshold: number
      readonly members: readonly { readonly publicKey: Element; readonly name?: string }[]
      readonly publicKey: Element
    }

/** One key that makes partial decryptions, numbered from 1 over the flattened list. */
export type Owner = {
  readonly publicKey: Element
  readonly item: number
  readonly member: number
  readonly name?: string
}

/** Reads and verifies the list of trustees: every proof, signature and derived key. */
export const readTrustees = (group: Group, text: string): Result<Trustees> => {
  const written = shape.readExactly(trusteesShape, text)
  if (!written || written.length === 0) return refuse('trustees-malformed')
  const items: TrusteeItem[] = []
  for (const [kind, item] of written) {
    const before = items.reduce((sum, known) => sum + ownersOf(known), 0)
    const read = kind === 'Single' ? checkSingle(group, item, before + 1) : checkPedersen(group, item, before)
    if (!read.ok) return read
    items.push(read.value)
  }
  return accept({
    items,
    publicKey: product(
      group,
      items.map(({ publicKey }) => publicKey),
    ),
  })
}

const checkSingle = (group: Group, written: WrittenSingle, trustee: number): Result<TrusteeItem> => {
  const publicKey = parseKey(group, written.public_key)
  if (!publicKey) return refuse('trustee-key-invalid', { trustee })
  const proof = readProof(group.q, written.pok)
  if (!proof || !verifyKnowledge(group, possessionPrefix(group, publicKey), publicKey, proof))
    return refuse('trustee-proof-wrong', { trustee })
  return accept({ kind: 'single', publicKey, ...(written.name === undefined ? {} : { name: written.name }) })
}

const ownersOf = (item: TrusteeItem) => (item.kind === 'single' ? 1 : item.members.length)

/** The keys in the order in which partial decryptions name them. */
export const owners = ({ items }: Trustees): readonly Owner[] =>
  items.flatMap((item, index) =>
    item.kind === 'single'
      ? [{ ...named(item.name), publicKey: item.publicKey, item: index, member: 1 }]
      : item.members.map(({ publicKey, name }, member) => ({
          ...named(name),
          publicKey,
          item: index,
          member: member + 1,
        })),
  )

const named = (name: string | undefined) => (name === undefined ? {} : { name })
