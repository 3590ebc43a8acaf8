import { plain } from '#platform/text/plain.ts'

/** What a column of a list may mean. Surnames stand apart in most payrolls. */
export const columnFields = [
  'name',
  'given',
  'surname',
  'surname2',
  'handle',
  'phone',
  'address',
  'identifier',
  'department',
  'shift',
  'route',
] as const
export type ColumnField = (typeof columnFields)[number]

/** Which column of the list holds what, by position; a field may stand in one column only. */
export type ColumnMapping = Partial<Record<ColumnField, number>>

const words: Record<ColumnField, readonly string[]> = {
  name: [
    'nombre completo',
    'nombre del trabajador',
    'nombre y apellidos',
    'trabajador',
    'empleado',
    'full name',
    'worker',
  ],
  given: ['nombres', 'nombre', 'nombre s', 'nombre de pila', 'first name', 'given name'],
  surname: [
    'apellido paterno',
    'primer apellido',
    'paterno',
    'ap paterno',
    'apellidos',
    'last name',
    'surname',
  ],
  surname2: ['apellido materno', 'segundo apellido', 'materno', 'ap materno'],
  handle: ['apodo', 'alias', 'sobrenombre', 'handle', 'nickname'],
  phone: ['telefono', 'tel', 'celular', 'cel', 'movil', 'whatsapp', 'numero de telefono', 'phone', 'mobile'],
  address: ['domicilio', 'direccion', 'calle', 'colonia', 'address'],
  identifier: [
    'numero de empleado',
    'num empleado',
    'no empleado',
    'numero de trabajador',
    'nomina',
    'no nomina',
    'clave',
    'id',
    'employee number',
  ],
  department: ['departamento', 'depto', 'area', 'linea', 'seccion', 'department', 'area linea'],
  shift: ['turno', 'horario', 'shift'],
  route: ['ruta', 'camion', 'transporte', 'ruta de transporte', 'route', 'bus'],
}

/** A guess from the headings, for a person to check. `given` alone, without surnames, is taken as the whole name. */
export const guessColumns = (headers: readonly string[]): ColumnMapping => {
  const mapping: ColumnMapping = {}
  const taken = new Set<number>()
  for (const field of columnFields) {
    const at = headers.findIndex((header, index) => !taken.has(index) && words[field].includes(plain(header)))
    if (at < 0) continue
    mapping[field] = at
    taken.add(at)
  }
  if (mapping.given !== undefined && mapping.surname === undefined && mapping.name === undefined) {
    const { given, ...rest } = mapping
    return { ...rest, name: given }
  }
  return mapping
}

/** Identifies a list's headings, so that its mapping is found again: SHA-256 of them, hexadecimal. */
export const digestOfHeaders = async (headers: readonly string[]): Promise<string> => {
  const bytes = new TextEncoder().encode(headers.map(plain).join('\n'))
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
