import { factKinds } from '#platform/facts/fact.ts'

const where = ['state', 'sector', 'plant'] as const

export const campaignFacts = factKinds({
  'campaign.opened': { es: 'Campaña iniciada', en: 'Campaign opened', dimensions: where },
  'campaign.closed': { es: 'Campaña cerrada', en: 'Campaign closed', dimensions: [...where, 'outcome'] },
  'contact.made': {
    es: 'Persona contactada por primera vez',
    en: 'Person first contacted',
    dimensions: where,
    subject: true,
  },
  'conversation.held': {
    es: 'Conversación sostenida',
    en: 'Conversation held',
    dimensions: where,
    subject: true,
  },
  'action.done': {
    es: 'Acción realizada',
    en: 'Action taken',
    dimensions: [...where, 'action'],
    subject: true,
  },
  'promise.kept': { es: 'Promesa cumplida', en: 'Promise kept', dimensions: where, subject: true },
})
