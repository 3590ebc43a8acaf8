import { slotsOf, slotsOfVote } from '../../packages/ballots/src/election/question.ts'
import { verifyArchive } from '../../packages/ballots/src/verify/verify.ts'
import { judgedByTool, tool } from '../../packages/ballots/test/judge.ts'
import { signerFor } from '../../packages/ballots/test/mutants.ts'
import type { LooseEvent } from '../../packages/ballots/test/records.ts'
import { putTogether, takeApart } from '../../packages/ballots/test/records.ts'
import { seeded } from '../../packages/ballots/test/seeded.ts'
import { holdWithTool } from '../../packages/ballots/test/tool-election.ts'
import { groups, holdElection, type Plan, taken } from '../../packages/ballots/test/world.ts'
import type { Found } from './part.ts'
import { anyPlan } from './shapes.ts'

/** Elections of ours of any shape, at every stage, before belenios-tool 2.0; and a forged ballot in each. */
export const judgeOurs = async (elections: number, seed: number): Promise<Found> => {
  assertJudge()
  const choose = seeded(seed)
  const troubles: string[] = []
  for (let number = 1; number <= elections; number++) {
    const plan = anyPlan(choose)
    const trouble = await troubleWithOurs(plan)
    if (trouble) troubles.push(`election ${number}: ${trouble}: ${JSON.stringify(plan)}`)
  }
  return { tried: elections, troubles }
}

const troubleWithOurs = async (plan: Plan): Promise<string | undefined> => {
  const held = await holdElection(plan)
  for (const stage of ['open', 'closed', 'tallied', 'decided'] as const) {
    const { accepted, said } = judgedByTool(held.uuid, held[stage])
    if (!accepted) return `${stage} refused by the tool: ${said}`
  }
  const counts = await countsOf(held.decided)
  if (counts !== JSON.stringify(expectedCounts(plan))) return `counted ${counts}`
  const events = await takeApart(held.open)
  const forged = forge(events, signerFor(held))
  if (!forged) return undefined
  const { accepted, said } = judgedByTool(held.uuid, forged)
  if (accepted || !said.includes('invalid ballot')) return `a forged ballot: the tool says "${said}"`
  return refusalOf(forged, 'ballot-individual-proof-wrong')
}

/** Elections held from beginning to end by belenios-tool 2.0, weights among them, before our verifier. */
export const judgeTheirs = async (elections: number, seed: number): Promise<Found> => {
  assertJudge()
  const choose = seeded(seed + 1)
  const troubles: string[] = []
  for (let number = 1; number <= elections; number++) {
    const plan = anyPlan(choose)
    const weights = Array.from({ length: plan.voters }, () => choose.pick([1, 1, 2, 1_000_000]))
    const trouble = await troubleWithTheirs(plan, weights)
    if (trouble) troubles.push(`election ${number}: ${trouble}: ${JSON.stringify(plan)}`)
  }
  return { tried: elections, troubles }
}

const troubleWithTheirs = async (plan: Plan, weights: readonly number[]): Promise<string | undefined> => {
  const { questions, custody, ballots } = plan
  const [group] = custody.thresholds
  const { archive, open } = holdWithTool({
    questions,
    voters: weights.map((weight, voter) => `votante${voter + 1},,${weight}`),
    votes: ballots.map(([voter, votes]) => [voter, slotsOfVotes(plan, votes)]),
    singles: group ? custody.singles : Math.max(1, custody.singles),
    ...(group ? { threshold: { needed: group.threshold, size: group.size, present: group.present } } : {}),
  })
  const counts = await countsOf(archive)
  if (counts !== JSON.stringify(expectedCounts(plan, weights))) return `counted ${counts}`
  const forged = forge(await takeApart(open))
  return forged && refusalOf(forged, 'ballot-seal-wrong')
}

const assertJudge = () => {
  const version = tool(['--version']).trim()
  if (!version.startsWith('2.0')) throw new Error(`the judge must be belenios-tool 2.0, and is ${version}`)
}

/** The first ballot with a proof of another vote in it, sealed and signed again when its voter can be found. */
const forge = (
  events: readonly LooseEvent[],
  sign: (ballot: string) => string | undefined = (text) => text,
) => {
  const place = events.findIndex(({ type }) => type === 'Ballot')
  const event = events[place]
  if (!event) return undefined
  const ballot = JSON.parse(event.documents[0]!)
  const proofs = ballot.answers[0].individual_proofs[0]
  ballot.answers[0].individual_proofs[0] = [...proofs].reverse()
  const signed = sign(JSON.stringify(ballot))
  if (signed === undefined) throw new Error('nobody can sign the forged ballot')
  return putTogether(events.slice(0, place + 1).with(place, { ...event, documents: [signed] }))
}

const refusalOf = async (archive: Uint8Array, reason: string): Promise<string | undefined> => {
  const verdict = await verifyArchive([archive], { groups })
  if (verdict.outcome === 'refused' && verdict.refusal.reason === reason) return undefined
  return `a forged ballot: we say ${verdict.outcome === 'sound' ? 'sound' : verdict.refusal.reason}`
}

const countsOf = async (archive: Uint8Array): Promise<string> => {
  const verdict = await verifyArchive([archive], { groups })
  return verdict.outcome === 'sound'
    ? JSON.stringify(verdict.report.counts)
    : `nothing, but refused: ${JSON.stringify(verdict.refusal)}`
}

/** What the last vote of each voter adds up to. */
const expectedCounts = (plan: Plan, weights: readonly number[] = []): number[][] => {
  const last = [...new Map(plan.ballots)].map(([voter, votes]) => ({
    weight: weights[voter] ?? 1,
    slots: slotsOfVotes(plan, votes),
  }))
  return plan.questions.map((question, index) =>
    Array.from({ length: slotsOf(question) }, (_, slot) =>
      last.reduce((sum, { weight, slots }) => sum + weight * slots[index]![slot]!, 0),
    ),
  )
}

const slotsOfVotes = ({ questions }: Plan, votes: Plan['ballots'][number][1]) =>
  questions.map((question, index) => taken(slotsOfVote(question, votes[index]!)))
