import type { OrgId } from '#platform/db/brand.ts'
import type { Doors } from '#platform/db/doors.ts'
import type { BoxId } from './schema.ts'
import { findPieces, heightAt } from './store.archive.ts'

const perPage = 100

/**
 * The archive from a byte on, up to the event before `until`. Each page is read in a short transaction of its own: what
 * was appended never changes, so that the file is whole however slowly it is taken.
 */
export async function* piecesOf(
  doors: Doors,
  of: { readonly orgId: OrgId; readonly id: BoxId; readonly height: number },
  fromByte = 0,
): AsyncGenerator<Uint8Array> {
  let height = await doors.asPublic(of.orgId, (tx) => heightAt(tx, of, fromByte))
  while (height < of.height) {
    const page = await doors.asPublic(of.orgId, (tx) =>
      findPieces(tx, of, height, Math.min(perPage, of.height - height)),
    )
    if (page.length === 0) throw new Error('the archive has a hole')
    for (const { startsAt, piece } of page) {
      const skipped = Math.max(0, fromByte - Number(startsAt))
      if (skipped < piece.length) yield piece.subarray(skipped)
    }
    height += page.length
  }
}
