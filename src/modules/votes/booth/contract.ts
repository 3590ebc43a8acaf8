import * as z from 'zod'
import { leadership } from '#platform/access/roles.ts'
import { Token } from '#platform/access/schema.ts'
import { idOf } from '#platform/db/brand.ts'
import { operation } from '#platform/http/operation.ts'
import { BoxId, ElectionUuid, PublicHead, Tracker } from '../archive/schema.ts'
import { TableId } from '../schema.ts'

export const BoothId = idOf('BoothId')
export type BoothId = z.infer<typeof BoothId>

const anyone = { may: 'anyone', bodyBytes: 64 * 1024 * 1024 } as const
const ledFresh = { may: leadership, fresh: true, bodyBytes: 64 * 1024 * 1024 } as const

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
  /** The second copy, when the tablet cannot deliver. */
  deliverCopy: operation(ledFresh, 'PUT', '/boxes/{id}/booths/{boothId}/box')
    .input(z.strictObject({ id: BoxId, boothId: BoothId, ...Chained }))
    .output(Delivered),
  kit: operation(anyone, 'POST', '/booth')
    .input(z.strictObject({ token: Token }))
    .output(BoothKit),
  deliver: operation(anyone, 'POST', '/booth/box')
    .input(z.strictObject({ token: Token, ...Chained }))
    .output(Delivered),
}
