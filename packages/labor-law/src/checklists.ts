import { byId, type RuleBook, ruleBook, versionAt } from './book.ts'
import type { ChecklistId } from './data/requirements.ts'
import { effects } from './messages/labels.ts'
import type { Effect, Requirement, Text } from './rule.ts'
import { type Marks, marked, markOf, sayArticle } from './say.ts'

export type { ChecklistId } from './data/requirements.ts'

/** True: seen and present. False: looked for and absent. Null: nobody has looked. */
export type Presence = boolean | null

export type CheckedItem = {
  readonly requirement: Requirement
  readonly present: Presence
  readonly article: string
  /** What stands against the rule, for who shows it beside the sentences. */
  readonly mark: Text
  readonly says: Text
  /** What to do, and what happens without it; null when it is present. */
  readonly todo: Text | null
  readonly absence: Text | null
}

export type Checked = {
  readonly checklist: ChecklistId
  readonly items: readonly CheckedItem[]
  /** Ids absent or not looked at, gravest effect first. */
  readonly missing: readonly string[]
  /** The gravest effect of what is absent or not looked at. */
  readonly worst: Effect
  readonly complete: boolean
  /** Ids given that the checklist does not have. */
  readonly unknown: readonly string[]
}

/**
 * Goes through a checklist: each item present, absent or not looked at, with its article, what its absence does and what
 * to do. Statutes (LFT 371), registration (365), leadership election (371 IX), contract vote (390 Ter), representation
 * vote and certificate (390 Bis), contract registration (390), strike filing (920), accounts (373), expulsion (371 VII).
 */
export const checkList = (
  checklist: ChecklistId,
  present: Readonly<Record<string, Presence | undefined>>,
  on: string,
  { book = ruleBook, marks = 'within' }: { book?: RuleBook; marks?: Marks } = {},
): Checked => {
  const requirements = requirementsOf(checklist, on, book)
  const items = requirements.map((requirement) => itemOf(requirement, present[requirement.id] ?? null, marks))
  const lacking = items
    .filter((item) => item.present !== true && item.requirement.absence.effect !== 'none')
    .sort((a, b) => gravity(b) - gravity(a))
  return {
    checklist,
    items,
    missing: lacking.map(({ requirement }) => requirement.id),
    worst: lacking[0]?.requirement.absence.effect ?? 'none',
    complete: lacking.length === 0,
    unknown: Object.keys(present).filter((id) => !requirements.some((requirement) => requirement.id === id)),
  }
}

/** The items of a checklist in force on a date (each names its article: LFT 365, 371, 373, 390-390 Ter, 920). */
export const requirementsOf = (
  checklist: ChecklistId,
  on: string,
  book: RuleBook = ruleBook,
): Requirement[] => {
  const own = book.requirements.filter((requirement) => requirement.checklist === checklist)
  const index = byId(own)
  return [...new Set(own.map(({ id }) => id))].flatMap((id) => {
    const version = versionAt(index, id, on)
    return 'refusal' in version ? [] : [version]
  })
}

const GRAVITY: readonly Effect[] = ['none', 'warning', 'delay', 'sanction', 'loss', 'void']
const gravity = ({ requirement }: CheckedItem) => GRAVITY.indexOf(requirement.absence.effect)

const itemOf = (requirement: Requirement, present: Presence, marks: Marks): CheckedItem => {
  const { absence, todo } = requirement
  const say = (sentence: Text) => marked(sentence, marks === 'within' ? [requirement] : [])
  return {
    requirement,
    present,
    article: sayArticle(requirement),
    mark: markOf([requirement]),
    says: say(requirement.says),
    todo: present === true ? null : say(todo),
    absence:
      present === true
        ? null
        : say({
            es: `${capital(effects[absence.effect].es)}: ${absence.es}`,
            en: `${capital(effects[absence.effect].en)}: ${absence.en}`,
          }),
  }
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
