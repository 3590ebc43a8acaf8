import { plain } from '#platform/text/plain.ts'

/** The one of some words that reads like another, without accents or case; `undefined` when none does. */
export const guessColumn = (among: readonly string[], ...like: string[]): string | undefined =>
  among.find((word) => like.some((one) => plain(word) === plain(one)))

const headings = {
  day: ['fecha', 'dia', 'date', 'day', 'fecha de actividad', 'fecha del evento'],
  person: ['nombre', 'nombre completo', 'name', 'persona', 'participante', 'person', 'curp', 'id'],
  quantity: ['cantidad', 'total', 'numero', 'quantity', 'horas', 'hours'],
  state: ['estado', 'entidad', 'state'],
  sector: ['sector', 'rama', 'industria', 'industry'],
  sex: ['sexo', 'genero', 'sex', 'gender'],
  age_band: ['edad', 'rango de edad', 'grupo de edad', 'age'],
  topic: ['tema', 'topic', 'curso'],
  award: ['programa', 'proyecto', 'award', 'project'],
  stage: ['etapa', 'estatus', 'stage', 'status'],
  relation: ['relacion', 'relation'],
  group: ['grupo', 'poblacion', 'group'],
} as const

/** A first reading of a workbook by its headings, always for a person to check. */
export const guessMapping = (id: string, kind: string, columns: readonly string[]) => {
  const { day, person, quantity, ...dimensions } = headings
  return {
    id,
    name: '',
    kind,
    day: guessColumn(columns, ...day) ?? '',
    dayOrder: 'day_first' as const,
    person: guessColumn(columns, ...person) ?? null,
    quantity: guessColumn(columns, ...quantity) ?? null,
    dimensions: Object.fromEntries(
      Object.entries(dimensions).flatMap(([name, like]) => {
        const column = guessColumn(columns, ...like)
        return column ? [[name, column] as const] : []
      }),
    ),
    values: {},
  }
}

/** The different words that a sample of rows has under a heading. */
export const wordsOf = (
  columns: readonly string[],
  sample: readonly (readonly string[])[],
  heading: string,
): string[] => {
  const at = columns.indexOf(heading)
  return [...new Set(sample.map((row) => row[at]?.trim() ?? ''))].filter(Boolean)
}
