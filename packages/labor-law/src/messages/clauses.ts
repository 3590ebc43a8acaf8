import type { ClauseCheck, ClauseKind } from '../clauses.ts'
import type { Minimum, Text } from '../rule.ts'
import { sayArticle, sayPesos } from '../say.ts'

type Figures = { value: number; law: number; verdict: ClauseCheck['verdict'] }

/** The verdict on a clause, then what the law says. */
export const clauseSentences = (
  kind: ClauseKind,
  rule: Minimum,
  { value, law, verdict }: Figures,
): Text[] => [
  verdictSentence(sayArticle(rule), amount(kind, rule, value), amount(kind, rule, law), verdict),
  rule.says,
]

const verdictSentence = (article: string, clause: Text, law: Text, verdict: ClauseCheck['verdict']): Text => {
  switch (verdict) {
    case 'forbidden':
      return {
        es: `La cláusula está prohibida (${article}): no vale aunque se firme.`,
        en: `The clause is forbidden (${article}): it is void even if signed.`,
      }
    case 'below':
      return {
        es: `La cláusula da ${clause.es} y la ley ${law.es} (${article}): está por debajo de la ley y se aplica la ley.`,
        en: `The clause gives ${clause.en} and the law ${law.en} (${article}): it is below the law, and the law applies.`,
      }
    case 'equal':
      return {
        es: `La cláusula da lo mismo que la ley, ${law.es} (${article}).`,
        en: `The clause gives the same as the law, ${law.en} (${article}).`,
      }
    case 'above':
      return {
        es: `La cláusula da ${clause.es}, mejor que la ley, ${law.es} (${article}).`,
        en: `The clause gives ${clause.en}, better than the law, ${law.en} (${article}).`,
      }
  }
}

const UNITS: Record<string, Text> = {
  days: { es: 'días', en: 'days' },
  days_per_year: { es: 'días por año', en: 'days a year' },
  hours: { es: 'horas', en: 'hours' },
  weeks: { es: 'semanas', en: 'weeks' },
  months: { es: 'meses', en: 'months' },
  years: { es: 'años', en: 'years' },
  percent: { es: '%', en: '%' },
  percent_per_month: { es: '% al mes', en: '% a month' },
  multiple: { es: 'veces', en: 'times' },
}

const amount = (kind: ClauseKind, { unit }: Minimum, value: number): Text => {
  if (kind === 'daily_wage') return { es: `${sayPesos(value)} al día`, en: `${sayPesos(value)} a day` }
  if (unit === 'allowed') return value > 0 ? { es: 'sí', en: 'yes' } : { es: 'no', en: 'no' }
  const name = UNITS[unit]!
  return { es: `${value} ${name.es}`, en: `${value} ${name.en}` }
}
