import { describe, expect, test } from 'vitest'
import { protect } from '../src/disclosure.ts'
import { ledger, record } from '../src/ledger.ts'
import { type PublicationSpec, publication } from '../src/publication.ts'
import { dimension, people, text } from './people.ts'
import { policy } from './release.ts'
import { square } from './square.ts'

const spec = square([
  [3, 18, 25],
  [22, 14, 31],
  [17, 29, 12],
])

describe('in doubt nothing leaves', () => {
  test('no time', async () => {
    expect(await protect(publication(spec), { ...policy, seconds: 0 }, ledger())).toMatchObject({
      kind: 'withheld',
      reason: 'time',
    })
  })
  test('hardly any time', async () => {
    for (const seconds of [0.001, 0.003, 0.01]) {
      const outcome = await protect(publication(spec), { ...policy, seconds }, ledger())
      if (outcome.kind === 'withheld') expect(outcome.reason).toBe('time')
    }
  })
  test('a joint table beyond the limit', async () => {
    expect(await protect(publication(spec), { ...policy, atoms: 8 }, ledger())).toMatchObject({
      reason: 'too-large',
    })
  })
  test('nothing that the tier allows', async () => {
    const employer = dimension('plant', 2, 'employer')
    const outcome = await protect(
      publication({
        ...spec,
        tier: 3,
        dimensions: [employer],
        cells: [{ at: { plant: 'plant0' }, value: 40, organizations: 5 }],
      }),
      policy,
      ledger(),
    )
    expect(outcome).toMatchObject({ kind: 'withheld', reason: 'nothing-left' })
  })
  test('a figure that earlier releases give away already', async () => {
    const state = dimension('state', 2, 'place')
    const cell = (at: Record<string, string>, value: number) => ({ at, value, organizations: 4 })
    const part = (id: string, cells: PublicationSpec['cells']): PublicationSpec => ({
      id,
      population: 'p',
      title: text(id),
      tier: 0,
      dimensions: [state],
      measures: [people],
      cells,
    })
    const open = await protect(
      publication(part('open', [cell({}, 40), cell({ state: 'state0' }, 37)])),
      policy,
      ledger(),
    )
    if (open.kind !== 'published') throw new Error(open.reason)
    const late = { ...part('late', [cell({ state: 'state1' }, 3)]), tier: 1 as const }
    const outcome = await protect(publication(late), policy, record(ledger(), open)!)
    expect(outcome).toMatchObject({ kind: 'withheld', reason: 'infeasible' })
  })
  test('the reason is said in both languages', async () => {
    const outcome = await protect(publication(spec), { ...policy, seconds: 0 }, ledger())
    if (outcome.kind !== 'withheld') throw new Error('published')
    expect(outcome.text.es).toMatch(/^No se publica/)
    expect(outcome.text.en).toMatch(/^Not published/)
    expect(JSON.stringify(outcome)).not.toMatch(/\b(18|25|22|31)\b/)
  })
})
