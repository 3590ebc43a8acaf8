import { describe, expect, it } from 'vitest'
import { calendarsOf } from '../src/calendar.ts'
import { checkList, requirementsOf } from '../src/checklists.ts'
import { plan } from '../src/plan.ts'
import { remoteVoting } from '../src/remote-voting.ts'
import { type VoteKind, voteKinds } from '../src/vote-kinds.ts'
import { proposeDates, reviewVote } from '../src/votes.ts'

const ON = '2026-11-22'
const kinds = Object.keys(voteKinds) as VoteKind[]

describe('statutes, fraction by fraction', () => {
  it('are absent until seen, gravest first', () => {
    const checked = checkList('statutes', {}, ON)
    expect(checked.items).toHaveLength(18)
    expect(checked).toMatchObject({ complete: false, worst: 'void' })
    expect(
      checked.missing
        .slice(0, 3)
        .every((id) => ['EST-VII', 'EST-IX', 'EST-IX-Ter', 'EST-XIV-Bis'].includes(id)),
    ).toBe(true)
  })

  it('are complete without what the law does not ask', () => {
    const present = Object.fromEntries(requirementsOf('statutes', ON).map(({ id }) => [id, true]))
    const checked = checkList('statutes', { ...present, 'EST-IV': false, 'EST-XV': false }, ON)
    expect(checked).toMatchObject({ complete: true, worst: 'none', missing: [] })
    expect(checkList('statutes', { ...present, 'EST-IX-Bis': false }, ON)).toMatchObject({
      complete: false,
      worst: 'delay',
      missing: ['EST-IX-Bis'],
    })
  })

  it('tell of an id they do not have, and are empty before the reform', () => {
    expect(checkList('statutes', { 'EST-XX': true }, ON).unknown).toEqual(['EST-XX'])
    expect(requirementsOf('statutes', '2019-05-01')).toEqual([])
  })
})

describe('remote voting', () => {
  it.each(kinds)('is off for %s until counsel’s opinion is recorded', (kind) => {
    expect(remoteVoting(kind, null).allowed).toBe(false)
    expect(remoteVoting(kind, { by: 'Lic. Rosa Núñez', on: ON, kind, allows: false }).allowed).toBe(false)
    expect(remoteVoting(kind, { by: ' ', on: ON, kind, allows: true }).allowed).toBe(false)
    expect(remoteVoting(kind, { by: 'Lic. Rosa Núñez', on: '2026-02-30', kind, allows: true }).allowed).toBe(
      false,
    )
  })

  it('is on only for the kind of vote the opinion is about, and never for the vote the CFCRL runs', () => {
    const opinion = { by: 'Lic. Rosa Núñez', on: ON, kind: 'leadership_election', allows: true } as const
    expect(remoteVoting('leadership_election', opinion).allowed).toBe(true)
    expect(remoteVoting('first_contract', opinion).allowed).toBe(false)
    expect(remoteVoting('representation_vote', { ...opinion, kind: 'representation_vote' }).allowed).toBe(
      false,
    )
  })

  it('names the articles that describe paper', () => {
    expect(remoteVoting('leadership_election', null).says[0]!.es).toContain('LFT 371 IX a')
  })
})

describe('reviewing a vote', () => {
  const call = (posted: string) => {
    const made = plan({
      procedure: 'first_contract',
      today: '2026-12-20',
      events: {
        certificate: '2026-10-01',
        agreement: '2026-11-20',
        call: posted,
        notice: posted,
        vote: '2026-12-15',
      },
    })
    if ('refusal' in made) throw new Error(made.refusal)
    return made
  }
  const present = Object.fromEntries(requirementsOf('contract_vote', ON).map(({ id }) => [id, true]))

  it('blocks a vote called too late for one reading', () => {
    const review = reviewVote({ kind: 'first_contract', plan: call('2026-12-03'), present })
    expect(review.blocked).toBe(true)
    const late = review.steps.find(({ id }) => id === 'call')!
    expect(late.given).toMatchObject({ on: '2026-12-03', fails: ['business'] })
  })

  it('blocks a vote with something absent that voids it', () => {
    const review = reviewVote({
      kind: 'first_contract',
      plan: call('2026-11-30'),
      present: { ...present, 'CON-V8': false },
    })
    expect(review.checked.worst).toBe('void')
    expect(review.blocked).toBe(true)
  })

  it('lets one through that is whole and on time', () => {
    const made = call('2026-11-30')
    expect(made.steps.find(({ id }) => id === 'call')!.status).toBe('done')
    const review = reviewVote({ kind: 'first_contract', plan: made, present })
    expect(review.checked.complete).toBe(true)
    // The vote was held on December 15 and nothing has been reported since: that is what blocks now.
    expect(review.steps.map(({ id, status }) => `${id} ${status}`)).toEqual([
      'posting overdue',
      'result overdue',
    ])
  })
})

describe('proposing dates', () => {
  it('refuses a bad date and a vote with no window', () => {
    expect(proposeDates('first_contract', 'ayer')).toMatchObject({ refusal: 'not-a-date' })
    expect(proposeDates('statutes_change', ON)).toMatchObject({ refusal: 'no-window' })
    expect(proposeDates('first_contract', '2018-05-01')).toMatchObject({ refusal: 'before-validity' })
  })

  it('gives the first pair of working days that meets every reading', () => {
    expect(proposeDates('first_contract', '2026-11-23')).toEqual({ act: '2026-11-23', event: '2026-12-08' })
    expect(proposeDates('leadership_election', '2026-11-23')).toEqual({
      act: '2026-11-23',
      event: '2026-12-08',
    })
    expect(proposeDates('first_contract', '2027-01-15')).toEqual({ act: '2027-02-02', event: '2027-02-17' })
  })

  it('gives none when the authority is closed for two months', () => {
    const closures = [
      {
        authority: 'cfcrl',
        year: 2027,
        name: { es: 'cierre', en: 'closure' },
        days: [],
        ranges: [['2027-01-04', '2027-04-30'] as const],
        basis: 'read' as const,
        source: 'prueba',
        signedBy: null,
      },
    ]
    expect(proposeDates('first_contract', '2027-01-04', { calendars: calendarsOf({ closures }) })).toBeNull()
  })
})
