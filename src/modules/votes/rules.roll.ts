import { createHash } from 'node:crypto'
import { plain } from '#platform/text/plain.ts'
import type { Mode, RollTotals, Voter } from './schema.ts'

/** What keeps a roll from being frozen, or should be looked at before. */
export const problemKinds = [
  'nobody',
  'same_identifier',
  'same_phone',
  'same_name',
  'no_channel',
  'no_table',
  'excluded',
  'mode_off',
  'sex_unknown',
] as const
export type ProblemKind = (typeof problemKinds)[number]
export type Problem = { kind: ProblemKind; blocks: boolean; voterIds: string[] }

type Row = Omit<Voter, 'name' | 'identifier' | 'phone'> & {
  hasPhone: boolean
  nameBlind: string
  identifierBlind: string | null
  phoneBlind: string | null
}

/**
 * What a roll must be cured of before it is frozen. One person twice is told by the blind indexes, so that nobody's name is
 * opened to look for them. Two people may share a name or a telephone: those are shown and do not stop it.
 */
export const problemsOf = (rows: readonly Row[], modes: readonly Mode[]): Problem[] => {
  const entitled = rows.filter(({ category }) => category === 'entitled')
  const where = (kind: ProblemKind, blocks: boolean, wrong: (row: Row) => boolean) =>
    found(kind, blocks, entitled.filter(wrong))
  return [
    ...(entitled.length === 0 ? [{ kind: 'nobody' as const, blocks: true, voterIds: [] }] : []),
    ...found(
      'same_identifier',
      true,
      repeated(entitled, ({ identifierBlind }) => identifierBlind),
    ),
    ...found(
      'same_name',
      false,
      repeated(entitled, ({ nameBlind }) => nameBlind),
    ),
    ...found(
      'same_phone',
      false,
      repeated(entitled, ({ phoneBlind }) => phoneBlind),
    ),
    ...where('mode_off', true, ({ mode }) => !modes.includes(mode)),
    ...where(
      'no_channel',
      true,
      ({ mode, credentialBy, hasPhone }) =>
        mode !== 'paper' && (credentialBy === 'none' || (credentialBy === 'phone' && !hasPhone)),
    ),
    ...where('no_table', true, ({ mode, tableId }) => mode !== 'remote' && tableId === null),
    ...found(
      'excluded',
      false,
      rows.filter(({ category }) => category !== 'entitled'),
    ),
    ...where('sex_unknown', false, ({ sex }) => sex === null),
  ]
}

const found = (kind: ProblemKind, blocks: boolean, rows: readonly Row[]): Problem[] =>
  rows.length === 0 ? [] : [{ kind, blocks, voterIds: rows.map(({ id }) => id) }]

const repeated = (rows: readonly Row[], key: (row: Row) => string | null): Row[] => {
  const groups = Map.groupBy(
    rows.filter((row) => key(row) !== null),
    (row) => key(row)!,
  )
  return [...groups.values()].filter((group) => group.length > 1).flat()
}

/** The order of a published roll: by name as read, then by id, so that two of one name keep their places. */
export const inOrder = <Named extends { name: string; id: string }>(voters: readonly Named[]): Named[] =>
  voters
    .map((voter) => ({ voter, key: plain(voter.name) }))
    .toSorted((a, b) => compare(a.key, b.key) || compare(a.voter.id, b.voter.id))
    .map(({ voter }) => voter)

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

type Frozen = Pick<Voter, 'id' | 'name' | 'identifier' | 'section' | 'mode'> & {
  number: number
  tableNumber: number | null
}

/**
 * The fingerprint of a frozen roll: SHA-256 over one JSON array a line, in order of number, of number, voter id, name, CURP,
 * section, mode and table. Whoever holds the roll recomputes it; whoever holds only the fingerprint learns no name.
 */
export const rollHash = (voters: readonly Frozen[]): string => {
  const hash = createHash('sha256')
  for (const one of voters.toSorted((a, b) => a.number - b.number)) {
    const { number, id, name, identifier, section, mode, tableNumber } = one
    hash.update(`${JSON.stringify([number, id, name, identifier, section, mode, tableNumber])}\n`)
  }
  return hash.digest('hex')
}

/** How many are entitled, by mode and sex. */
export const totalsOf = (rows: readonly Pick<Row, 'mode' | 'sex' | 'category'>[]): RollTotals => {
  const entitled = rows.filter(({ category }) => category === 'entitled')
  const count = (is: (row: (typeof entitled)[number]) => boolean) => entitled.filter(is).length
  const women = count(({ sex }) => sex === 'woman')
  const men = count(({ sex }) => sex === 'man')
  return {
    covered: entitled.length,
    paper: count(({ mode }) => mode === 'paper'),
    booth: count(({ mode }) => mode === 'booth'),
    remote: count(({ mode }) => mode === 'remote'),
    women,
    men,
    otherOrUnknown: entitled.length - women - men,
  }
}
