import { nationalNumber } from '#platform/text/phone.ts'
import { plain } from '#platform/text/plain.ts'
import type { Table } from '#platform/text/rows.ts'
import { sexOf } from './rules.paste.ts'
import type { TableId, Voter, VoterId, VoteTable } from './schema.ts'

/** What a column of a roll may hold. Surnames stand apart in most payrolls. */
export const rollFields = [
  'name',
  'given',
  'surname',
  'surname2',
  'identifier',
  'phone',
  'section',
  'sex',
  'table',
] as const
export type RollField = (typeof rollFields)[number]

/** Which column holds what, by position. */
export type RollColumns = Partial<Record<RollField, number>>

const words: Record<RollField, readonly string[]> = {
  name: [
    'nombre completo',
    'nombre y apellidos',
    'nombre del trabajador',
    'trabajador',
    'full name',
    'worker',
  ],
  given: ['nombre', 'nombres', 'nombre s', 'nombre de pila', 'first name', 'given name', 'name'],
  surname: [
    'apellido paterno',
    'primer apellido',
    'paterno',
    'ap paterno',
    'apellidos',
    'surname',
    'last name',
  ],
  surname2: ['apellido materno', 'segundo apellido', 'materno', 'ap materno', 'second surname'],
  identifier: ['curp', 'clave unica', 'numero de empleado', 'no empleado', 'nomina', 'id'],
  phone: ['telefono', 'tel', 'celular', 'cel', 'movil', 'whatsapp', 'phone', 'mobile', 'telephone'],
  section: ['seccion', 'departamento', 'depto', 'area', 'linea', 'turno', 'section', 'department', 'shift'],
  sex: ['sexo', 'genero', 'sex', 'gender'],
  table: ['mesa', 'casilla', 'urna', 'table'],
}

/** A guess from the headings, for a person to check. A first name without surnames is taken as the whole name. */
export const guessRollColumns = (headers: readonly string[]): RollColumns => {
  const columns: RollColumns = {}
  for (const field of rollFields) {
    const taken = new Set(Object.values(columns))
    const at = headers.findIndex((header, n) => !taken.has(n) && words[field].includes(plain(header)))
    if (at >= 0) columns[field] = at
  }
  const { given, ...rest } = columns
  return given !== undefined && rest.surname === undefined && rest.name === undefined
    ? { ...rest, name: given }
    : columns
}

/** A table whose first row is no heading, as it is pasted: the columns are then taken in the order of the fields below. */
export const withHeadings = ({ headers, rows }: Table): Table => {
  if (Object.keys(guessRollColumns(headers)).length > 0) return { headers, rows }
  // A heading that was empty came as its own number.
  const first = headers.map((cell, at) => (cell === String(at + 1) ? '' : cell))
  return { headers: headers.map((_, at) => inOrder[at] ?? String(at + 1)), rows: [first, ...rows] }
}

const inOrder = ['Nombre completo', 'CURP', 'Teléfono', 'Sección', 'Sexo', 'Mesa']

/** Why a row stays out, or (the last three) what of one that comes in should be looked at. */
export const rowFaults = [
  'no_name',
  'too_long',
  'unknown_table',
  'twice',
  'same_name',
  'curp',
  'phone',
] as const
export type RowFault = (typeof rowFaults)[number]
const looks: readonly RowFault[] = ['same_name', 'curp', 'phone']

/** One row of a file: its line there (the heading being 1), the voter, and what is wrong with it. */
export type RollRow = {
  readonly line: number
  readonly voter: Omit<Voter, 'number'>
  readonly fault: RowFault | null
  /** The earlier line that says the same person. */
  readonly sameAs: number | null
}

export const comesIn = ({ fault }: RollRow): boolean => fault === null || looks.includes(fault)

type Where = Pick<Voter, 'mode' | 'tableId'> & { tables: readonly VoteTable[]; english: boolean }

