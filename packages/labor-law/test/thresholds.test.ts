import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkProportion } from '../src/gender.ts'
import { testApproval, testRepresentation, testThreshold } from '../src/thresholds.ts'

const ON = '2026-11-22'
const need = (rule: Parameters<typeof testThreshold>[0], of: number) => {
  const test = testThreshold(rule, { have: 0, of }, ON)
  if ('refusal' in test) throw new Error(test.refusal)
  return test.need
}

describe('thresholds', () => {
  it('refuse impossible counts and dates before the rule', () => {
    expect(testThreshold('CRE-01', { have: -1, of: 10 }, ON)).toMatchObject({ refusal: 'bad-count' })
    expect(testThreshold('CRE-01', { have: 3.5, of: 10 }, ON)).toMatchObject({ refusal: 'bad-count' })
    expect(testThreshold('CRE-01', { have: 11, of: 10 }, ON)).toMatchObject({ refusal: 'bad-count' })
    expect(testThreshold('CRE-01', { have: 3, of: 10 }, '2019-01-01')).toMatchObject({
      refusal: 'before-validity',
    })
  })

  it('are exact at the edge', () => {
    expect(need('CRE-01', 1000)).toBe(300)
    expect(need('CRE-01', 1001)).toBe(301)
    expect(need('ASM-01', 100)).toBe(33)
    expect(need('ASM-04', 100)).toBe(51)
    expect(need('ASM-04', 101)).toBe(52)
    expect(need('ASM-03', 100)).toBe(67)
    expect(need('ASM-05', 99)).toBe(66)
    expect(need('CBA-08', 100)).toBe(51)
    expect(need('CBA-08', 101)).toBe(51)
    expect(need('REG-01', 0)).toBe(20)
    expect(testThreshold('CRE-09', { have: 3, of: 0 }, ON)).toMatchObject({ met: false, need: 2 })
    expect(testThreshold('STR-13', { have: 4, of: 0 }, ON)).toMatchObject({ met: false })
  })

  it('hold by cross-multiplication for any roll', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (of) => {
        for (const [rule, n, d] of [
          ['CRE-01', 30, 100],
          ['ASM-03', 2, 3],
          ['ASM-04', 51, 100],
        ] as const) {
          const least = need(rule, of)
          expect(least * d >= n * of && (least - 1) * d < n * of).toBe(true)
        }
      }),
      { seed: 7, numRuns: 200 },
    )
  })
})

describe('approval of a contract', () => {
  it('refuses more ballots than people', () => {
    expect(testApproval({ roll: 100, yes: 60, no: 50, blankOrNull: 0 }, ON)).toMatchObject({
      refusal: 'bad-count',
    })
  })

  it('shows both counts and follows the strict one', () => {
    const result = testApproval({ roll: 1000, yes: 400, no: 100, blankOrNull: 10 }, ON)
    expect(result).toMatchObject({
      turnout: 510,
      approved: false,
      by: 'covered',
      ofCovered: { met: false, need: 501 },
      ofCast: { met: true, need: 256, of: 510 },
    })
    if ('refusal' in result) throw new Error('refused')
    expect(result.says.map(({ es }) => es).join(' ')).toContain('Las dos cuentas dan resultados distintos')
  })

  it('follows votes cast only when told, and never approves with none', () => {
    expect(
      testApproval({ roll: 1000, yes: 400, no: 100, blankOrNull: 10 }, ON, { by: 'cast' }),
    ).toMatchObject({
      approved: true,
    })
    expect(testApproval({ roll: 10, yes: 0, no: 0, blankOrNull: 0 }, ON, { by: 'cast' })).toMatchObject({
      approved: false,
    })
  })
})

describe('a vote between unions', () => {
  it('needs 30 % turnout, counts null ballots in it, and has no winner on a tie', () => {
    expect(testRepresentation({ roll: 1000, votes: { A: 200, B: 99 }, blankOrNull: 0 }, ON)).toMatchObject({
      winner: null,
      turnout: { met: false },
    })
    expect(testRepresentation({ roll: 1000, votes: { A: 200, B: 99 }, blankOrNull: 1 }, ON)).toMatchObject({
      winner: 'A',
      turnout: { met: true },
    })
    expect(testRepresentation({ roll: 10, votes: { A: 4, B: 4 }, blankOrNull: 0 }, ON)).toMatchObject({
      winner: null,
      tied: ['A', 'B'],
    })
  })
})

describe('gender proportion', () => {
  const roll = { women: 350, men: 650 }

  it('refuses an empty roll', () => {
    expect(checkProportion({ roll: { women: 0, men: 0 }, slate: { women: 1, men: 1 } })).toMatchObject({
      refusal: 'bad-count',
    })
  })

  it('gives the exact seats and rounds by the setting', () => {
    const slate = { women: 3, men: 6 }
    expect(checkProportion({ roll, slate })).toMatchObject({
      exactSeats: 3.15,
      seats: 3,
      verdict: 'proportional',
    })
    expect(checkProportion({ roll, slate }, { rounding: 'up' })).toMatchObject({
      seats: 4,
      verdict: 'fewer_women',
    })
    expect(checkProportion({ roll, slate: { women: 5, men: 4 } })).toMatchObject({ verdict: 'fewer_men' })
    expect(checkProportion({ roll: { women: 1, men: 1 }, slate: { women: 2, men: 1 } })).toMatchObject({
      seats: 2,
    })
  })
})
