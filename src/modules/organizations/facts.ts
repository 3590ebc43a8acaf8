import { factKinds } from '#platform/facts/fact.ts'

const where = ['state', 'sector', 'committee'] as const

export const organizationFacts = factKinds({
  'group.begun': { es: 'Grupo que empieza a organizarse', en: 'Group begun', dimensions: where, tier: 1 },
  'group.formed': {
    es: 'Grupo formado con líderes y comité',
    en: 'Group formed with leaders and committee',
    dimensions: where,
    tier: 1,
  },
  'group.dissolved': { es: 'Grupo disuelto', en: 'Group dissolved', dimensions: where, tier: 1 },
  'leader.named': {
    es: 'Persona nombrada en un puesto de dirección',
    en: 'Person named to a leadership post',
    dimensions: [...where, 'sex', 'age_band'],
    subject: true,
    tier: 2,
  },
  'leader.left': {
    es: 'Persona que deja un puesto de dirección',
    en: 'Person who leaves a leadership post',
    dimensions: [...where, 'sex', 'age_band'],
    subject: true,
    tier: 2,
  },
})
