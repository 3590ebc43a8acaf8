import type { Role } from '#platform/access/roles.ts'
import { nationalNumber } from '#platform/text/phone.ts'
import type { ImportRow, RowProblem } from './schema.ts'

/** How many identities one member may open in a day. An organizer's whole list fits; a plant's does not. */
export const dailyOpenings = (role: Role): number => (role === 'organizer' ? 60 : 400)

/** The problem of one row by itself, if it has one; whether it stands twice in the file is the file's question. */
export const rowProblem = ({
  handle,
  name,
  phone,
}: Pick<ImportRow, 'handle' | 'name' | 'phone'>): Exclude<RowProblem, 'twice_in_file'> | undefined => {
  if (!handle && !name) return 'empty'
  if (phone && !nationalNumber(phone)) return 'phone'
  return undefined
}

/** From this likeness of two full names on, a person is asked whether they are one. */
export const likeEnough = 0.93
