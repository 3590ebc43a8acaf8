import { texts } from '#ui/language.tsx'

/** What the log says of each act, by its verb and what it was done to. */
export const campaignActs = texts(
  {
    'open sheet': 'abrió una lista de nombres que otra persona aprobó',
    'carry device': 'se llevó su lista en el teléfono',
    'depart membership': 'cerró el acceso de alguien y pasó su gente',
    'merge person': 'unió dos registros',
    'unmerge person': 'separó dos registros',
  },
  {
    'open sheet': 'opened a list of names that somebody else approved',
    'carry device': 'took their list along on the phone',
    'depart membership': 'closed somebody’s access and passed on their people',
    'merge person': 'merged two records',
    'unmerge person': 'took two records apart',
  },
)
