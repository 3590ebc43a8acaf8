import { dailyOpenings } from '../rules.ts'

const key = 'names-opened'

const openedOn = (day: string): number => {
  const [kept, count] = (localStorage.getItem(key) ?? '').split(' ')
  return kept === day ? Number(count) : 0
}

/** Whether this phone may show one more name today, without a signal too. */
export const mayOpen = (day: string): boolean => openedOn(day) < dailyOpenings('organizer')

export const countOpened = (day: string) => localStorage.setItem(key, `${day} ${openedOn(day) + 1}`)
