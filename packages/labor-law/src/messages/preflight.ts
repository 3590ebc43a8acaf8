import type { RuleBook } from '../book.ts'
import type { Effect, Provision, Text, Threshold } from '../rule.ts'
import { marked, sayArticle, sayWhen } from '../say.ts'
import { DISQUALIFYING, type EntryProblem } from '../support-list.ts'
import { LINES } from './preflight-lines.ts'
import { SURROUNDINGS } from './preflight-surroundings.ts'

export type FindingKind =
  | 'short_of_share'
  | 'share_met'
  | 'thin_margin'
  | EntryProblem
  | keyof typeof SURROUNDINGS

/** One thing to know before filing: what it does to the request, in words, and what to do. `refs` are the caller's own. */
export type Finding = {
  readonly kind: FindingKind
  readonly effect: Effect
  readonly article: string
  readonly says: Text
  readonly todo: Text
  readonly refs: readonly string[]
}

export type Figures = {
  readonly lines: number
  readonly valid: number
  readonly covered: number
  readonly need: number
  readonly expected: number
  readonly needWithMargin: number
}

export const shareHeadline = ({ lines, valid, covered, need }: Figures): Text => {
  const [looks, is] = [percent(lines, covered), percent(valid, covered)]
  const gap = looks !== is
  return {
    es: `${gap ? `Parece ${looks} %, en realidad ${is} %` : `Hay ${is} %`}: ${valid} firmas válidas de ${covered}; se necesitan ${need}.`,
    en: `${gap ? `It looks like ${looks} %, it is really ${is} %` : `There is ${is} %`}: ${valid} valid signatures of ${covered}; ${need} are needed.`,
  }
}

export const shareFinding = (figures: Figures, threshold: Threshold): Finding => {
  const { valid, covered, need } = figures
  const met = valid >= need
  return made(met ? 'share_met' : 'short_of_share', met ? 'none' : 'loss', threshold, {
    says: met
      ? {
          es: `Las firmas válidas alcanzan el 30 %: ${valid} de ${covered}.`,
          en: `The valid signatures reach 30 %: ${valid} of ${covered}.`,
        }
      : {
          es: `Faltan ${need - valid} firmas válidas para el 30 %.`,
          en: `${need - valid} valid signatures are missing for 30 %.`,
        },
    todo: met
      ? { es: 'Revise el margen antes de presentar.', en: 'Check the margin before filing.' }
      : {
          es: 'No presente todavía: corrija las líneas que no cuentan y converse donde falta apoyo.',
          en: 'Do not file yet: fix the lines that do not count and talk where support is missing.',
        },
  })
}

export const marginFinding = (figures: Figures, threshold: Threshold, days: number): Finding | null => {
  const { valid, need, expected, needWithMargin } = figures
  if (valid < need || expected >= need) return null
  return made(
    'thin_margin',
    'loss',
    { ...threshold, basis: 'knowledge' },
    {
      says: {
        es: `Con la rotación supuesta quedarían ${expected} firmas cuando el CFCRL verifique, en unos ${days} días: menos de las ${need} que pide la ley.`,
        en: `At the turnover assumed, ${expected} signatures would stand when the CFCRL checks, in about ${days} days: fewer than the ${need} the law asks for.`,
      },
      todo: {
        es: `Junte ${needWithMargin} firmas válidas antes de presentar: faltan ${needWithMargin - valid}.`,
        en: `Gather ${needWithMargin} valid signatures before filing: ${needWithMargin - valid} are missing.`,
      },
    },
  )
}

export const listFinding = (problem: EntryProblem, refs: readonly string[], book: RuleBook): Finding => {
  const { says, todo } = LINES[problem]
  const many = refs.length
  const counts = DISQUALIFYING.includes(problem)
  return made(
    problem,
    counts ? 'warning' : 'none',
    requirement(book, 'CERT-3'),
    {
      says: { es: `${many} ${says.es}.`, en: `${many} ${says.en}.` },
      todo,
    },
    refs,
  )
}

export const findingOf = (
  kind: keyof typeof SURROUNDINGS,
  book: RuleBook,
  detail: string | null,
): Finding => {
  const { rule, effect, says, todo } = SURROUNDINGS[kind]
  const when = detail ? sayWhen(detail) : { es: 'una fecha que no se conoce', en: 'a date that is not known' }
  return made(kind, effect, requirement(book, rule), {
    says: { es: says.es.replace('{when}', when.es), en: says.en.replace('{when}', when.en) },
    todo,
  })
}

const made = (
  kind: FindingKind,
  effect: Effect,
  rule: Provision,
  { says, todo }: { says: Text; todo: Text },
  refs: readonly string[] = [],
): Finding => ({
  kind,
  effect,
  article: sayArticle(rule),
  says: marked(says, [rule]),
  todo: marked(todo, [rule]),
  refs,
})

const requirement = (book: RuleBook, id: string): Provision =>
  book.requirements.findLast((rule) => rule.id === id)!

const percent = (part: number, whole: number) => String(Math.round((part * 1000) / whole) / 10)
