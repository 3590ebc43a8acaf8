import { factKinds } from '#platform/facts/fact.ts'

const about = ['state', 'sector', 'topic', 'activity', 'audience'] as const

export const supportFacts = factKinds({
  'activity.held': { es: 'Actividad realizada', en: 'Activity held', dimensions: about, tier: 0 },
  'activity.attended': {
    es: 'Persona que asistió a una actividad',
    en: 'Person who attended an activity',
    dimensions: [...about, 'sex', 'age_band'],
    subject: true,
    tier: 1,
  },
  'activity.counted': {
    es: 'Personas contadas en la puerta, sin nombre',
    en: 'People counted at the door, without names',
    dimensions: about,
    unit: 'people',
    tier: 1,
  },
})
