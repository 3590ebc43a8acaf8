import { catalogue } from '../http/refusal.ts'

export const { texts: upkeepRefusals, refuse } = catalogue({
  'upkeep.export-first': {
    status: 409,
    es: 'Antes de cerrar, descarga la copia de la organización, o di que no la quieres. Después no se podrá.',
    en: 'Before closing, download the copy of the organization, or say that you do not want it. Afterwards it cannot be done.',
  },
  'upkeep.wrong-name': {
    status: 422,
    es: 'Ese no es el nombre de la organización. Escríbelo igual para confirmar que es esta la que se cierra.',
    en: 'That is not the name of the organization. Type it the same to confirm that this is the one to close.',
  },
  'upkeep.busy': {
    status: 503,
    es: 'Ya se están preparando otras copias. Espera a que terminen; tu aprobación sigue valiendo.',
    en: 'Other copies are being prepared already. Wait until they end; your approval still holds.',
  },
  'upkeep.recipient': {
    status: 422,
    es: 'Esa no es una llave pública de age (age1…).',
    en: 'That is not an age public key (age1…).',
  },
})
