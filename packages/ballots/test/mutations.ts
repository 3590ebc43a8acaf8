import { belenios2048 } from '../src/group/belenios-2048.ts'
import type { Group } from '../src/group/group.ts'
import { textOf } from '../src/group/group.ts'

/** One change to a JSON text, and how to say what it was. */
export type Mutation = { readonly what: string; readonly text: string }

/** A JSON value in which keys may repeat and stand in any order, and numbers keep their spelling. */
type Tree =
  | { readonly kind: 'object'; readonly entries: readonly (readonly [string, Tree])[] }
  | { readonly kind: 'list'; readonly items: readonly Tree[] }
  | { readonly kind: 'leaf'; readonly text: string }

/**
 * Every change of every part of a JSON text: each object loses a key, gains one, repeats one, reorders them; each
 * list loses, repeats, swaps and drops all its items; each leaf is flipped, truncated, emptied, spelled otherwise,
 * replaced by the neutral element, by one outside the subgroup, by a number that is larger by q, and by what stands
 * in its place in another text of the same kind.
 */
export const mutationsOf = (text: string, donor: string, group: Group): Mutation[] => {
  const tree = planted(JSON.parse(text))
  const other = planted(JSON.parse(donor))
  return [...changesOf(tree, other, group, '$')]
    .map(({ what, tree: changed }) => ({ what, text: written(changed) }))
    .filter((mutation) => mutation.text !== text)
}

type Changed = { readonly what: string; readonly tree: Tree }

function* changesOf(tree: Tree, donor: Tree | undefined, group: Group, path: string): Generator<Changed> {
  if (tree.kind === 'leaf') {
    for (const [how, text] of leafChanges(tree.text, group))
      yield { what: `${path} ${how}`, tree: leaf(text) }
  } else if (tree.kind === 'list') yield* listChanges(tree.items, donor, group, path)
  else yield* objectChanges(tree.entries, donor, group, path)
  if (donor && written(donor) !== written(tree)) yield { what: `${path} from another`, tree: donor }
  yield { what: `${path} null`, tree: leaf('null') }
}

function* listChanges(
  items: readonly Tree[],
  donor: Tree | undefined,
  group: Group,
  path: string,
): Generator<Changed> {
  const list = (changed: readonly Tree[]): Tree => ({ kind: 'list', items: changed })
  yield { what: `${path} emptied`, tree: list([]) }
  if (items.length > 0) {
    yield { what: `${path} without its last`, tree: list(items.slice(0, -1)) }
    yield { what: `${path} with its last twice`, tree: list([...items, items.at(-1)!]) }
  }
  if (items.length > 1)
    yield { what: `${path} swapped`, tree: list([items[1]!, items[0]!, ...items.slice(2)]) }
  for (const [index, item] of items.entries()) {
    const given = donor?.kind === 'list' ? donor.items[index] : undefined
    for (const { what, tree } of changesOf(item, given, group, `${path}[${index}]`))
      yield { what, tree: list(items.with(index, tree)) }
  }
}

function* objectChanges(
  entries: readonly (readonly [string, Tree])[],
  donor: Tree | undefined,
  group: Group,
  path: string,
): Generator<Changed> {
  const object = (changed: readonly (readonly [string, Tree])[]): Tree => ({
    kind: 'object',
    entries: changed,
  })
  yield { what: `${path} with one more key`, tree: object([...entries, ['more', leaf('1')]]) }
  yield { what: `${path} with its first key twice`, tree: object([...entries, entries[0]!]) }
  yield { what: `${path} in another order`, tree: object([...entries.slice(1), entries[0]!]) }
  for (const [index, [key, value]] of entries.entries()) {
    yield { what: `${path} without ${key}`, tree: object(entries.toSpliced(index, 1)) }
    const given = donor?.kind === 'object' ? donor.entries.find(([name]) => name === key)?.[1] : undefined
    for (const { what, tree } of changesOf(value, given, group, `${path}.${key}`))
      yield { what, tree: object(entries.with(index, [key, tree])) }
  }
}

function* leafChanges(text: string, group: Group): Generator<readonly [string, string]> {
  if (!text.startsWith('"')) {
    if (/^\d+$/.test(text))
      for (const other of [`${Number(text) + 1}`, '-1', `"${text}"`, `${text}.0`, '1e3']) yield [other, other]
    else yield ['flipped', text === 'true' ? 'false' : 'true']
    return
  }
  const inside: string = JSON.parse(text)
  const quoted = (value: string) => JSON.stringify(value)
  yield ['emptied', '""']
  yield ['truncated', quoted(inside.slice(0, -1))]
  yield ['longer', quoted(`${inside}1`)]
  yield ['spaced', quoted(` ${inside}`)]
  yield [
    'as escapes',
    `"${[...inside].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"`,
  ]
  for (const place of [0, inside.length >> 1, inside.length - 1])
    yield [`flipped at ${place}`, quoted(flipped(inside, place))]
  if (/^\d+$/.test(inside)) yield* numberChanges(inside, group)
  if (group.parse(inside)) yield* elementChanges(inside, group)
}

const flipped = (text: string, place: number) => {
  const letter = text[place] ?? ''
  return text.slice(0, place) + (letter === '1' ? '2' : '1') + text.slice(place + 1)
}

function* numberChanges(inside: string, { q }: Group): Generator<readonly [string, string]> {
  yield ['as a number', inside]
  yield ['with a leading zero', `"0${inside}"`]
  yield ['zero', '"0"']
  yield ['plus q', `"${BigInt(inside) + q}"`]
  yield ['negative', `"-${inside}"`]
  yield ['in hexadecimal', `"0x${BigInt(inside).toString(16)}"`]
}

function* elementChanges(inside: string, group: Group): Generator<readonly [string, string]> {
  const x = group.parse(inside)!
  const replace = (name: string, text: string) => [name, `"${text}"`] as const
  yield replace('neutral', textOf(group, group.one))
  yield replace('the generator', textOf(group, group.g))
  yield replace('times the generator', textOf(group, group.mul(x, group.g)))
  yield replace('inverted', textOf(group, group.inv(x)))
  for (const stranger of strangers(group)) {
    yield replace('outside the subgroup', textOf(group, stranger))
    yield replace('moved out of the subgroup', textOf(group, group.mul(x, stranger)))
  }
  if (group.name === 'Ed25519') yield replace('in capitals', inside.toUpperCase())
  if (group.name === 'BELENIOS-2048') yield replace('plus p', String(BigInt(inside) + belenios2048.p))
}

/** Elements of small order. */
const strangers = (group: Group) =>
  group.name === 'Ed25519'
    ? [
        '7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffec',
        '05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826',
      ].map((text) => group.parse(text)!)
    : [group.parse(String(belenios2048.p - 1n))!]

const leaf = (text: string): Tree => ({ kind: 'leaf', text })

const planted = (json: unknown): Tree => {
  if (Array.isArray(json)) return { kind: 'list', items: json.map(planted) }
  if (typeof json === 'object' && json !== null)
    return {
      kind: 'object',
      entries: Object.entries(json).map(([key, value]) => [key, planted(value)] as const),
    }
  return leaf(JSON.stringify(json))
}

const written = (tree: Tree): string => {
  if (tree.kind === 'leaf') return tree.text
  if (tree.kind === 'list') return `[${tree.items.map(written).join(',')}]`
  return `{${tree.entries.map(([key, value]) => `${JSON.stringify(key)}:${written(value)}`).join(',')}}`
}
