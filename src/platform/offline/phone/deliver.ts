import { phoneDatabase, type Waiting } from './database.ts'

/** How a delivery ended: what is still on the phone, or why the server was not reached. */
export type Delivered = { reached: boolean; revoked: boolean; sent: number }

type Answer = {
  revoked: boolean
  outcomes: { id: string; outcome: 'done' | 'refused' | 'waiting' | 'dismissed'; sentence: string | null }[]
}

const atOnce = 40

/**
 * Sends what waits, oldest first, until nothing waits or the server is not reached. Needs no PIN and no session. One delivery
 * at a time across tabs and the service worker; sending twice does no harm. With `knock` the server is asked even when nothing
 * waits, so that a revoked phone learns of it.
 */
export const deliverAll = (knock = false): Promise<Delivered> =>
  navigator.locks.request('agenda-outbox', async () => {
    const db = await phoneDatabase()
    const asked = new Set<string>()
    let sent = 0
    let revoked = false
    let knocked = !knock
    for (;;) {
      const phone = await db.get('phone', 'phone')
      // What an owner has to decide on is asked about once a delivery.
      const open = ({ id, state }: Waiting) => state === 'waiting' || (state === 'held' && !asked.has(id))
      const batch = (await db.getAllFromIndex('outbox', 'sequence')).filter(open).slice(0, atOnce)
      if (!phone || (batch.length === 0 && knocked)) return { reached: true, revoked, sent }
      knocked = true
      for (const { id } of batch) asked.add(id)
      const answer = await post(phone.send, batch)
      if (answer === 'unreached') return { reached: false, revoked, sent }
      if (answer === 'unknown') return { reached: true, revoked: true, sent }
      revoked ||= answer.revoked
      sent += await settle(answer)
    }
  })

const post = async (send: string, batch: readonly Waiting[]): Promise<Answer | 'unreached' | 'unknown'> => {
  const operations = batch.map(({ id, sequence, sealed }) => ({ id, sequence, sealed }))
  const body = JSON.stringify({ send, at: new Date().toISOString(), operations })
  const headers = { 'content-type': 'application/json', 'accept-language': navigator.language }
  try {
    const response = await fetch('/api/offline/deliveries', {
      method: 'POST',
      credentials: 'omit',
      headers,
      body,
    })
    if (response.status === 401) return 'unknown'
    return response.ok ? ((await response.json()) as Answer) : 'unreached'
  } catch {
    return 'unreached'
  }
}

/** What was done leaves the phone; what was refused stays with its reason; what waits for an owner is kept until decided. */
const settle = async ({ outcomes }: Answer): Promise<number> => {
  const db = await phoneDatabase()
  const tx = db.transaction('outbox', 'readwrite', { durability: 'strict' })
  let settled = 0
  for (const { id, outcome, sentence } of outcomes) {
    const one = await tx.store.get(id)
    if (!one) continue
    settled += 1
    if (outcome === 'refused') await tx.store.put({ ...one, state: 'refused', sentence })
    else if (outcome === 'waiting') await tx.store.put({ ...one, state: 'held', sentence })
    else await tx.store.delete(id)
  }
  await tx.done
  return settled
}
