import { parentPort } from 'node:worker_threads'
import { admitBallot } from '@asamblea/ballots/authority'
import { checkOpening } from '@asamblea/ballots/challenge'
import { type Election, readElection } from '@asamblea/ballots/election'
import { nodeGroups } from '@asamblea/ballots/node'
import type { Asked, Told } from './admission.ts'

const groups = await nodeGroups()
const elections = new Map<string, Election>()

const electionOf = (text: string): Election => {
  const known = elections.get(text)
  if (known) return known
  const read = readElection(text, groups)
  if (!read.ok) throw new Error(`a box holds an unreadable election: ${read.refusal.reason}`)
  if (elections.size >= 8) elections.delete(elections.keys().next().value!)
  elections.set(text, read.value)
  return read.value
}

/** The look-ups are the caller's, who asks the database before and, under its lock, after. */
const proofsOnly = { isListed: () => true, isPresent: () => false, isChallenged: () => false }

const answer = ({ election, ballot, opening }: Asked): NonNullable<Told['answer']> =>
  ballot === undefined
    ? checkOpening(electionOf(election), opening!)
    : admitBallot(electionOf(election), ballot, proofsOnly)

parentPort!.on('message', (asked: Asked) => {
  try {
    parentPort!.postMessage({ number: asked.number, answer: answer(asked) } satisfies Told)
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error)
    parentPort!.postMessage({ number: asked.number, fault } satisfies Told)
  }
})
