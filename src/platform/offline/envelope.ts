import * as z from 'zod'
import { courierOpener } from './courier.ts'

const oldest = 180 * 24 * 3600_000

const Envelope = z.strictObject({
  id: z.uuid(),
  kind: z.string().max(60),
  version: z.int().positive(),
  writtenAt: z.iso.datetime(),
  input: z.unknown(),
})
export type Envelope = z.infer<typeof Envelope>

export type Opened =
  | { readable: true; envelope: Envelope; writtenAt: Date }
  | { readable: false; refusal: 'offline.unreadable' | 'offline.too-old' }

/**
 * Opens what a phone sealed. Its clock may be wrong: the time it wrote is moved by the difference between its clock and ours
 * as it sends, and is never later than now. The id inside must be the id outside.
 */
export const envelopeOpener = (courier: Uint8Array) => {
  const open = courierOpener(courier)
  return (sealed: string, id: string, sentAt: string, now: Date): Opened => {
    const bytes = open(Buffer.from(sealed, 'base64'))
    const parsed = bytes && Envelope.safeParse(jsonIn(bytes))
    if (!parsed?.success || parsed.data.id !== id) return { readable: false, refusal: 'offline.unreadable' }
    const envelope = parsed.data
    const skew = now.getTime() - Date.parse(sentAt)
    const writtenAt = new Date(Math.min(now.getTime(), Date.parse(envelope.writtenAt) + skew))
    if (now.getTime() - writtenAt.getTime() > oldest) return { readable: false, refusal: 'offline.too-old' }
    return { readable: true, envelope, writtenAt }
  }
}

const jsonIn = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(Buffer.from(bytes).toString())
  } catch {
    return undefined
  }
}