/** Every row of a table of text as a voter. A CURP says the sex when no column does. */
export const rollRows = (
  { rows }: Table,
  columns: RollColumns,
  where: Where,
  newId: () => string,
): RollRow[] => {
  const byIdentifier = new Map<string, number>()
  const byName = new Map<string, { line: number; known: boolean }>()
  return rows.map((cells, at) => {
    const line = at + 2
    const { voter, fault } = voterOf(cells, columns, where, newId() as VoterId)
    if (fault && !looks.includes(fault)) return { line, voter, fault, sameAs: null }
    const [identifier, name] = [voter.identifier && plain(voter.identifier), plain(voter.name)]
    const same = identifier ? byIdentifier.get(identifier) : undefined
    const named = byName.get(name)
    if (identifier && same === undefined) byIdentifier.set(identifier, line)
    if (!named) byName.set(name, { line, known: identifier !== null })
    if (same !== undefined) return { line, voter, fault: 'twice', sameAs: same }
    // Two people may share a name: with a CURP each, they are told apart.
    const alike = named && !(identifier && named.known)
    return alike
      ? { line, voter, fault: 'same_name', sameAs: named.line }
      : { line, voter, fault, sameAs: null }
  })
}

const voterOf = (
  cells: readonly string[],
  columns: RollColumns,
  { mode, tableId, tables, english }: Where,
  id: VoterId,
): { voter: RollRow['voter']; fault: RowFault | null } => {
  const cell = (field: RollField) => {
    const at = columns[field]
    return at === undefined ? '' : (cells[at] ?? '').trim()
  }
  const name = cell('name') || [cell('given'), cell('surname'), cell('surname2')].filter(Boolean).join(' ')
  const [identifier, phone, section, wanted] = [
    cell('identifier'),
    cell('phone'),
    cell('section'),
    cell('table'),
  ]
  const table = wanted === '' ? undefined : tables.find(({ number }) => number === tableNumber(wanted))
  const sex = sexOf(cell('sex'), english) ?? sexInCurp(identifier)
  const national = phone ? nationalNumber(phone) : undefined
  const voter = {
    id,
    name: name.slice(0, 160),
    identifier: identifier.slice(0, 40) || null,
    phone: (national ?? phone).slice(0, 40) || null,
    section: section.slice(0, 80),
    sex,
    mode,
    tableId: mode === 'remote' ? null : wanted === '' ? tableId : ((table?.id ?? null) as TableId | null),
    credentialBy: mode === 'remote' && phone ? ('phone' as const) : ('hand' as const),
    category: 'entitled' as const,
  }
  return {
    voter,
    fault: faultOf({ name, identifier, phone, section, national, lostTable: wanted !== '' && !table }),
  }
}

type Read = {
  name: string
  identifier: string
  phone: string
  section: string
  national: string | null | undefined
  lostTable: boolean
}

const faultOf = ({ name, identifier, phone, section, national, lostTable }: Read): RowFault | null => {
  if (name === '') return 'no_name'
  if (name.length > 160 || identifier.length > 40 || phone.length > 40 || section.length > 80)
    return 'too_long'
  if (lostTable) return 'unknown_table'
  if (/^[a-z]{4}\d/i.test(identifier) && !curp.test(identifier)) return 'curp'
  return phone !== '' && !national ? 'phone' : null
}

const tableNumber = (written: string): number => Number(/\d+/.exec(written)?.[0] ?? Number.NaN)

// Four letters, the day of birth, sex, state and consonants, two that the registry assigns.
const curp = /^[a-z]{4}\d{6}([hmx])[a-z]{5}[0-9a-z]\d$/i

const sexInCurp = (identifier: string): Voter['sex'] => {
  const letter = curp.exec(identifier)?.[1]?.toUpperCase()
  if (letter === 'M') return 'woman'
  if (letter === 'H') return 'man'
  return letter === 'X' ? 'other' : null
}
