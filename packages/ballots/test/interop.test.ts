import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Question } from '../src/election/question.ts'
import { verifyArchive } from '../src/verify/verify.ts'
import { judgedByTool, tool } from './judge.ts'
import { putTogether, takeApart } from './records.ts'
import { holdWithTool } from './tool-election.ts'
import { alone, groups, holdElection, oneQuestion, type Plan } from './world.ts'

const council: Question = { question: 'Vocales', answers: ['A', 'B', 'C', 'D'], blank: true, min: 0, max: 3 }
const contract: Question = {
  question: '¿Aprueba el contrato?',
  answers: ['Sí', 'No'],
  blank: true,
  min: 1,
  max: 1,
}
const base = { group: 'BELENIOS-2048', voters: 3 } as const

const shapes: Record<string, Plan> = {
  'one question, one trustee': {
    ...base,
    questions: [oneQuestion],
    ballots: [
      [0, [[0]]],
      [2, [[1]]],
    ],
    custody: alone,
  },
  'several questions, blank votes and revotes, two trustees': {
    ...base,
    questions: [oneQuestion, council, contract],
    ballots: [
      [0, [[0], 'blank', [1]]],
      [1, [[1], [], 'blank']],
      [0, [[2], [3, 0, 1], [0]]],
      [0, [[1], [2], 'blank']],
    ],
    custody: { singles: 2, thresholds: [] },
  },
  'a threshold group with a member missing': {
    ...base,
    questions: [{ ...oneQuestion, min: 0, max: 3 }],
    ballots: [
      [0, [[0, 1, 2]]],
      [1, [[]]],
    ],
    custody: { singles: 0, thresholds: [{ threshold: 2, size: 3, present: [1, 3] }] },
  },
  'a trustee and a threshold group, of which more come than needed': {
    ...base,
    questions: [contract],
    ballots: [[1, ['blank']]],
    custody: { singles: 1, thresholds: [{ threshold: 1, size: 2, present: [2, 1] }] },
  },
  'nobody voting': { ...base, questions: [contract], ballots: [], custody: alone },
}

const vector = (name: string) => {
  const folder = join(import.meta.dirname, '../vectors/invalid', name)
  const [file] = readdirSync(folder)
  return { uuid: file!.replace('.bel', ''), archive: new Uint8Array(readFileSync(join(folder, file!))) }
}

describe('belenios-tool, the judge', () => {
  it('is version 2.0, the only one whose word on ballots is relied on', () => {
    expect(tool(['--version'])).toMatch(/^2\.0\b/)
  })

  it('refuses a tampered ballot, of its own vectors and of ours', async () => {
    for (const name of ['01_tampered_choice', '03_wrong_individual_proof', '17_not_in_subgroup']) {
      const { uuid, archive } = vector(name)
      expect(judgedByTool(uuid, archive), name).toMatchObject({ accepted: false, said: /invalid ballot/ })
    }
    const held = await holdElection(shapes['one question, one trustee']!)
    const events = await takeApart(held.open)
    const [setup, first, second] = events
    const ballot = JSON.parse(first!.documents[0]!)
    const other = JSON.parse(second!.documents[0]!)
    const swapped = JSON.stringify({ ...ballot, answers: other.answers })
    const archive = putTogether([setup!, { ...first!, documents: [swapped] }, second!])
    expect(judgedByTool(held.uuid, archive)).toMatchObject({ accepted: false, said: /invalid ballot/ })
    expect(await verifyArchive([archive], { groups })).toMatchObject({ outcome: 'refused' })
  })

  it('accepts what it should, so that its refusals mean something', () => {
    const { uuid, archive } = vector('00_identity')
    expect(judgedByTool(uuid, archive)).toEqual({ accepted: true, said: '' })
  })
})

describe.each(Object.entries(shapes))('our election: %s', (_, plan) => {
  it('is accepted by belenios-tool 2.0, open and decided', async () => {
    const held = await holdElection(plan)
    for (const stage of ['open', 'decided'] as const)
      expect(judgedByTool(held.uuid, held[stage]), stage).toEqual({ accepted: true, said: '' })
  })
})

describe('an election of belenios-tool 2.0', () => {
  it('with weights, blank votes and a revote is accepted by us with its result', async () => {
    const { archive } = holdWithTool({
      questions: [council, oneQuestion],
      voters: ['lupita,,3', 'chuy', 'meche,,1000000000'],
      votes: [
        [
          0,
          [
            [0, 1, 1, 0, 0],
            [1, 0, 0],
          ],
        ],
        [
          1,
          [
            [1, 0, 0, 0, 0],
            [0, 1, 0],
          ],
        ],
        [
          2,
          [
            [0, 0, 0, 0, 1],
            [0, 0, 1],
          ],
        ],
        [
          0,
          [
            [0, 0, 0, 0, 0],
            [0, 1, 0],
          ],
        ],
      ],
      singles: 2,
    })
    const verdict = await verifyArchive([archive], { groups })
    expect(verdict).toMatchObject({
      outcome: 'sound',
      report: {
        counts: [
          [1, 0, 0, 0, 1_000_000_000],
          [0, 4, 1_000_000_000],
        ],
        countedWeight: 1_000_000_004,
        ballots: 4,
        counted: 3,
      },
    })
  })

  it('with a threshold group of which one is missing is accepted by us', async () => {
    const { archive, open } = holdWithTool({
      questions: [oneQuestion],
      voters: ['lupita', 'chuy'],
      votes: [
        [0, [[1, 0, 0]]],
        [1, [[0, 0, 1]]],
      ],
      singles: 1,
      threshold: { needed: 2, size: 3, present: [1, 3] },
    })
    expect(await verifyArchive([open], { groups })).toMatchObject({
      outcome: 'sound',
      report: { stage: 'open' },
    })
    expect(await verifyArchive([archive], { groups })).toMatchObject({
      outcome: 'sound',
      report: { counts: [[1, 0, 1]] },
    })
  })
})
