import { texts } from '#ui/language.tsx'

/** What the log says of each act, by its verb and what it was done to. */
export const organizationActs = texts(
  {
    'connect organization': 'se conectó con otra organización',
    'criteria organization': 'cambió cuándo cuenta un comité como formado',
    'sign sharing': 'firmó lo que se comparte',
    'withdraw sharing': 'retiró lo que se compartía',
  },
  {
    'connect organization': 'connected with another organization',
    'criteria organization': 'changed when a committee counts as formed',
    'sign sharing': 'signed what is shared',
    'withdraw sharing': 'withdrew what was shared',
  },
)
