import { catalogue } from '#platform/http/refusal.ts'

export const { texts: boothRefusals, refuse } = catalogue({
  'booth.link-unknown': {
    status: 410,
    es: 'Esta tableta no está registrada en ninguna mesa. Pide a la comisión su código.',
    en: 'This tablet is not registered at any table. Ask the commission for its code.',
  },
  'booth.chain-broken': {
    status: 422,
    es: 'La urna de esta tableta está incompleta o fue alterada. No se recibió nada: guarda la tableta y usa la segunda copia.',
    en: 'The box of this tablet is incomplete or was altered. Nothing was received: keep the tablet and use the second copy.',
  },
  'booth.credential-elsewhere': {
    status: 422,
    es: 'La urna trae un voto con una clave que no es de esta mesa. No se recibió nada.',
    en: 'The box holds a ballot with a code that is not of this table. Nothing was received.',
  },
  'booth.ballot-wrong': {
    status: 422,
    es: 'La urna trae un voto que no pasa la verificación. No se recibió nada.',
    en: 'The box holds a ballot that does not pass verification. Nothing was received.',
  },
  'booth.closed': {
    status: 410,
    es: 'La urna electrónica ya cerró: lo que traiga esta tableta ya no se puede sumar. Anótalo en el acta.',
    en: 'The electronic box is closed: what this tablet holds can no longer be added. Write it in the acta.',
  },
  'booth.delivered': {
    status: 409,
    es: 'La urna de esta tableta ya se recibió; no puede declararse perdida.',
    en: 'The box of this tablet was received; it cannot be declared lost.',
  },
})
