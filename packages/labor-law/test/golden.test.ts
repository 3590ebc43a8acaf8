import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type PlanInput, plan } from '../src/plan.ts'
import type { PlannedStep } from '../src/planned.ts'
import { procedures } from '../src/procedures.ts'

const folder = join(import.meta.dirname, '..', 'golden')
const files = readdirSync(folder).filter((file) => /^\d\d-.*\.md$/.test(file))
const cases = files.map((file) => ({ file, ...parse(readFileSync(join(folder, file), 'utf8')) }))

describe('golden timelines, worked by hand', () => {
  it.each(cases)('$file', ({ input, rows, clash }) => {
    const made = plan(input)
    if ('refusal' in made) throw new Error(JSON.stringify(made))
    expect(made.steps.map(rowOf)).toEqual(rows)
    if (clash) expect(clashOf(made.steps)).toBe(clash)
  })

  it('cover every procedure', () => {
    const covered = new Set<string>(cases.map(({ input }) => input.procedure))
    expect(Object.keys(procedures).filter((id) => !covered.has(id))).toEqual([])
  })

  it('notice a wrong date', () => {
    const [first] = cases
    const made = plan({ ...first!.input, events: { election: '2024-04-09' } } as PlanInput)
    if ('refusal' in made) throw new Error(JSON.stringify(made))
    expect(made.steps.map(rowOf)).not.toEqual(first!.rows)
  })
})

type Row = { step: string; rule: string; readings: string; safe: string }

function parse(text: string): { input: PlanInput; rows: Row[]; clash: string | undefined } {
  const field = (name: string) => new RegExp(`^- ${name}: (.*)$`, 'm').exec(text)?.[1]
  const pairs = (field('hechos') ?? '').split(';').map((pair) => pair.split('=').map((part) => part.trim()))
  const [state, municipality] = (field('lugar') ?? '').split(' ')
  const answers = (field('respuestas') ?? '').split(',').filter(Boolean)
  const input = {
    procedure: field('trámite'),
    today: field('hoy'),
    events: Object.fromEntries(pairs),
    answers: Object.fromEntries(answers.map((answer) => [answer.trim(), true])),
    distanceKm: Number(field('km') ?? 0),
    ...(state && { place: { state, ...(municipality && { municipality }) } }),
  } as PlanInput
  const rows = text
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\|(---| paso)/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([, step, rule, readings, safe]) => ({ step, rule, readings, safe }) as Row)
  return { input, rows, clash: field('choque') }
}

function rowOf(step: PlannedStep): Row {
  const readings = step.readings.map(({ counting, opens, latest }) => {
    if (step.at === 'back_from') return `${counting} desde ${opens}`
    if (opens && latest) return `${counting} ${opens} a ${latest}`
    return opens ? `${counting} desde ${opens}` : `${counting} ${latest}`
  })
  return { step: step.id, rule: step.rule, readings: readings.join('; ') || '-', safe: step.safe ?? '-' }
}

function clashOf(steps: readonly PlannedStep[]): string {
  return steps
    .flatMap(({ id, conflict }) => {
      if (conflict?.kind !== 'no_safe_date') return []
      const { because, earlier, later, literal } = conflict
      const days = because.map(({ day }) => day).join(', ')
      return [
        `${id}; ${days}; antes ${earlier?.act} y ${earlier?.event}; después ${later?.act} y ${later?.event}; literal ${literal?.act}`,
      ]
    })
    .join(' | ')
}
