import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type AdmittedBallot, appendBallot } from '../../packages/ballots/src/archive/append.ts'
import { openElection } from '../../packages/ballots/src/authority.ts'
import { issueCredentials } from '../../packages/ballots/src/credential/issue.ts'
import { newElectionUuid, readElection, writeElection } from '../../packages/ballots/src/election/election.ts'
import type { GroupName, Groups } from '../../packages/ballots/src/group/group.ts'
import { createTrustee, writeTrustees } from '../../packages/ballots/src/trustee.ts'
import { castBallot, prepareBallot } from '../../packages/ballots/src/voter.ts'
import { taken } from './taken.ts'

/** The election that is measured: one question with three answers, one of them to be marked. */
export const question = { question: '¿Quién?', answers: ['Lupita', 'Chuy', 'Meche'], min: 1, max: 1 } as const

export const newElection = (groups: Groups, name: GroupName, voters: number) => {
  const group = groups[name]
  const trustees = taken(writeTrustees(group, [createTrustee(group).publicText], []))
  const uuid = newElectionUuid()
  const plan = { uuid, name: 'Medición', description: '', questions: [question] }
  const text = taken(writeElection(group, plan, trustees))
  const { codes, publicList } = taken(issueCredentials(group, uuid, voters))
  const election = taken(readElection(text, groups))
  return { uuid, election, codes, documents: { election: text, trustees, credentials: publicList } }
}

/** Writes an open election with one ballot of each of so many voters, and answers its file. */
export const makeArchive = (groups: Groups, name: GroupName, ballots: number, folder: string): string => {
  const { uuid, election, codes, documents } = newElection(groups, name, ballots)
  const place = join(folder, `${name}-${ballots}`)
  const file = join(place, `${uuid}.bel`)
  mkdirSync(place, { recursive: true })
  let { bytes, head } = taken(openElection(documents, 1_795_362_230, groups))
  writeFileSync(file, bytes)
  for (const [index, code] of codes.entries()) {
    const cast = taken(castBallot(taken(prepareBallot(election, code, [[index % 3]]))))
    // The box would verify each ballot; here the verifier is about to.
    const piece = taken(appendBallot(head, cast as unknown as AdmittedBallot))
    appendFileSync(file, piece.bytes)
    head = piece.head
  }
  return file
}
