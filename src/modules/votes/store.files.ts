import { createHash } from 'node:crypto'
import type { Actor, Tx } from '#platform/db/doors.ts'
import type { OrgVault } from '#platform/vault/vault.ts'
import type { FilePart, VoteFileId, VoteId } from './schema.ts'

type Of = Pick<Actor, 'orgId'>

const place = (fileId: string, part: number) => ({
  table: 'vote_file_parts',
  column: 'sealed',
  id: `${fileId}/${part}`,
})

/** Keeps one part of a file, sealed, once. `false` when it belongs to another vote or names another digest. */
export const keepPart = async (
  tx: Tx,
  { orgId, membershipId }: Actor,
  vault: OrgVault,
  voteId: VoteId,
  { fileId, digest, mediaType, parts, part, content }: FilePart,
) => {
  if (part >= parts) return false
  await tx
    .insertInto('voteFiles')
    .values({ orgId, id: fileId, voteId, digest, mediaType, parts, notedBy: membershipId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const file = await tx
    .selectFrom('voteFiles')
    .select(['voteId', 'digest', 'parts'])
    .where('orgId', '=', orgId)
    .where('id', '=', fileId)
    .executeTakeFirst()
  if (file?.voteId !== voteId || file.digest !== digest || file.parts !== parts) return false
  await tx
    .insertInto('voteFileParts')
    .values({ orgId, fileId, part, sealed: vault.seal(place(fileId, part), content) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return true
}

/** A file whole, and whether it is what its digest says. `undefined` while a part is missing. */
export const findFile = async (tx: Tx, { orgId }: Of, vault: OrgVault, voteId: VoteId, id: VoteFileId) => {
  const file = await tx
    .selectFrom('voteFiles')
    .select(['digest', 'mediaType', 'parts'])
    .where('orgId', '=', orgId)
    .where('voteId', '=', voteId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!file) return undefined
  const parts = await tx
    .selectFrom('voteFileParts')
    .select(['part', 'sealed'])
    .where('orgId', '=', orgId)
    .where('fileId', '=', id)
    .orderBy('part')
    .execute()
  if (parts.length < file.parts) return undefined
  const content = Buffer.concat(
    parts.map(({ part, sealed }) => Buffer.from(vault.open(place(id, part), sealed), 'base64')),
  )
  return { ...file, content, whole: createHash('sha256').update(content).digest('hex') === file.digest }
}

/** The files of a vote, and whether every part of each has arrived. */
export const findFiles = async (tx: Tx, { orgId }: Of, voteId: VoteId) => {
  const rows = await tx
    .selectFrom('voteFiles as f')
    .select(['f.id', 'f.digest', 'f.parts'])
    .select((select) =>
      select
        .selectFrom('voteFileParts as p')
        .select((count) => count.fn.countAll<number>().as('n'))
        .whereRef('p.orgId', '=', 'f.orgId')
        .whereRef('p.fileId', '=', 'f.id')
        .as('arrived'),
    )
    .where('f.orgId', '=', orgId)
    .where('f.voteId', '=', voteId)
    .orderBy('f.notedAt')
    .execute()
  return rows.map(({ id, digest, parts, arrived }) => ({
    id: id as VoteFileId,
    digest,
    complete: arrived === parts,
  }))
}
