import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor, Tx } from '../db/doors.ts'

type Both = { es: string; en: string }

/** A dimension in words, with those of its values that have names. The module whose word it is declares it, once. */
export type DimensionNames = {
  label: Both
  /** What it tells something of: only parts of what describes people are held to add up to a whole. */
  describes: 'person' | 'place' | 'activity' | 'employer' | 'organization'
  values: Readonly<Record<string, Both>>
}

/** One kind of fact as a module declares it: what it counts in plain words, and the dimensions it may be broken down by. */
export type FactKind = {
  es: string
  en: string
  dimensions: readonly string[]
  /** Whether a distinct count of it counts people. */
  subject?: boolean
  /**
   * How carefully a count of it is published: 0 what public registers hold anyway, 1 participation, 2 leadership, dismissals
   * and complaints, 3 what may never be told of a person. Unless said, 1.
   */
  tier?: 0 | 1 | 2 | 3
  /** Dimensions that never leave the organization, whatever it signs. */
  ownOnly?: readonly string[]
  /** Never shared with another organization: it would tell how a campaign goes. */
  inside?: boolean
  /** The names of dimensions that this module declares; another module's it only uses. */
  names?: Readonly<Record<string, DimensionNames>>
  /** The unit of `quantity`, when it has one. */
  unit?: 'people' | 'hours' | 'minutes' | 'cents' | 'percent'
}
export type FactKinds = Readonly<Record<string, FactKind>>

/** Keeps the literal names, so that a module's records can only be of its own declared kinds and dimensions. */
export const factKinds = <const Kinds extends FactKinds>(kinds: Kinds): Kinds => kinds

/** What a module says happened; the boundary adds who recorded it. */
export type Fact<Kinds extends FactKinds = FactKinds> = {
  [Kind in keyof Kinds & string]: {
    kind: Kind
    /** In the time zone of the plant or organization, `YYYY-MM-DD`. */
    happenedOn: string
    source: string
    recordId: string
    subjectId?: string | null
    writtenAt?: Date | null
    quantity?: number | null
    dimensions?: { [Name in Kinds[Kind]['dimensions'][number]]?: string | null }
    reverses?: string | null
    id?: string
  }
}[keyof Kinds & string]

/**
 * Writes facts in the transaction of the record they speak of, in one statement. Returns their ids.
 * Throws on a dimension that the kind does not declare; the database refuses an undeclared kind.
 */
export const recordFacts = async <Kinds extends FactKinds>(
  tx: Tx,
  actor: Pick<Actor, 'orgId' | 'membershipId'>,
  kinds: Kinds,
  facts: readonly Fact<Kinds>[],
): Promise<string[]> => {
  if (facts.length === 0) return []
  const rows = facts.map((fact) => ({
    ...fact,
    id: fact.id ?? randomUUID(),
    dimensions: declared(kinds, fact),
  }))
  const column = <Value>(read: (row: (typeof rows)[number]) => Value) => rows.map(read)
  await sql`insert into facts (org_id, recorded_by, id, kind, happened_on, written_at, source, record_id, subject_id, quantity, dimensions, reverses)
    select ${actor.orgId}, ${actor.membershipId}, * from unnest(
      ${column((row) => row.id)}::uuid[], ${column((row) => row.kind)}::text[], ${column((row) => row.happenedOn)}::date[],
      ${column((row) => row.writtenAt ?? null)}::timestamptz[], ${column((row) => row.source)}::text[],
      ${column((row) => row.recordId)}::uuid[], ${column((row) => row.subjectId ?? null)}::uuid[],
      ${column((row) => row.quantity ?? null)}::bigint[], ${column((row) => row.dimensions)}::jsonb[],
      ${column((row) => row.reverses ?? null)}::uuid[])`.execute(tx)
  return rows.map(({ id }) => id)
}

const declared = <Kinds extends FactKinds>(kinds: Kinds, { kind, dimensions = {} }: Fact<Kinds>): string => {
  const present = Object.entries(dimensions as Record<string, string | null | undefined>).filter(
    ([, value]) => value != null,
  )
  const unknown = present.find(([name]) => !kinds[kind]?.dimensions.includes(name))
  if (unknown) throw new Error(`A fact “${kind}” has no dimension “${unknown[0]}”.`)
  return JSON.stringify(Object.fromEntries(present))
}
