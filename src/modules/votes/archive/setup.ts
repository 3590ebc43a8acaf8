import { openElection } from '@asamblea/ballots/authority'
import { assemble } from '@asamblea/ballots/ceremony'
import { writeElection } from '@asamblea/ballots/election'
import type { Group } from '@asamblea/ballots/group'
import { nodeGroups } from '@asamblea/ballots/node'
import { writeTrustees } from '@asamblea/ballots/trustee'
import type { Tx } from '#platform/db/doors.ts'
import { findTrustees, type Trustee } from '../trustees/store.ts'
import { hashOf } from './credentials.ts'
import { refuse } from './refusals.ts'
import { electionQuestion, fewestCredentials, sameLots } from './rules.ts'
import { insertHead, insertPieces } from './store.archive.ts'
import * as store from './store.ts'

/** Modulo a prime of 2048 bits: the group that Debian 12's independent verifier judges ballots in. */
export const groupOfBoxes = async (): Promise<Group> => (await nodeGroups())['BELENIOS-2048']

/**
 * Fixes a box: its keys, its questions and its credentials become the beginning of an archive, and none of them changes
 * afterwards. Answers the fingerprint to post before the vote.
 */
export const setUpBox = async (tx: Tx, box: store.Box, now: Date): Promise<string> => {
  if (box.phase) throw refuse('box.already-set-up')
  if (!box.rehearsal && box.voteState !== 'frozen' && box.voteState !== 'open')
    throw refuse('box.vote-not-ready')
  const group = await groupOfBoxes()
  const trustees = trusteesOf(group, box, await findTrustees(tx, box))
  const credentials = await store.findCredentials(tx, box)
  if (credentials.length === 0) throw refuse('box.credentials-missing')
  if (!box.rehearsal) {
    if (!sameLots(await store.countLots(tx, box), await store.countCredentials(tx, box)))
      throw refuse('box.credentials-do-not-fit')
    if (credentials.length < fewestCredentials) throw refuse('box.too-few')
  }
  const election = writeElection(
    group,
    {
      uuid: box.uuid,
      name: box.rehearsal ? `ENSAYO · ${box.title}` : box.title,
      description: box.organization,
      questions: box.questions.map(electionQuestion),
    },
    trustees,
  )
  if (!election.ok) throw refuse('box.questions-wrong', { reason: election.refusal.reason })
  const documents = { election: election.value, trustees, credentials: JSON.stringify(credentials) }
  // To the hour: when it was set up is nobody's secret, and nothing finer is needed.
  const piece = openElection(documents, Math.floor(now.getTime() / 3_600_000) * 3600, await nodeGroups())
  if (!piece.ok) throw refuse('box.credentials-wrong', { reason: piece.refusal.reason })
  const fixed = await store.setDocuments(tx, box, { election: election.value, trustees })
  if (fixed.numUpdatedRows !== 1n) throw refuse('box.already-set-up')
  await insertPieces(tx, box, [{ piece: piece.value }])
  await insertHead(tx, box, piece.value.head)
  return hashOf(election.value).toString('base64').replaceAll('=', '')
}

const trusteesOf = (group: Group, { threshold, size }: store.Box, trustees: readonly Trustee[]): string => {
  const written = (read: (trustee: Trustee) => string | null) => {
    const messages = trustees.map(read)
    if (!messages.every((message) => message !== null)) throw refuse('box.keys-missing')
    return messages
  }
  const together = assemble(
    group,
    { threshold, size },
    written(({ certificate }) => certificate),
    written(({ dealing }) => dealing),
    written(({ verification }) => verification),
  )
  if (!together.ok) throw new Error(`a finished ceremony does not fit: ${together.refusal.reason}`)
  const list = writeTrustees(group, [], [together.value])
  if (!list.ok) throw new Error(`a finished ceremony gives no list: ${list.refusal.reason}`)
  return list.value
}
