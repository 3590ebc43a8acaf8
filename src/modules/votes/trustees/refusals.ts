import { catalogue } from '#platform/http/refusal.ts'

export const { texts: custodyRefusals, refuse } = catalogue({
  'custody.link-unknown': {
    status: 410,
    es: 'Este enlace de custodia ya no sirve. Pide otro a la comisión; tu clave sigue siendo la misma.',
    en: 'This trustee link no longer works. Ask the commission for another; your key stays the same.',
  },
  'custody.out-of-turn': {
    status: 409,
    es: 'Ese paso no toca todavía, o ya lo diste. Vuelve a cargar la página.',
    en: 'It is not the time for that step, or you already took it. Load the page again.',
  },
  'custody.does-not-fit': {
    status: 422,
    es: 'Lo que envió este aparato no encaja con lo de las demás personas. Avisa a la comisión: hay que empezar la ceremonia de nuevo.',
    en: 'What this device sent does not fit with the others. Tell the commission: the ceremony must be started again.',
  },
  'custody.not-closed': {
    status: 409,
    es: 'La urna no está cerrada y contada todavía: nada se abre antes.',
    en: 'The box is not closed and added up yet: nothing is opened before.',
  },
  'custody.already-open': {
    status: 409,
    es: 'El resultado ya está publicado: no hizo falta tu parte.',
    en: 'The result is already published: your part was not needed.',
  },
})
