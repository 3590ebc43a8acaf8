import { factKinds } from '#platform/facts/fact.ts'

const where = ['state', 'sector', 'plant'] as const
// At which plant something happened never leaves the union.
const ownOnly = ['plant'] as const

export const campaignFacts = factKinds({
  'campaign.opened': { es: 'Campaña iniciada', en: 'Campaign opened', dimensions: where, ownOnly },
  'campaign.closed': {
    es: 'Campaña cerrada',
    en: 'Campaign closed',
    dimensions: [...where, 'outcome'],
    ownOnly,
  },
  'contact.made': {
    es: 'Persona contactada por primera vez',
    en: 'Person first contacted',
    dimensions: where,
    ownOnly,
    subject: true,
  },
  'conversation.held': {
    es: 'Conversación sostenida',
    en: 'Conversation held',
    dimensions: where,
    ownOnly,
    subject: true,
  },
  'action.done': {
    es: 'Acción realizada',
    en: 'Action taken',
    dimensions: [...where, 'action'],
    subject: true,
    inside: true,
  },
  'promise.kept': {
    es: 'Promesa cumplida',
    en: 'Promise kept',
    dimensions: where,
    subject: true,
    inside: true,
  },
})
