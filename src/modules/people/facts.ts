import { factKinds } from '#platform/facts/fact.ts'

export const peopleFacts = factKinds({
  'person.added': {
    es: 'Persona agregada',
    en: 'Person added',
    dimensions: ['how'],
    subject: true,
  },
})
