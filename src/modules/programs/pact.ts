import type { Call } from '#platform/http/call.ts'
import { common } from '#platform/http/refusal.ts'
import { stateOf } from './rules.pact.ts'
import type { DefinitionState, Side, Signature } from './schema.ts'
import {
  type DefinitionRow,
  findDefinitions,
  findSignatures,
  lockDefinition,
  type SignatureRow,
} from './store.definitions.ts'

export type Version = { row: DefinitionRow; state: DefinitionState; words: SignatureRow[] }

const wordsOf = (words: readonly SignatureRow[], id: string) =>
  words.filter(({ definitionId }) => definitionId === id)

/** Every version this organization is a party to, each with where it stands. */
export const findVersions = async (
  { tx, actor }: Pick<Call, 'tx' | 'actor'>,
  indicatorIds?: readonly string[],
): Promise<Version[]> => {
  const rows = await findDefinitions(tx, actor, indicatorIds)
  const words = await findSignatures(
    tx,
    actor,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => {
    const own = wordsOf(words, row.id)
    return { row, words: own, state: stateOf(row.digest, row.supersededBy, own as never) }
  })
}

/** One version, held until the end of the transaction: nobody signs or changes it meanwhile. */
export const lockVersion = async ({ tx, actor }: Call, id: string): Promise<Version & { side: Side }> => {
  if (!(await lockDefinition(tx, actor, id))) throw common.refuse('missing')
  // Read again behind the lock: a version may have been signed or replaced while waiting for it.
  const row = (await lockDefinition(tx, actor, id))!
  const words = await findSignatures(tx, actor, [id])
  const state = stateOf(row.digest, row.supersededBy, words as never)
  return { row, words, state, side: sideOf(row, actor.orgId) }
}

export const sideOf = ({ programId }: Pick<DefinitionRow, 'programId'>, orgId: string): Side =>
  programId === orgId ? 'program' : 'funder'

export const presentSignature = (word: SignatureRow): Signature =>
  ({
    side: word.side,
    organization: word.organization,
    says: word.says === 'signed' ? { says: 'signed' } : { says: 'disputed', reason: word.reason },
    by: word.fileId
      ? { by: 'letter', fileName: word.fileName!, digest: word.fileDigest!, fileId: word.fileId }
      : { by: 'screen', alias: word.alias },
    at: word.at,
    digest: word.digest,
  }) as Signature
