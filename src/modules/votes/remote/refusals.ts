import { catalogue } from '#platform/http/refusal.ts'

export const { texts: ballotRefusals, refuse } = catalogue({
  'ballot.not-yet': {
    status: 409,
    es: 'La votación todavía no abre. Tu voto NO se recibió: vuelve a la hora de la convocatoria.',
    en: 'The vote is not open yet. Your ballot was NOT received: come back at the announced time.',
  },
  'ballot.closed': {
    status: 410,
    es: 'La votación ya cerró. Tu voto NO se recibió. Si antes recibiste un folio, ese voto sigue contando.',
    en: 'The vote is closed. Your ballot was NOT received. If you had a tracker before, that ballot still counts.',
  },
  'ballot.credential-unknown': {
    status: 403,
    es: 'Esta clave no está en la lista de esta votación. Tu voto NO se recibió. Revisa tu papeleta o busca a la comisión.',
    en: 'This code is not on the list of this vote. Your ballot was NOT received. Check your slip or find the commission.',
  },
  'ballot.booth-only': {
    status: 403,
    es: 'Esta clave solo sirve en la tableta de su mesa. Tu voto NO se recibió.',
    en: 'This code only works on the tablet of its table. Your ballot was NOT received.',
  },
  'ballot.wrong': {
    status: 422,
    es: 'Este voto no pasó la verificación y NO se recibió. Carga de nuevo la página e inténtalo otra vez.',
    en: 'This ballot did not pass verification and was NOT received. Load the page again and retry.',
  },
  'ballot.challenged': {
    status: 409,
    es: 'Este voto se abrió para revisarlo y por eso ya no puede contarse. Prepara uno nuevo.',
    en: 'This ballot was opened for inspection, so it can no longer be cast. Prepare a new one.',
  },
  'ballot.too-many': {
    status: 429,
    es: 'Con esta clave ya se votó cincuenta veces; cuenta el último voto recibido. Busca a la comisión.',
    en: 'This code was used fifty times; the last ballot received counts. Find the commission.',
  },
  'ballot.already-cast': {
    status: 409,
    es: 'Ese voto ya está en la urna: no se puede abrir.',
    en: 'That ballot is already in the box: it cannot be opened.',
  },
  'ballot.opening-wrong': {
    status: 422,
    es: 'Lo que se abrió no corresponde a su sello. Si lo hizo este aparato por sí solo, no votes en él: avisa a la comisión.',
    en: 'What was opened does not match its seal. If this device did that by itself, do not vote on it: tell the commission.',
  },
})
