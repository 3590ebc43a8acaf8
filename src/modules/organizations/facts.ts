import { type DimensionNames, factKinds } from '#platform/facts/fact.ts'
import { committeeNames } from './words.ts'

const where = ['state', 'sector', 'committee'] as const

const plain = (...values: string[]) =>
  Object.fromEntries(values.map((value) => [value, { es: value, en: value }]))

const names: Record<string, DimensionNames> = {
  committee: {
    label: { es: 'tipo de comité', en: 'kind of committee' },
    describes: 'activity',
    values: committeeNames,
  },
  sex: {
    label: { es: 'sexo', en: 'sex' },
    describes: 'person',
    values: {
      woman: { es: 'Mujeres', en: 'Women' },
      man: { es: 'Hombres', en: 'Men' },
      other: { es: 'Otro', en: 'Other' },
    },
  },
  age_band: {
    label: { es: 'edad', en: 'age' },
    describes: 'person',
    values: { ...plain('15-29', '30-44', '45-59'), '60+': { es: '60 o más', en: '60 and over' } },
  },
}

export const organizationFacts = factKinds({
  'group.begun': {
    es: 'Grupo que empieza a organizarse',
    en: 'Group begun',
    dimensions: where,
    names,
    tier: 1,
  },
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
