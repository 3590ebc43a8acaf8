import { factKinds } from '#platform/facts/fact.ts'

const where = ['state', 'sector'] as const

/** What a program records of its own work, and what partners report to it in their workbooks. */
export const programsFacts = factKinds({
  'award.worked': {
    es: 'Trabajo realizado bajo un programa',
    en: 'Work done under an award',
    dimensions: [...where, 'topic', 'award'],
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
