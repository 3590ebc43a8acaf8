import { type DimensionNames, factKinds } from '#platform/facts/fact.ts'
import { activityKindNames, audienceNames, topicNames } from './words.ts'

const about = ['state', 'sector', 'topic', 'activity', 'audience'] as const

const names: Record<string, DimensionNames> = {
  topic: { label: { es: 'tema', en: 'topic' }, describes: 'activity', values: topicNames },
  activity: {
    label: { es: 'tipo de actividad', en: 'kind of activity' },
    describes: 'activity',
    values: activityKindNames,
  },
  audience: { label: { es: 'para quién', en: 'audience' }, describes: 'activity', values: audienceNames },
}

export const supportFacts = factKinds({
  'activity.held': { es: 'Actividad realizada', en: 'Activity held', dimensions: about, names, tier: 0 },
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
