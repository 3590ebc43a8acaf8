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
  'booth.empty': {
    status: 409,
    es: 'Esta tableta no trae ningún voto. Si de verdad nadie votó en ella, alguien de la comisión lo confirma en la página de la urna.',
    en: 'This tablet holds no ballot. If truly nobody voted on it, somebody of the commission confirms so on the page of the box.',
  },
  'booth.takes-back': {
    status: 409,
    es: 'De esta tableta ya se recibió una urna que esta no continúa: trae menos votos, u otros. No se recibió nada y lo recibido sigue ahí; compara el último eslabón con el acta de la mesa.',
    en: 'A box of this tablet was received before and this one does not go on from it: it holds fewer ballots, or others. Nothing was received and what was stays; compare the last link with the acta of the table.',
  },
  'booth.lost': {
    status: 410,
    es: 'Esta tableta se declaró perdida y ya no entrega por su cuenta. Guarda una copia de su urna y dásela a la comisión, que la sube.',
    en: 'This tablet was declared lost and no longer delivers by itself. Save a copy of its box and give it to the commission, which uploads it.',
  },
  'booth.not-waiting': {
    status: 409,
    es: 'Esta tableta ya entregó o se declaró perdida: no hay nada que confirmar.',
    en: 'This tablet delivered already or was declared lost: there is nothing to confirm.',
  },
  'booth.too-late': {
    status: 409,
    es: 'La votación ya cerró: desde entonces no se agregan tabletas. Las que hay todavía pueden entregar.',
    en: 'The vote is closed: no tablet is added after that. Those there are may still deliver.',
  },
  'booth.too-many-wrong': {
    status: 429,
    es: 'De esta tableta llegaron varias urnas que no pasan la verificación. Espera cinco minutos y usa la segunda copia.',
    en: 'Several boxes of this tablet did not pass verification. Wait five minutes and use the second copy.',
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
