import type { VoteState, VoteStateName } from './schema.ts'

type Row = {
  state: string
  calledOn: string | null
  frozenAt: Date | null
  openedAt: Date | null
  closedAt: Date | null
  concludedAt: Date | null
  keepUntil: string | null
  rollHash: string | null
  cancelledAt: Date | null
  cancelledBecause: string | null
}

/** The state of a vote from its row; the table's checks hold what each state needs. */
export const stateOf = (row: Row): VoteState => {
  const rollHash = row.rollHash ?? ''
  switch (row.state as VoteStateName) {
    case 'preparing':
      return { name: 'preparing' }
    case 'called':
      return { name: 'called', on: row.calledOn! }
    case 'frozen':
      return { name: 'frozen', at: row.frozenAt!, rollHash }
    case 'open':
      return { name: 'open', at: row.openedAt!, rollHash }
    case 'closed':
      return { name: 'closed', at: row.closedAt!, rollHash }
    case 'concluded':
      return { name: 'concluded', at: row.concludedAt!, rollHash, keepUntil: row.keepUntil! }
    case 'cancelled':
      return { name: 'cancelled', at: row.cancelledAt!, because: row.cancelledBecause ?? '' }
  }
}

/** What may follow each state. A vote that opened is never cancelled here: it is annulled by whoever may, in its acta. */
export const follows: Readonly<Record<VoteStateName, readonly VoteStateName[]>> = {
  preparing: ['called', 'cancelled'],
  called: ['frozen', 'cancelled'],
  frozen: ['open', 'cancelled'],
  open: ['closed'],
  closed: ['concluded'],
  concluded: [],
  cancelled: [],
}

/** While these last, the roll may change; from the freeze on nobody can. */
export const rollIsOpen = (name: VoteStateName) => name === 'preparing' || name === 'called'

/** Five years from the day it was concluded (LFT 390 Ter II g). */
export const keepUntil = (today: string): string => {
  const [year, rest] = [Number(today.slice(0, 4)), today.slice(4)]
  return `${year + 5}${rest === '-02-29' ? '-03-01' : rest}`
}
