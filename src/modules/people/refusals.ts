import { catalogue } from '#platform/http/refusal.ts'

export const { texts: peopleRefusals, refuse } = catalogue({
  'people.cap': {
    status: 429,
    es: 'Ya abriste hoy todos los nombres que se pueden abrir en un día. Mañana podrás abrir más.',
    en: 'You have opened as many names today as one may in a day. Tomorrow you can open more.',
  },
  'people.phone': {
    status: 422,
    es: 'Ese teléfono no tiene los diez dígitos de un número mexicano.',
    en: 'That phone number does not have the ten digits of a Mexican number.',
  },
  'people.same': {
    status: 422,
    es: 'Es la misma persona: elige dos registros distintos.',
    en: 'That is the same person: choose two different records.',
  },
  'people.merged-already': {
    status: 409,
    es: 'Uno de los dos registros ya está unido a otro. Deshaz esa unión primero.',
    en: 'One of the two records is already merged into another. Undo that merge first.',
  },
  'people.import-closed': {
    status: 409,
    es: 'Esta lista ya se terminó o se deshizo. Empieza otra para agregar más personas.',
    en: 'This list was finished or undone. Start another to add more people.',
  },
  'people.bad-rows': {
    status: 422,
    es: 'Hay renglones con problemas. Corrígelos o di que se dejen fuera; no se agregó ninguno.',
    en: 'Some rows have problems. Mend them or say that they are left out; none was added.',
  },
})
