import { texts } from '#ui/language.tsx'

/** What the log says of each act, by its verb and what it was done to. */
export const peopleActs = texts(
  {
    'open person': 'abrió el nombre de una persona',
    'write person': 'cambió los datos de una persona',
    'erase person': 'borró a una persona',
    'import people': 'trajo una lista',
    'undo import people': 'deshizo una lista',
  },
  {
    'open person': 'opened somebody’s name',
    'write person': 'changed somebody’s data',
    'erase person': 'erased a person',
    'import people': 'brought in a list',
    'undo import people': 'undid a list',
  },
)
