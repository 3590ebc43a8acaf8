import { describe, expect, it } from 'vitest'
import { curpProblem } from '../src/curp.ts'
import { type ListedEntry, type PreflightInput, preflight } from '../src/preflight.ts'

/** Published samples of the population registry. */
const CURPS = ['HEGG560427MVZRRL04', 'BOXW310820HNERXN09']

const good = (at: number): ListedEntry => ({
  ref: `renglón ${at}`,
  curp: madeCurp(at),
  hiredOn: '2024-02-01',
  signed: true,
})

const ready: PreflightInput = {
  filingOn: '2026-11-23',
  covered: 1000,
  entries: Array.from({ length: 330 }, (_, at) => good(at)),
  monthlyTurnoverPercent: 3,
  scopeReachesPlant: true,
  contract: { status: 'none' },
  otherCertificate: { status: 'none' },
  posting: 'not_yet',
  standing: { validUntil: '2028-06-30', signerMayRepresent: true },
}

const check = (changes: Partial<PreflightInput>) => {
  const result = preflight({ ...ready, ...changes })
  if ('refusal' in result) throw new Error(JSON.stringify(result))
  return result
}
const kinds = (changes: Partial<PreflightInput>) => check(changes).findings.map(({ kind }) => kind)

describe('a certificate request before it is filed', () => {
  it('is refused with dates or counts that cannot be', () => {
    expect(preflight({ ...ready, filingOn: '2026-02-30' })).toMatchObject({
      refusal: 'not-a-date',
      field: 'filingOn',
    })
    expect(preflight({ ...ready, covered: 0 })).toMatchObject({ refusal: 'bad-count', field: 'covered' })
    expect(preflight({ ...ready, monthlyTurnoverPercent: 100 })).toMatchObject({ refusal: 'bad-count' })
    expect(preflight({ ...ready, entries: [{ ...good(1), hiredOn: '01/02/2024' }] })).toMatchObject({
      refusal: 'not-a-date',
      field: 'renglón 1.hiredOn',
    })
    expect(preflight({ ...ready, filingOn: '2018-01-01' })).toMatchObject({ refusal: 'before-validity' })
  })

  it('is ready with the share, the margin and the papers', () => {
    const result = check({})
    expect(result).toMatchObject({ ready: true, need: 300, expected: 315, needWithMargin: 315 })
    expect(result.findings.map(({ kind }) => kind)).toEqual(['share_met', 'posting_ahead'])
  })

  it('says “31 %, really 26 %: do not file”', () => {
    const entries = ready.entries.map((entry, at): ListedEntry => {
      if (at >= 310) return { ...entry, ref: 'sobra' }
      if (at < 20) return { ...entry, signed: false }
      if (at < 35) return { ...entry, left: { on: '2026-10-01', dismissed: false } }
      if (at < 45) return { ...entry, managerial: true }
      return at < 50 ? { ...entry, curp: madeCurp(300) } : entry
    })
    const result = check({ entries: entries.slice(0, 310) })
    expect(result.list).toMatchObject({ lines: 310, valid: 260 })
    expect(result.headline.es).toContain('Parece 31 %, en realidad 26 %')
    expect(result.headline.en).toContain('It looks like 31 %, it is really 26 %')
    expect(result.ready).toBe(false)
    expect(result.findings[0]).toMatchObject({ kind: 'short_of_share', effect: 'loss' })
    expect(result.list.problems.get('no_signature')).toHaveLength(20)
    expect(result.list.problems.get('repeated')).toHaveLength(5)
  })

  it('warns of a thin margin after turnover', () => {
    const entries = ready.entries.slice(0, 305)
    const result = check({ entries, monthlyTurnoverPercent: 6 })
    expect(result).toMatchObject({ ready: false, expected: 277, needWithMargin: 330 })
    expect(result.findings.map(({ kind }) => kind)).toContain('thin_margin')
    expect(kinds({ entries, monthlyTurnoverPercent: 0 })).not.toContain('thin_margin')
  })

  it('finds what is wrong with a line, and keeps counting those dismissed in the last three months', () => {
    const wrong: ListedEntry[] = [
      { ...good(0), curp: null },
      { ...good(1), curp: 'ABC' },
      { ...good(2), curp: `${madeCurp(2).slice(0, 17)}${(Number(madeCurp(2)[17]) + 1) % 10}` },
      { ...good(3), named: false },
      { ...good(4), hiredOn: null },
      { ...good(5), hiredOn: '2026-12-01' },
      { ...good(6), left: { on: '2026-09-15', dismissed: true } },
      { ...good(7), left: { on: '2026-08-22', dismissed: true } },
      { ...good(8), curp: 'BADD120313HCMLNSA9' },
    ]
    const { list } = check({ entries: wrong })
    expect(Object.fromEntries(list.problems)).toEqual({
      no_curp: ['renglón 0'],
      bad_curp: ['renglón 1'],
      curp_digit: expect.arrayContaining(['renglón 2']),
      no_name: ['renglón 3'],
      no_hire_date: ['renglón 4'],
      hired_after: ['renglón 5'],
      dismissed: ['renglón 6'],
      left: ['renglón 7'],
      under_age: ['renglón 8'],
    })
    expect(list.valid).toBe(3)
  })

  it.each([
    [{ scopeReachesPlant: null }, 'scope_unknown'],
    [{ scopeReachesPlant: false }, 'out_of_scope'],
    [{ contract: { status: 'unknown' } }, 'contract_unknown'],
    [{ contract: { status: 'deposited', lastRevisedOn: '2024-11-23' } }, 'contract_in_force'],
    [{ contract: { status: 'deposited', lastRevisedOn: null } }, 'contract_in_force'],
    [{ contract: { status: 'deposited', lastRevisedOn: '2022-11-23' } }, 'contract_in_force'],
    [{ otherCertificate: { status: 'in_force', until: '2027-01-15' } }, 'other_certificate'],
    [{ posting: 'missing' }, 'posting_missing'],
    [{ standing: { validUntil: '2026-11-22', signerMayRepresent: true } }, 'standing_expired'],
    [{ standing: { validUntil: null, signerMayRepresent: true } }, 'standing_unknown'],
    [{ standing: { validUntil: '2028-01-01', signerMayRepresent: false } }, 'signer_cannot'],
    [{ standing: { validUntil: '2028-01-01', signerMayRepresent: null } }, 'signer_unknown'],
  ] as const)('is not ready with %o', (changes, kind) => {
    expect(kinds(changes)).toContain(kind)
    expect(check(changes).ready).toBe(false)
  })

  it('only warns of a contract four years without revision, and of standing that runs out meanwhile', () => {
    expect(kinds({ contract: { status: 'deposited', lastRevisedOn: '2022-11-22' } })).toContain(
      'contract_stale',
    )
    const short = { standing: { validUntil: '2026-12-31', signerMayRepresent: true } }
    expect(kinds(short)).toContain('standing_short')
    expect(check(short).ready).toBe(true)
  })

  it('gives back the caller’s own references and no CURP', () => {
    const text = JSON.stringify(check({ entries: [{ ...good(1), signed: false }] }), (_, value) =>
      value instanceof Map ? [...value] : value,
    )
    expect(text).toContain('renglón 1')
    expect(text).not.toContain(madeCurp(1))
  })
})

describe('a CURP', () => {
  it('of the registry’s samples is right; changed, it is not', () => {
    for (const curp of CURPS) expect(curpProblem(curp)).toBeNull()
    expect(curpProblem('HEGG560427MVZRRL05')).toBe('check_digit')
    expect(curpProblem('HEGG561327MVZRRL04')).toBe('form')
    expect(curpProblem('HEGG560427MXXRRL04')).toBe('form')
    expect(curpProblem('')).toBe('form')
  })
})

/** A well-formed CURP for a person who does not exist, with its check digit. */
function madeCurp(at: number): string {
  const letters = 'BCDFGHJKLM'
  const consonants = [at % 10, Math.floor(at / 10) % 10, Math.floor(at / 100) % 10].map(
    (digit) => letters[digit],
  )
  const stem = `PEXA80010${1 + (at % 9)}HNL${consonants.join('')}0`
  const last = '0123456789'.split('').find((digit) => curpProblem(stem + digit) === null)
  return stem + last!
}
