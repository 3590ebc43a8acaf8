import * as z from 'zod'
import { leadership } from '#platform/access/roles.ts'
import { Token } from '#platform/access/schema.ts'
import { idOf } from '#platform/db/brand.ts'
import { operation } from '#platform/http/operation.ts'
import { BoxId, ElectionUuid, PublicHead, Tracker } from '../archive/schema.ts'
import { TableId } from '../schema.ts'
import { tabletHeader } from './words.ts'

export const BoothId = idOf('BoothId')
export type BoothId = z.infer<typeof BoothId>

const wholeBox = 64 * 1024 * 1024
const ledFresh = { may: leadership, fresh: true } as const
const tablet = {
  may: 'anyone',
  bodyBytes: wholeBox,
  knock: { header: tabletHeader, door: 'find_vote_booth' },
} as const

const Chained = {
  head: z.string().regex(/^[0-9a-f]{64}$/),
  ballots: z.array(z.string().min(2).max(200_000)).max(5000),
}
/** What a delivery left in the box; delivering again adds nothing twice. */
const Delivered = z.strictObject({ ballots: z.int(), appended: z.int(), head: PublicHead })

/** What a tablet takes along to work without a network. */
export const BoothKit = z.strictObject({
  boothId: BoothId,
  uuid: ElectionUuid,
  organization: z.string(),
  rehearsal: z.boolean(),
  table: z.strictObject({ number: z.int(), place: z.string() }),
  election: z.string(),
  fingerprint: Tracker,
  /** SHA-256 of the public credentials of this table, in hexadecimal, sorted. */
  credentials: z.array(z.string()),
})
export type BoothKit = z.infer<typeof BoothKit>

/** Booths at tables: tablets that collect sealed ballots without a network and deliver them before the close. */
export const boothContract = {
  addBooth: operation(ledFresh, 'POST', '/boxes/{id}/booths')
    .input(z.strictObject({ id: BoxId, boothId: BoothId, tableId: TableId }))
    .output(z.strictObject({ token: Token })),
  loseBooth: operation(ledFresh, 'POST', '/boxes/{id}/booths/{boothId}/loss')
    .input(z.strictObject({ id: BoxId, boothId: BoothId, because: z.string().trim().min(1).max(400) }))
    .output(z.strictObject({})),
  /** Somebody looked at the tablet: nobody voted on it. What it delivers later is still received until the close. */
  confirmEmpty: operation(ledFresh, 'POST', '/boxes/{id}/booths/{boothId}/emptiness')
    .input(z.strictObject({ id: BoxId, boothId: BoothId }))
    .output(z.strictObject({})),
  /** The second copy, when the tablet cannot deliver. */
  deliverCopy: operation({ ...ledFresh, bodyBytes: wholeBox }, 'PUT', '/boxes/{id}/booths/{boothId}/box')
    .input(z.strictObject({ id: BoxId, boothId: BoothId, ...Chained }))
    .output(Delivered),
  kit: operation({ may: 'anyone' }, 'POST', '/booth')
    .input(z.strictObject({ token: Token }))
    .output(BoothKit),
  /** The tablet says which it is in the header `asamblea-booth`. */
  deliver: operation(tablet, 'POST', '/booth/box').input(z.strictObject(Chained)).output(Delivered),
}
