import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { admitBallot } from '../src/authority.ts'
import { checkOpening } from '../src/ballot/opening.ts'
import { ballotShape } from '../src/ballot/wire.ts'
import { issueCredentials } from '../src/credential/issue.ts'
import { newElectionUuid, readElection, writeElection } from '../src/election/election.ts'
import { createTrustee, writeTrustees } from '../src/trustee.ts'
import { castBallot, challengeBallot, type PreparedBallot, prepareBallot } from '../src/voter.ts'
import { groups, oneQuestion, refusalOf, taken } from './world.ts'

const group = groups['BELENIOS-2048']
const trustees = taken(writeTrustees(group, [createTrustee(group).publicText], []))
const uuid = newElectionUuid()
const questions = [{ ...oneQuestion, blank: true, min: 0, max: 2 }, oneQuestion]
const election = taken(
  readElection(
    taken(writeElection(group, { uuid, name: 'Comité', description: '', questions }, trustees)),
    groups,
  ),
)
const { codes, publicList } = taken(issueCredentials(group, uuid, 1))
const lupita = codes[0]!
const listed = new Set<string>(JSON.parse(publicList))
const prepare = () => taken(prepareBallot(election, lupita, [[0, 2], [1]]))

const box = (challenged: ReadonlySet<string> = new Set()) => ({
  isListed: (credential: string) => listed.has(credential),
  isPresent: () => false,
  isChallenged: (seal: string) => challenged.has(seal),
})

describe('a challenged ballot', () => {
  it('cannot be cast, and a cast one cannot be challenged, nor either twice', () => {
    const challenged = prepare()
    taken(challengeBallot(challenged))
    expect(refusalOf(castBallot(challenged)).reason).toBe('ballot-already-decided')
    expect(refusalOf(challengeBallot(challenged)).reason).toBe('ballot-already-decided')
    const cast = prepare()
    taken(castBallot(cast))
    expect(refusalOf(challengeBallot(cast)).reason).toBe('ballot-already-decided')
    expect(refusalOf(castBallot(cast)).reason).toBe('ballot-already-decided')
  })

  it('cannot be put together from its seal', () => {
    const { seal } = prepare()
    expect(refusalOf(castBallot({ seal } as PreparedBallot)).reason).toBe('ballot-already-decided')
  })

  it('is never signed, so that nobody else can cast what it opened', () => {
    const { text } = taken(challengeBallot(prepare()))
    const { ballot } = JSON.parse(text)
    expect(Object.keys(ballot)).toEqual(['election_uuid', 'election_hash', 'credential', 'answers'])
    expect(refusalOf(admitBallot(election, JSON.stringify(ballot), box())).reason).toBe(
      'ballot-not-canonical',
    )
    expect(ballotShape.read(ballot)).toBeUndefined()
  })

  it('is refused by the box even when a dishonest device signed it', () => {
    const { text, seal } = taken(castBallot(prepare()))
    expect(refusalOf(admitBallot(election, text, box(new Set([seal])))).reason).toBe('ballot-challenged')
    expect(taken(admitBallot(election, text, box())).seal).toBe(seal)
  })

  it('shows on another device the seal and the very votes it holds', () => {
    const prepared = prepare()
    const { text, seal } = taken(challengeBallot(prepared))
    expect(seal).toBe(prepared.seal)
    expect(taken(checkOpening(election, text))).toEqual({ seal, votes: [[0, 2], [1]] })
  })

  it('shows a blank vote as blank', () => {
    const blank = taken(prepareBallot(election, lupita, ['blank', [0]]))
    expect(taken(checkOpening(election, taken(challengeBallot(blank)).text)).votes).toEqual(['blank', [0]])
  })
})

describe('an opening that lies', () => {
  const opened = JSON.parse(taken(challengeBallot(prepare())).text)
  const other = JSON.parse(taken(challengeBallot(prepare())).text)

  it.each([
    [
      'about a vote',
      {
        ...opened,
        slots: [
          [0, 0, 1, 1],
          [0, 1, 0],
        ],
      },
      'opening-wrong',
    ],
    [
      'with a vote that is none',
      {
        ...opened,
        slots: [
          [1, 1, 0, 1],
          [0, 1, 0],
        ],
      },
      'opening-wrong',
    ],
    ['about the randomness', { ...opened, randomness: other.randomness }, 'opening-wrong'],
    [
      'by opening less',
      { ...opened, slots: opened.slots.slice(1), randomness: opened.randomness.slice(1) },
      'opening-wrong',
    ],
    [
      'by opening more',
      { ...opened, slots: [...opened.slots, []], randomness: [...opened.randomness, []] },
      'opening-malformed',
    ],
    ['by showing another ballot', { ...opened, ballot: other.ballot }, 'opening-wrong'],
    [
      'by mixing two ballots',
      {
        ...opened,
        ballot: { ...opened.ballot, answers: [opened.ballot.answers[0], other.ballot.answers[0]] },
      },
      'ballot-proofs-count',
    ],
    [
      'in another order',
      { slots: opened.slots, ballot: opened.ballot, randomness: opened.randomness },
      'opening-malformed',
    ],
  ])('%s is refused', (_, opening, reason) => {
    expect(refusalOf(checkOpening(election, JSON.stringify(opening))).reason).toBe(reason)
  })
})

describe('what a prepared ballot keeps to itself', () => {
  it('is the code, the votes, the randomness and the key', () => {
    const prepared = prepare()
    const shown = [
      JSON.stringify(prepared),
      inspect(prepared, { depth: 9, showHidden: true }),
      String(Object.keys(prepared)),
    ]
    for (const text of shown) expect(text.replace(prepared.seal, '')).toMatch(/^[\s{}:'",seal]*$/)
  })

  it('comes out differently each time for the same vote', () => {
    expect(new Set([prepare().seal, prepare().seal, prepare().seal]).size).toBe(3)
  })
})
