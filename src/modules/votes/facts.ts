import { factKinds } from '#platform/facts/fact.ts'

const about = ['state', 'sector', 'vote', 'modes', 'outcome', 'observed'] as const

/** Totals of a vote, recorded when it is concluded and never before. */
export const voteFacts = factKinds({
  'vote.held': { es: 'Votación realizada', en: 'Vote held', dimensions: about, tier: 0 },
  'vote.covered': {
    es: 'Personas con derecho a votar',
    en: 'People entitled to vote',
    dimensions: about,
    unit: 'people',
    tier: 1,
  },
  'vote.cast': {
    es: 'Personas que votaron',
    en: 'People who voted',
    dimensions: about,
    unit: 'people',
    tier: 1,
  },
  'vote.observed': {
    es: 'Observadores de una votación',
    en: 'Observers of a vote',
    dimensions: about,
    unit: 'people',
    tier: 0,
  },
})
