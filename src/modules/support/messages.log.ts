import { texts } from '#ui/language.tsx'

/** What the log says of each act, by its verb and what it was done to. */
export const supportActs = texts(
  {
    'open sign-up': 'leyó lo que alguien dejó en la puerta de una actividad',
  },
  {
    'open sign-up': 'read what somebody left at the door of an activity',
  },
)
