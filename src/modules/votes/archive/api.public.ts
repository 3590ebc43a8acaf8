import { Readable } from 'node:stream'
import { implement } from '@orpc/server'
import { newThrottle } from '#platform/access/throttle.ts'
import type { Call, DoorCall } from '#platform/http/call.ts'
import { common } from '#platform/http/refusal.ts'
import { findTrustees } from '../trustees/store.ts'
import { headOf } from './api.ts'
import { archiveContract } from './contract.ts'
import { hashOf } from './credentials.ts'
import { piecesOf } from './pieces.ts'
import { receives } from './rules.ts'
import type { ElectionUuid } from './schema.ts'
import * as archive from './store.archive.ts'
import * as store from './store.ts'

const os = implement(archiveContract).$context<DoorCall>()

const looks = newThrottle(12_000, 60_000)
const perPage = 500

/** A box that is set up, by its public name, inside its organization. Anything else does not exist. */
export const through = async <T>(
  { deployment, address, now }: DoorCall,
  uuid: ElectionUuid,
  work: (tx: Call['tx'], box: store.Box & { election: string }) => Promise<T>,
): Promise<T> => {
  if (!looks.allow(address(), now)) throw common.refuse('slow-down')
  const of = await store.findPublic(deployment.doors, uuid)
  if (!of) throw common.refuse('missing')
  return deployment.doors.asPublic(of.orgId, async (tx) => {
    const box = await store.findBox(tx, of.orgId, of.id)
    if (!box || box.discarded || box.election === null) throw common.refuse('missing')
    return work(tx, { ...box, election: box.election })
  })
}

export const archiveHandlers = os.router({
  standing: os.standing.handler(({ input: { uuid }, context }) =>
    through(context, uuid, async (tx, box) => ({
      uuid,
      organization: box.organization,
      rehearsal: box.rehearsal,
      election: box.election,
      fingerprint: short(hashOf(box.election)),
      phase: box.phase!,
      receives: receives(box, context.now),
      opensAt: box.opensAt,
      closesAt: box.closesAt,
      threshold: box.threshold,
      trustees: (await findTrustees(tx, box)).map(({ name, decrypted }) => ({ name, decrypted })),
      credentials: [...(await store.countCredentials(tx, box)).values()].reduce(
        (sum, count) => sum + count,
        0,
      ),
      ballots: await archive.countBallots(tx, box),
      head: headOf(box)!,
      counted: box.counted,
      counts: box.counts,
    })),
  ),
  trackers: os.trackers.handler(({ input: { uuid, after }, context }) =>
    through(context, uuid, async (tx, box) => {
      const found = await archive.findBallots(tx, box, after, perPage)
      return {
        trackers: found.map(({ hash, event, counts }) => ({ tracker: short(hash), event, counts })),
        next: found.length < perPage ? null : found.at(-1)!.event,
      }
    }),
  ),
  find: os.find.handler(({ input: { uuid, tracker }, context }) =>
    through(context, uuid, async (tx, box) => {
      const ballot = await archive.findBallot(tx, box, Buffer.from(tracker, 'base64'))
      return ballot
        ? { found: true as const, event: ballot.event, counts: ballot.counts }
        : { found: false as const }
    }),
  ),
  file: os.file.handler(async ({ input: { uuid, from }, context }) => {
    const box = await through(context, uuid, async (_tx, found) => found)
    return {
      headers: {
        'content-type': 'application/x-tar',
        'content-disposition': `attachment; filename="${uuid}.bel"`,
        'x-archive-head': box.parent!,
      },
      body: Readable.toWeb(Readable.from(piecesOf(context.deployment.doors, box, from))),
    } as never
  }),
})

/** How people see a hash: 43 characters of Base64. */
export const short = (hash: Buffer): string => hash.toString('base64').replaceAll('=', '')
