import { type DimensionNames, factKinds } from '#platform/facts/fact.ts'
import { sectors, states } from '../companies/store.places.ts'

const where = ['state', 'sector'] as const

const activity = (es: string, en: string, values: DimensionNames['values'] = {}): DimensionNames => ({
  label: { es, en },
  describes: 'activity',
  values,
})

const names: Record<string, DimensionNames> = {
  // Places and sectors are one list for everybody, with the ways people write them.
  state: {
    label: { es: 'estado', en: 'state' },
    describes: 'place',
    values: Object.fromEntries(states.map(({ code, name }) => [code, { es: name, en: name }])),
  },
  sector: activity(
    'sector',
    'sector',
    Object.fromEntries(sectors.map(({ code, es, en }) => [code, { es, en }])),
  ),
  stage: activity('etapa', 'stage', {
    begun: { es: 'En negociación', en: 'In negotiation' },
    completed: { es: 'Concluida', en: 'Completed' },
    operational: { es: 'En operación', en: 'Operational' },
    inaugurated: { es: 'Inaugurado', en: 'Inaugurated' },
  }),
  relation: activity('relación', 'relation', {
    direct: { es: 'Directa', en: 'Direct' },
    indirect: { es: 'Indirecta', en: 'Indirect' },
    through_partner: { es: 'Por medio de socios', en: 'Through partners' },
  }),
  // What people raised in interviews, beside what they were trained in.
  topic: activity('tema', 'topic', { age_groups: { es: 'Grupos de edad', en: 'Age groups' } }),
  group: { label: { es: 'grupo', en: 'group' }, describes: 'person', values: {} },
  award: activity('programa', 'award'),
  kind: activity('tipo de hecho', 'kind of fact'),
  // Called so until the modules whose words these are declare them: their values keep the names of the record.
  outcome: activity('resultado', 'outcome'),
  how: activity('cómo se supo', 'how it was known'),
  vote: activity('tipo de votación', 'kind of vote'),
  modes: activity('forma de votar', 'way of voting'),
  observed: activity('con observadores', 'with observers'),
}

/** What a program records of its own work, and what partners report to it in their workbooks. */
export const programsFacts = factKinds({
  'award.worked': {
    es: 'Trabajo realizado bajo un programa',
    en: 'Work done under an award',
    dimensions: [...where, 'topic', 'award'],
    names,
    tier: 0,
  },
  'demand.unmet': {
    es: 'Apoyo pedido o dado fuera de los sectores del programa',
    en: 'Support asked for or given outside the award’s sectors',
    dimensions: [...where, 'topic', 'award'],
    tier: 0,
  },
  'reported.campaign': {
    es: 'Campaña que un socio reporta',
    en: 'Campaign reported by a partner',
    dimensions: [...where, 'award', 'stage'],
    tier: 0,
  },
  'reported.negotiation': {
    es: 'Negociación colectiva que un socio reporta',
    en: 'Collective negotiation reported by a partner',
    dimensions: [...where, 'award', 'stage'],
    tier: 0,
  },
  'reported.center': {
    es: 'Centro de trabajadores que un socio reporta',
    en: 'Worker center reported by a partner',
    dimensions: ['state', 'award', 'relation', 'stage'],
    tier: 0,
  },
  'reported.leader': {
    es: 'Persona en un puesto de dirección que un socio reporta',
    en: 'Person in a leadership post reported by a partner',
    dimensions: [...where, 'award', 'sex'],
    subject: true,
    tier: 2,
  },
  'reported.participant': {
    es: 'Persona que participó en una actividad que un socio reporta',
    en: 'Person who took part in an activity reported by a partner',
    dimensions: [...where, 'award', 'topic', 'sex', 'age_band'],
    subject: true,
    tier: 1,
  },
  'reported.interviewee': {
    es: 'Persona entrevistada, por lo que planteó',
    en: 'Person interviewed, by what they raised',
    dimensions: ['topic'],
    subject: true,
    tier: 1,
  },
  'reported.inclusion': {
    es: 'Organización que intenta integrar a un grupo poco atendido',
    en: 'Organization trying to integrate an underserved group',
    dimensions: ['group'],
    tier: 3,
    subject: true,
  },
})
