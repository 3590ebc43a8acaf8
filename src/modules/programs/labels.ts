import { sectors, states } from '../companies/store.places.ts'
import type { Both } from './schema.ts'

/** A dimension of facts in words, with those of its values that have names. */
export type Labels = { id: string; label: Both; describes: Describes; values: Readonly<Record<string, Both>> }
type Describes = 'person' | 'place' | 'activity' | 'employer' | 'organization'

const named = (
  id: string,
  es: string,
  en: string,
  describes: Describes,
  values: Record<string, Both> = {},
): Labels => ({
  id,
  label: { es, en },
  describes,
  values,
})
const alike = (names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, { es: name, en: name }]))

const all: readonly Labels[] = [
  named(
    'state',
    'estado',
    'state',
    'place',
    Object.fromEntries(states.map(({ code, name }) => [code, { es: name, en: name }])),
  ),
  named(
    'sector',
    'sector',
    'sector',
    'activity',
    Object.fromEntries(sectors.map(({ code, es, en }) => [code, { es, en }])),
  ),
  named('sex', 'sexo', 'sex', 'person', {
    woman: { es: 'Mujeres', en: 'Women' },
    man: { es: 'Hombres', en: 'Men' },
    other: { es: 'Otro', en: 'Other' },
  }),
  named('age_band', 'edad', 'age', 'person', {
    ...alike(['15-29', '30-44', '45-59']),
    '60+': { es: '60 o más', en: '60 and over' },
  }),
  named('topic', 'tema', 'topic', 'activity', {
    organizing_skills: { es: 'Habilidades para organizar', en: 'Organizing skills' },
    engaging_colleagues: { es: 'Cómo sumar a más compañeros', en: 'Engaging more colleagues' },
    leader_identification: { es: 'Identificar líderes', en: 'Identifying leaders' },
    union_structure: { es: 'Estructura sindical', en: 'Union structure' },
    committee_formation: { es: 'Formar comités', en: 'Forming committees' },
    gender_inclusion: { es: 'Igualdad de género e inclusión', en: 'Gender equality and inclusion' },
    basic_rights: { es: 'Derechos laborales básicos', en: 'Basic labor rights' },
    corporate_research: { es: 'Conocer a la empresa', en: 'Knowing the company' },
    interpersonal_skills: { es: 'Comunicación y trato', en: 'Communication and interpersonal skills' },
    finance: { es: 'Cuotas y finanzas', en: 'Dues and finances' },
    age_groups: { es: 'Grupos de edad', en: 'Age groups' },
  }),
  named('activity', 'tipo de actividad', 'kind of activity', 'activity', {
    training: { es: 'Capacitación', en: 'Training' },
    assembly: { es: 'Asamblea', en: 'Assembly' },
    exchange: { es: 'Intercambio', en: 'Exchange' },
    visit: { es: 'Visita', en: 'Visit' },
    meeting: { es: 'Reunión', en: 'Meeting' },
  }),
  named('audience', 'para quién', 'audience', 'activity', {
    all: { es: 'Para todas y todos', en: 'For everyone' },
    women: { es: 'Para mujeres', en: 'For women' },
    youth: { es: 'Para jóvenes', en: 'For young people' },
  }),
  named('committee', 'tipo de comité', 'kind of committee', 'activity', {
    organizing: { es: 'Comité organizador', en: 'Organizing committee' },
    executive: { es: 'Comité ejecutivo', en: 'Executive committee' },
    section: { es: 'Comité seccional', en: 'Section committee' },
    vigilance: { es: 'Comisión de vigilancia', en: 'Oversight commission' },
    electoral: { es: 'Comisión electoral', en: 'Electoral commission' },
  }),
  named('stage', 'etapa', 'stage', 'activity', {
    begun: { es: 'En negociación', en: 'In negotiation' },
    completed: { es: 'Concluida', en: 'Completed' },
    operational: { es: 'En operación', en: 'Operational' },
    inaugurated: { es: 'Inaugurado', en: 'Inaugurated' },
  }),
  named('relation', 'relación', 'relation', 'activity', {
    direct: { es: 'Directa', en: 'Direct' },
    indirect: { es: 'Indirecta', en: 'Indirect' },
    through_partner: { es: 'Por medio de socios', en: 'Through partners' },
  }),
  named('group', 'grupo', 'group', 'person'),
  named('award', 'programa', 'award', 'activity'),
  named('kind', 'tipo de hecho', 'kind of fact', 'activity'),
]
const byId = new Map(all.map((one) => [one.id, one]))

/** Words for a dimension; one that no list names is called by its own name. */
export const labelsOf = (id: string): Labels =>
  byId.get(id) ?? named(id, id.replaceAll('_', ' '), id.replaceAll('_', ' '), 'activity')

export const unknownLabel: Both = { es: 'Sin dato', en: 'Not known' }

export const valueLabel = (dimension: string, value: string): Both =>
  value === unknownNode ? unknownLabel : (labelsOf(dimension).values[value] ?? { es: value, en: value })

/** How "not known" is written among the values of a dimension. */
export const unknownNode = '?'
