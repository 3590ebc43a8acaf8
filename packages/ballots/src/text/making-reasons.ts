import { texts } from './language.ts'

/** Why something that a person is making is refused: a code, a vote, an inspection, a step of the ceremony. */
export const makingReasonTexts = texts({
  'code-character': {
    es: 'El código tiene un signo que ningún código usa (no hay 0, O, I mayúscula ni l minúscula).',
    en: 'The code has a character that no code uses (there is no 0, O, capital I or small l).',
  },
  'code-length': {
    es: 'Al código le faltan o le sobran letras.',
    en: 'The code has too few or too many characters.',
  },
  'code-check-digit': {
    es: 'El código no concuerda con su dígito verificador: revise cada letra.',
    en: 'The code does not match its check digit: look at each character again.',
  },
  'vote-count': {
    es: 'No hay un voto por cada pregunta.',
    en: 'There is not one vote for each question.',
  },
  'vote-blank-not-offered': {
    es: 'Esta pregunta no admite el voto en blanco.',
    en: 'This question does not offer a blank vote.',
  },
  'vote-answer-repeated': {
    es: 'Se marcó dos veces la misma respuesta.',
    en: 'The same answer is marked twice.',
  },
  'vote-answer-unknown': {
    es: 'Se marcó una respuesta que no existe.',
    en: 'An answer is marked that does not exist.',
  },
  'vote-too-few': {
    es: 'Se marcaron menos respuestas de las que pide la pregunta.',
    en: 'Fewer answers are marked than the question asks.',
  },
  'vote-too-many': {
    es: 'Se marcaron más respuestas de las que permite la pregunta.',
    en: 'More answers are marked than the question allows.',
  },
  'ballot-already-decided': {
    es: 'Esta boleta ya se envió o ya se abrió: prepare otra.',
    en: 'This ballot was already cast or opened: prepare another.',
  },
  'opening-malformed': {
    es: 'Lo que se muestra para revisar la boleta no está escrito como debe.',
    en: 'What is shown to inspect the ballot is not written as it must be.',
  },
  'opening-wrong': {
    es: 'La boleta cifrada no contiene el voto que el dispositivo dice: no confíe en ese dispositivo.',
    en: 'The encrypted ballot does not hold the vote the device states: do not trust that device.',
  },
  'trustee-secret-malformed': {
    es: 'Ese archivo no es una llave de custodio.',
    en: 'That file is not a trustee key.',
  },
  'trustee-not-listed': {
    es: 'Esa llave no es de ningún custodio de esta elección.',
    en: 'That key belongs to no trustee of this election.',
  },
  'ceremony-plan-impossible': {
    es: 'No puede haber un grupo de custodios con esos números.',
    en: 'There can be no group of trustees with those numbers.',
  },
  'ceremony-secret-malformed': {
    es: 'Ese archivo no es el que este paso de la ceremonia necesita.',
    en: 'That file is not the one this step of the ceremony needs.',
  },
  'ceremony-messages-count': {
    es: 'Falta o sobra el mensaje de alguien.',
    en: "Someone's message is missing or extra.",
  },
  'ceremony-own-message-changed': {
    es: 'Su propio mensaje fue cambiado en el camino.',
    en: 'Your own message was changed on the way.',
  },
  'ceremony-certificate-wrong': {
    es: 'Un certificado no es válido o es de otra ceremonia.',
    en: 'A certificate is not valid or is of another ceremony.',
  },
  'ceremony-dealing-malformed': {
    es: 'El mensaje de un custodio no está escrito como debe.',
    en: "A trustee's message is not written as it must be.",
  },
  'ceremony-dealing-wrong': {
    es: 'Un custodio no firmó bien su mensaje, o lo firmó para otra ceremonia.',
    en: 'A trustee did not sign their message properly, or signed it for another ceremony.',
  },
  'ceremony-share-unreadable': {
    es: 'La parte que le mandó un custodio no se puede abrir.',
    en: 'The share that a trustee sent you cannot be opened.',
  },
  'ceremony-share-wrong': {
    es: 'La parte que le mandó un custodio no es la que prometió: la ceremonia debe repetirse.',
    en: 'The share that a trustee sent you is not the one they committed to: the ceremony must be repeated.',
  },
})
