import { type Calendar, isOpen } from './calendar.ts'
import { addMonths, type Day } from './dates.ts'
import type { TermUnit } from './rule.ts'

/** One way to read a term. `months_of_30`: a month is thirty days (LFT 736); `months`: the days it has (522). */
export type Counting = 'calendar' | 'business' | 'months' | 'months_of_30' | 'years'

/** The ways a unit can be read: two where the law does not say (LFT 715, 733, 736). */
export const countingsOf = (unit: TermUnit): readonly Counting[] => {
  switch (unit) {
    case 'unspecified':
      return ['calendar', 'business']
    case 'months':
      return ['months', 'months_of_30']
    case 'real_months':
      return ['months']
    case 'calendar':
    case 'calendar_hours':
      return ['calendar']
    case 'business':
      return ['business']
    case 'years':
      return ['years']
    case 'hours':
    case 'none':
      return []
  }
}

/** The last day of a term that starts the day after `from` (LFT 733: the last day counts). */
export const forward = (calendar: Calendar, counting: Counting, from: Day, amount: number): Day => {
  switch (counting) {
    case 'calendar':
      return from + amount
    case 'business':
      return openAfter(calendar, from, amount)
    case 'months':
      return addMonths(from, amount)
    case 'months_of_30':
      return from + 30 * amount
    case 'years':
      return addMonths(from, 12 * amount)
  }
}

/** The last day on which something can be done `amount` ahead of `event`, the day of the event being the last counted. */
export const backward = (calendar: Calendar, counting: Counting, event: Day, amount: number): Day => {
  switch (counting) {
    case 'calendar':
      return event - amount
    case 'business':
      return lastWithOpenDays(calendar, event, amount)
    case 'months':
      return addMonths(event, -amount)
    case 'months_of_30':
      return event - 30 * amount
    case 'years':
      return addMonths(event, -12 * amount)
  }
}

/** The first day from which `event` is at most `amount` ahead, the day of the event being the last counted. */
export const backwardEarliest = (calendar: Calendar, counting: Counting, event: Day, amount: number): Day =>
  counting === 'business'
    ? openBefore(calendar, event, amount + 1)
    : backward(calendar, counting, event, amount)

/** The last day that leaves `amount` full days before `event`, neither end counted: the strict way. */
export const backwardClear = (calendar: Calendar, counting: Counting, event: Day, amount: number): Day =>
  counting === 'business'
    ? lastWithOpenDays(calendar, event - 1, amount)
    : backward(calendar, counting, event, amount) - 1

/** The nth working day after a day (LFT 715, 733). */
export const openAfter = (calendar: Calendar, from: Day, nth: number): Day => {
  let day = from
  for (let left = nth; left > 0; ) {
    day += 1
    if (isOpen(calendar, day)) left -= 1
  }
  return day
}

/** That day if the authority works on it, else the last one before it on which it does (LFT 714-715). */
export const openOnOrBefore = (calendar: Calendar, day: Day): Day => {
  let at = day
  while (!isOpen(calendar, at)) at -= 1
  return at
}

/** That day if the authority works on it, else the first one after it on which it does (LFT 714-715, 522). */
export const openOnOrAfter = (calendar: Calendar, day: Day): Day => {
  let at = day
  while (!isOpen(calendar, at)) at += 1
  return at
}

/** The latest day after which, up to and including `to`, there are `amount` working days. */
const lastWithOpenDays = (calendar: Calendar, to: Day, amount: number): Day =>
  openBefore(calendar, to, amount) - 1

/** The nth working day counting back from `to`, which counts if it is one. */
const openBefore = (calendar: Calendar, to: Day, nth: number): Day => {
  let day = to + 1
  for (let left = nth; left > 0; ) {
    day -= 1
    if (isOpen(calendar, day)) left -= 1
  }
  return day
}
