import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encryptBallot } from '../src/ballot/encrypt.ts'
import { checkAnswers, readAnswers } from '../src/ballot/verify.ts'
import { credentialKey } from '../src/credential/derive.ts'
import { newElectionUuid, readElection, writeElection } from '../src/election/election.ts'
import { type Question, slotsOfVote, type Vote, voteOfSlots } from '../src/election/question.ts'
import { prove } from '../src/proof/disjunction.ts'
import { createTrustee, writeTrustees } from '../src/trustee.ts'
import { verifyArchive } from '../src/verify/verify.ts'
import { prepareBallot } from '../src/voter.ts'
import { alone, groups, holdElection, oneQuestion, type Plan, refusalOf, soundOf, taken } from './world.ts'

const question = fc
  .record({ answers: fc.integer({ min: 1, max: 4 }), blank: fc.boolean(), a: fc.nat(4), b: fc.nat(4) })
  .map(({ answers, blank, a, b }): Question => {
    const [min, max] = [Math.min(a, b, answers), Math.min(Math.max(a, b), answers)]
    const names = Array.from({ length: answers }, (_, index) => `Planilla ${index + 1} "ñ"`)
    return { question: '¿Cuál?', answers: names, min, max, ...(blank ? { blank } : {}) }
  })

/** A vote the question offers. */
const voteFor = ({ answers, blank, min, max }: Question): fc.Arbitrary<Vote> => {
  const marks: fc.Arbitrary<Vote> = fc.uniqueArray(fc.nat(answers.length - 1), {
    minLength: min,
    maxLength: max,
  })
  return blank ? fc.oneof(fc.constant('blank' as const), marks) : marks
}

const plan = fc
  .record({
    questions: fc.array(question, { minLength: 1, maxLength: 2 }),
    voters: fc.integer({ min: 1, max: 3 }),
  })
  .chain(({ questions, voters }) =>
    fc
      .array(fc.tuple(fc.nat(voters - 1), fc.tuple(...questions.map(voteFor))), { maxLength: 4 })
      .map((ballots): Plan => ({ group: 'Ed25519', questions, voters, ballots, custody: alone })),
  )

/** What the last vote of each voter adds up to. */
const expected = ({ questions, ballots }: Plan) => {
  const last = [...new Map(ballots).values()]
  return questions.map((question, index) => {
    const slots = last.map((votes) => taken(slotsOfVote(question, votes[index]!)))
    return Array.from({ length: question.answers.length + (question.blank ? 1 : 0) }, (_, slot) =>
      slots.reduce((sum, marks) => sum + marks[slot]!, 0),
    )
  })
}

describe('an election', () => {
  it('counts any votes in range, the last of each voter', async () => {
    await fc.assert(
      fc.asyncProperty(plan, async (made) => {
        const held = await holdElection(made)
        const verdict = await verifyArchive([held.decided], { groups })
        expect(verdict).toMatchObject({
          outcome: 'sound',
          report: { counts: expected(made), ballots: made.ballots.length },
        })
      }),
      { numRuns: 25, seed: 2026 },
    )
  })

  it('is sound at every stage and in pieces of any size', async () => {
    const held = await holdElection({
      group: 'BELENIOS-2048',
      questions: [oneQuestion],
      voters: 2,
      ballots: [[1, [[2]]]],
      custody: { singles: 0, thresholds: [{ threshold: 2, size: 3, present: [2, 3] }] },
    })
    for (const stage of ['open', 'closed', 'tallied', 'decided'] as const)
      for (const size of [1_000, 513, held[stage].length]) {
        const verdict = await verifyArchive(inPieces(held[stage], size), { groups })
        expect(verdict).toMatchObject({ outcome: 'sound', report: { stage } })
        expect(soundOf(verdict).head.bytes).toBe(held[stage].length)
      }
  })
})

function* inPieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

describe('a vote out of range', () => {
  const election = (questions: readonly Question[]) => {
    const group = groups.Ed25519
    const trustees = taken(writeTrustees(group, [createTrustee(group).publicText], []))
    const uuid = newElectionUuid()
    return taken(
      readElection(
        taken(writeElection(group, { uuid, name: 'E', description: '', questions }, trustees)),
        groups,
      ),
    )
  }
  const code = 'Rpmd2-zdmYSA-SDWKE-WeAB8A' as never
  const blank: Question = { ...oneQuestion, blank: true }

  it.each([
    [oneQuestion, 'blank', 'vote-blank-not-offered'],
    [oneQuestion, [], 'vote-too-few'],
    [oneQuestion, [0, 1], 'vote-too-many'],
    [oneQuestion, [3], 'vote-answer-unknown'],
    [oneQuestion, [-1], 'vote-answer-unknown'],
    [oneQuestion, [0.5], 'vote-answer-unknown'],
    [oneQuestion, [Number.NaN], 'vote-answer-unknown'],
    [{ ...oneQuestion, max: 2 }, [1, 1], 'vote-answer-repeated'],
    [blank, [], 'vote-too-few'],
  ] as const)('to %o of %o is refused', (asked, vote, reason) => {
    expect(refusalOf(prepareBallot(election([asked]), code, [vote]))).toMatchObject({ reason, question: 1 })
  })

  it('has no ballot when it does not answer each question', () => {
    expect(refusalOf(prepareBallot(election([oneQuestion]), code, []))).toMatchObject({
      reason: 'vote-count',
    })
    expect(refusalOf(prepareBallot(election([oneQuestion]), code, [[0], [1]]))).toMatchObject({
      reason: 'vote-count',
    })
  })

  it('cannot be proved: a disjunction with no true branch throws, and one about another number fails', () => {
    const { key } = election([oneQuestion])
    const branches = [
      { ciphertext: 0, value: 0 },
      { ciphertext: 0, value: 1 },
    ]
    expect(() => prove(key, { prefix: 'x', branches }, [{ r: 5n, m: 2n }])).toThrow('no true branch')
  })

  it('does not pass with the proofs of a vote in range', () => {
    const asked = { ...oneQuestion, max: 3 }
    const there = election([asked])
    const { publicText } = credentialKey(there.key.group, there.uuid, code)
    const one = taken(encryptBallot(there, publicText, [[0, 1, 2]])).ballot
    const narrow = { ...there, questions: [oneQuestion] }
    const [answer] = one.answers
    const cut = { ...one, answers: [{ ...answer!, overall_proof: answer!.overall_proof.slice(0, 1) }] }
    const read = taken(readAnswers(narrow, cut))
    expect(checkAnswers(narrow, cut, read)?.refusal.reason).toBe('ballot-overall-proof-wrong')
  })

  it('is spelled by no slots that the question does not offer', () => {
    for (const slots of [
      [1, 1, 0],
      [0, 0, 0],
      [2, 0, 0],
      [1, 0],
      [1, 0, 0, 0],
    ])
      expect(voteOfSlots(oneQuestion, slots)).toBeUndefined()
    expect(voteOfSlots(blank, [1, 1, 0, 0])).toBeUndefined()
    expect(voteOfSlots(blank, [1, 0, 0, 0])).toBe('blank')
    expect(voteOfSlots(blank, [0, 0, 1, 0])).toEqual([1])
  })
})
