import { checkOpening } from '@asamblea/ballots/challenge'
import { readCredentialCode } from '@asamblea/ballots/credential'
import { credentialKey } from '@asamblea/ballots/credential-key'
import { type Election, readElection } from '@asamblea/ballots/election'
import { issueCredentials } from '@asamblea/ballots/registrar'
import type { Result } from '@asamblea/ballots/result'
import { verifyArchive } from '@asamblea/ballots/verify'
import { castBallot, challengeBallot, type PreparedBallot, prepareBallot } from '@asamblea/ballots/voter'
import { fastGroups } from '@asamblea/ballots/wasm'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { beginCustody, concludeCustody, dealShares, decryptPart } from '../trustees/custodian.ts'
import type { Asked, Told, Work, Works } from './work.ts'

// Everything that touches a secret in the browser happens in this thread: codes, keys and choices never reach the page's
// network code, and the page stays alive while numbers are raised to powers.

const groups = fastGroups()
const ballots: PreparedBallot[] = []
let known: { text: string; election: Election } | undefined

const taken = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Refused(result.refusal.reason)
  return result.value
}
const Refused = class extends Error {}

const electionOf = async (text: string): Promise<Election> => {
  if (known?.text !== text) known = { text, election: taken(readElection(text, await groups)) }
  return known.election
}

const prepared = async (election: string, code: string, votes: Works['prepare']['asked']['votes']) =>
  taken(prepareBallot(await electionOf(election), taken(readCredentialCode(code)), votes))

const ballotAt = (number: number): PreparedBallot => {
  const ballot = ballots[number]
  if (!ballot) throw new Refused('ballot-already-decided')
  return ballot
}

/** The archive as any observer downloads it: no cookie goes with the request. */
const verified = async (uuid: string, onProgress: (ballots: number) => void) => {
  const response = await fetch(`/api/archives/${uuid}/file`, { credentials: 'omit' })
  if (!response.ok || !response.body) throw new Refused('offline')
  return verifyArchive(response.body, {
    groups: await groups,
    onProgress: (progress) => onProgress(progress.ballots),
  })
}

type Workers = {
  [Kind in Work]: (
    asked: Works[Kind]['asked'],
    onProgress: (done: number) => void,
  ) => Promise<Works[Kind]['told']>
}

const workers: Workers = {
  prepare: async ({ election, code, votes }) => {
    const ballot = await prepared(election, code, votes)
    return { ballot: ballots.push(ballot) - 1, seal: ballot.seal }
  },
  cast: async ({ ballot }) => taken(castBallot(ballotAt(ballot))),
  challenge: async ({ ballot }) => {
    const { text, seal } = taken(challengeBallot(ballotAt(ballot)))
    return { opening: text, seal }
  },
  inspect: async ({ election, opening }) => taken(checkOpening(await electionOf(election), opening)),
  identify: async ({ election, code }) => {
    const { key, uuid } = await electionOf(election)
    const { publicText } = credentialKey(key.group, uuid, taken(readCredentialCode(code)))
    return { credential: bytesToHex(sha256(utf8ToBytes(publicText))) }
  },
  issue: async ({ uuid, lots }, onProgress) => {
    const group = (await groups)['BELENIOS-2048']
    return lots.map(({ tableId, count }, at) => {
      const { codes, publicList } = taken(issueCredentials(group, uuid, count))
      onProgress(at + 1)
      return { tableId, codes, list: publicList }
    })
  },
  begin: async (place) => taken(beginCustody(await groups, place)),
  deal: async ({ code, place }) => ({ message: taken(dealShares(await groups, code, place)) }),
  conclude: async ({ code, place, sent }) => ({
    message: taken(concludeCustody(await groups, code, place, sent ?? undefined)),
  }),
  verify: async ({ uuid }, onProgress) => {
    const verdict = await verified(uuid, onProgress)
    return verdict.outcome === 'sound' ? { outcome: 'sound', report: verdict.report } : verdict
  },
  decrypt: async ({ uuid, code, place }, onProgress) => {
    const verdict = await verified(uuid, onProgress)
    if (verdict.outcome !== 'sound') throw new Refused(verdict.refusal.reason)
    return { text: taken(decryptPart(await groups, code, place, verdict.verified)) }
  },
}

addEventListener('message', async ({ data }: MessageEvent<Asked>) => {
  const { kind, number, asked } = data
  const answer = (told: Told) => postMessage(told)
  try {
    const work = workers[kind] as (asked: unknown, onProgress: (done: number) => void) => Promise<unknown>
    answer({ number, told: await work(asked, (progress) => answer({ number, progress })) })
  } catch (error) {
    answer({ number, refused: error instanceof Refused ? error.message : 'fault' })
  }
})
