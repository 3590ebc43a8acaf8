import { catalogue } from '#platform/http/refusal.ts'

export const { texts: campaignRefusals, refuse } = catalogue({
  'campaigns.stage': {
    status: 409,
    es: 'Ya hay conversaciones anotadas: la campaña no puede volver a mapeo.',
    en: 'Conversations are recorded already: the campaign cannot go back to mapping.',
  },
  'campaigns.unit-in-use': {
    status: 409,
    es: 'Hay personas en esa área, turno o ruta. Pásalas a otra antes de quitarla.',
    en: 'There are people in that department, shift or route. Move them before you remove it.',
  },
  'campaigns.settled': {
    status: 409,
    es: 'Eso ya estaba anotado como resuelto.',
    en: 'That was already noted as settled.',
  },
  'campaigns.heir': {
    status: 422,
    es: 'Elige a otra persona del equipo que reciba a esta gente.',
    en: 'Choose somebody else on the team to take over these people.',
  },
  'campaigns.no-phone': {
    status: 409,
    es: 'La lista se lleva solo en un teléfono dado de alta con su PIN.',
    en: 'The list is taken along only on a phone that was set up with its PIN.',
  },
  'campaigns.no-list': {
    status: 422,
    es: 'Elige a qué lista se agregan las personas.',
    en: 'Choose which list the people are added to.',
  },
})
