import { findSession, opens } from '../access/door/store.ts'
import type { Incoming } from './boundary.ts'
import { operations } from './limits.ts'
import type { Access } from './operation.ts'
import { common } from './refusal.ts'
import { sessionHashIn, tokenHash } from './session.ts'

/** Bodies up to this size are read from anybody: offline deliveries come before a phone is known. */
const largeBytes = 2 * 1024 * 1024
/** At 64 MB each this is what the server holds at most. */
const mostAtOnce = 4

/**
 * Keeps whoever is not known from filling the memory: a body over 2 MB is read only for somebody with a session or with what
 * the operation's `knock` asks, and four at a time. Refuses with `signed-out`, `missing` (the knock led to nothing) or `busy`.
 * An operation that takes so much from anyone without a knock is a fault when the program starts.
 */
export const largeBodies = (router: object) => {
  const large = operations(router).filter(({ bytes }) => bytes > largeBytes)
  const careless = large.find(({ access }) => access.may === 'anyone' && !access.knock)
  if (careless) throw new Error(`${careless.name} reads ${careless.bytes} bytes from anyone without a knock`)
  let held = 0
  return async <T>(request: Request, incoming: Incoming, answer: () => Promise<T>): Promise<T> => {
    const path = new URL(request.url).pathname.replace(/^\/api/, '')
    const asked = large.find(({ method, pattern }) => method === request.method && pattern.test(path))
    if (!asked) return answer()
    if (!(await isKnown(asked.access, incoming)))
      throw common.refuse(asked.access.knock ? 'missing' : 'signed-out')
    const declared = Number(request.headers.get('content-length') ?? Number.POSITIVE_INFINITY)
    if (declared <= largeBytes) return answer()
    if (held >= mostAtOnce) throw common.refuse('busy')
    held += 1
    try {
      return await answer()
    } finally {
      held -= 1
    }
  }
}

const isKnown = async ({ knock }: Access, { deployment, headers }: Incoming): Promise<boolean> => {
  const token = knock && headers.get(knock.header)
  const hash = knock ? token && tokenHash(token) : sessionHashIn(headers, deployment.publicUrl)
  if (!hash) return false
  return deployment.doors.asDoor(async (tx) =>
    knock ? opens(tx, knock.door, hash) : (await findSession(tx, hash)) !== undefined,
  )
}
