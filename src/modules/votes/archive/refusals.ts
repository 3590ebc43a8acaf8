import { catalogue } from '#platform/http/refusal.ts'

export const { texts: boxRefusals, refuse } = catalogue({
  'box.vote-not-ready': {
    status: 409,
    es: 'La votación no está en el momento para esto: la urna se prepara antes de abrir y con el padrón congelado.',
    en: 'The vote is not at the stage for this: the box is set up before opening, on a frozen roll.',
  },
  'box.there-is-one': {
    status: 409,
    es: 'Esta votación ya tiene su urna electrónica. Descártala primero si hay que empezar de nuevo.',
    en: 'This vote already has its electronic box. Discard it first if it must be started again.',
  },
  'box.already-set-up': {
    status: 409,
    es: 'La urna ya quedó fijada: sus llaves, preguntas y credenciales no cambian.',
    en: 'The box is already set: its keys, questions and credentials do not change.',
  },
  'box.keys-missing': {
    status: 409,
    es: 'Falta que las personas que custodian terminen de hacer sus llaves.',
    en: 'The trustees have not finished making their keys.',
  },
  'box.credentials-missing': {
    status: 409,
    es: 'Falta hacer las credenciales en el equipo de la comisión.',
    en: 'The credentials have not been made on the commission’s device.',
  },
  'box.credentials-do-not-fit': {
    status: 422,
    es: 'Las credenciales no son tantas como pide el padrón congelado en cada mesa y a distancia. Hazlas de nuevo.',
    en: 'The credentials are not as many as the frozen roll asks at each table and remotely. Make them again.',
  },
  'box.credentials-wrong': {
    status: 422,
    es: 'La lista de credenciales públicas está dañada o repite alguna. Hazla de nuevo.',
    en: 'The list of public credentials is damaged or repeats one. Make it again.',
  },
  'box.too-few': {
    status: 422,
    es: 'Con menos de diez credenciales el resultado diría cómo votó cada quien. Que voten en papel junto con otra mesa.',
    en: 'With fewer than ten credentials the result would tell how each one voted. Let them vote on paper with another table.',
  },
  'box.questions-wrong': {
    status: 422,
    es: 'Alguna pregunta no se puede votar: le faltan opciones o texto.',
    en: 'Some question cannot be voted: it lacks choices or text.',
  },
  'box.not-set-up': {
    status: 409,
    es: 'Hay quien vota en tableta o a distancia y la urna electrónica no está fijada: hazlo antes de abrir.',
    en: 'Some vote on a tablet or remotely and the electronic box is not set: do it before opening.',
  },
  'box.not-open': {
    status: 409,
    es: 'La urna no está abierta.',
    en: 'The box is not open.',
  },
  'box.vote-not-closed': {
    status: 409,
    es: 'Todavía se vota. Cierra primero la votación, a la hora de la convocatoria; después se cierra la urna electrónica.',
    en: 'People are still voting. Close the vote first, at the hour of the notice of call; the electronic box is closed after it.',
  },
  'box.booths-missing': {
    status: 409,
    es: 'Falta la urna de alguna tableta. Entrégala, o su segunda copia, o declara que se perdió y por qué.',
    en: 'The box of some tablet is missing. Deliver it, or its second copy, or state that it was lost and why.',
  },
  'box.nothing-to-count': {
    status: 409,
    es: 'La urna todavía recibe votos: primero hay que cerrarla.',
    en: 'The box still receives ballots: close it first.',
  },
  'box.archive-not-sound': {
    status: 409,
    es: 'El archivo de la urna no pasó la verificación. No se contó nada: guarda una copia y llama a quien observa.',
    en: 'The archive of the box did not pass verification. Nothing was counted: keep a copy and call the observers.',
  },
})
