import { catalogue } from '#platform/http/refusal.ts'

export const { texts: supportRefusals, refuse } = catalogue({
  'support.door-closed': {
    status: 410,
    es: 'Esta actividad ya cerró su puerta. Avisa a quien la organiza.',
    en: 'This activity has closed its door. Tell whoever is organizing it.',
  },
  'support.join-code': {
    status: 410,
    es: 'Ese código de actividad no existe o la actividad se canceló.',
    en: 'That activity code does not exist, or the activity was cancelled.',
  },
  'support.closed': {
    status: 409,
    es: 'La actividad ya está cerrada. Reábrela para cambiar quién vino.',
    en: 'The activity is closed. Reopen it to change who came.',
  },
})
