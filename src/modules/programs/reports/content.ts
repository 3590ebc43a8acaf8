import type { Evidence } from '#platform/documents/evidence.ts'
import type { Definition } from '#platform/facts/definition.ts'
import { canonical } from '../canonical.ts'
import type { Both, Figure, Unit, Value } from '../schema.ts'
import type { Template } from './template.ts'

/** One indicator as a report tells it: what it means, what came of it, and what people say of the difference. */
export type Told = {
  code: string
  title: Both
  level: string
  definition: {
    id: string
    version: number
    digest: string
    agreed: boolean
    text: Both
    words: Both
    counted: Definition
  } | null
  figure: Figure | null
  withheld: Both | null
  target: { value: number; cumulative: boolean } | null
  achieved: Value
  share: number | null
  variance: Both
  declared: {
    value: number
    base: number | null
    unit: string
    source: string
    fileName: string
    digest: string
  }[]
}

/** Everything a report says. It is plain JSON and holds no hidden value: kept, it makes the same paper in ten years. */
export type ReportContent = {
  template: Template
  award: {
    code: string
    name: string
    grantee: string
    funderName: string
    beginsOn: string
    endsOn: string | null
  }
  program: string
  period: { id: string; es: string; en: string; since: string; until: string }
  day: string
  figures: Told[]
  texts: Record<string, Both>
  stories: { id: string; title: string; text: string; attribution: Both }[]
  team: { people: number; fte: number; partners: number; academic: number } | null
  unmet: { sector: Both; state: string; done: number; asked: number }[]
  evidence: Record<string, Evidence>
  /** Of a restatement: what the edition before said otherwise. */
  differences: Difference[]
}

/** `part` names the row of a breakdown; `null` is the figure itself. */
export type Difference = {
  code: string
  title: Both
  part: Both | null
  unit: Unit
  before: Value
  after: Value
}

/** What two editions say differently: a figure of its own, a row of it, or one that is new or gone. */
export const differencesOf = (before: readonly Told[], after: readonly Told[]): Difference[] => {
  const codes = [...new Set([...before, ...after].map(({ code }) => code))]
  return codes.flatMap((code) => {
    const [old, now] = [before.find((one) => one.code === code), after.find((one) => one.code === code)]
    const { title } = (now ?? old)!
    const unit = (now?.figure ?? old?.figure)?.unit ?? 'records'
    const [lines, later] = [linesOf(old), linesOf(now)]
    return [...new Set([...lines.keys(), ...later.keys()])].flatMap((key): Difference[] => {
      const [before, after] = [lines.get(key), later.get(key)]
      if (canonical(before?.said) === canonical(after?.said)) return []
      const none: Value = { kind: 'none' }
      const { part } = (after ?? before)!
      return [{ code, title, part, unit, before: before?.said[0] ?? none, after: after?.said[0] ?? none }]
    })
  })
}

/** What of a figure is read, line by line; not when or in which edition it came out. */
const linesOf = (told: Told | undefined) => {
  const lines = new Map<string, { part: Both | null; said: [value: Value, base: Value] }>()
  if (!told?.figure) return lines
  const { value, base, rows } = told.figure
  lines.set('', { part: null, said: [value, base] })
  for (const row of rows) {
    const joined = (language: 'es' | 'en') => row.label.map((one) => one[language]).join(' · ')
    lines.set(canonical(row.at), {
      part: { es: joined('es'), en: joined('en') },
      said: [row.value, row.base],
    })
  }
  return lines
}
