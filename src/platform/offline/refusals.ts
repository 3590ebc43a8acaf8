import { catalogue } from '../http/refusal.ts'

export const { texts: offlineRefusals, refuse } = catalogue({
  'offline.unreadable': {
    status: 422,
    es: 'Lo que guardó este teléfono llegó dañado. Sigue en el teléfono: ábrelo, revísalo y guárdalo otra vez.',
    en: 'What this phone saved arrived damaged. It is still on the phone: open it, check it and save it again.',
  },
  'offline.unknown': {
    status: 422,
    es: 'Se escribió con una versión que ya no se entiende. Actualiza la aplicación, abre lo que escribiste y envíalo de nuevo: sigue en el teléfono.',
    en: 'It was written with a version that is no longer understood. Update the app, open what you wrote and send it again: it is still on the phone.',
  },
  'offline.newer': {
    status: 422,
    es: 'El servidor tiene una versión anterior a la de este teléfono. Lo que escribiste sigue aquí: envíalo otra vez cuando lo actualicen.',
    en: 'The server runs an earlier version than this phone. What you wrote is still here: send it again once it is updated.',
  },
  'offline.too-old': {
    status: 422,
    es: 'Se escribió hace más de 180 días y ya no se puede enviar. Anótalo de nuevo si todavía importa.',
    en: 'It was written more than 180 days ago and can no longer be sent. Write it again if it still matters.',
  },
  'offline.not-understood': {
    status: 422,
    es: 'Falta algo o no se entiende. Ábrelo, complétalo y guárdalo otra vez.',
    en: 'Something is missing or not understood. Open it, complete it and save it again.',
  },
  'offline.out-of-reach': {
    status: 422,
    es: 'Esta persona ya no está en tu lista. Lo que anotaste sigue en el teléfono; habla con quien coordina.',
    en: 'This person is no longer on your list. What you wrote is still on the phone; talk to a coordinator.',
  },
})
