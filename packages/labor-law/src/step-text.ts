import { type DocumentId, documents } from './data/documents.ts'
import { actors, effects, statuses } from './messages/labels.ts'
import { conflictSentences, noticeSentence } from './messages/notices.ts'
import { whenSentences } from './messages/step-sentences.ts'
import type { Plan, PlannedStep } from './planned.ts'
import { procedureOf } from './procedures.ts'
import type { Text } from './rule.ts'
import { type Marks, marked, markOf, sayArticle } from './say.ts'

/** A step in words, whole in both languages; every sentence made from an unsigned rule says so, or `mark` says it for all. */
export type StepText = {
  readonly title: Text
  readonly who: Text
  readonly status: Text
  readonly article: string
  readonly when: readonly Text[]
  readonly conflict: readonly Text[]
  readonly why: Text
  readonly absence: Text
  readonly effect: Text
  readonly papers: readonly Text[]
  readonly note: Text | null
  readonly mark: Text
}

/**
 * The words of a step of a plan; `article` is the one its rule names (LFT, T-MEC). With marks `beside`, whoever shows the
 * sentences shows `mark` once with them.
 */
export const sayStep = (
  plan: Pick<Plan, 'procedure'>,
  step: PlannedStep,
  marks: Marks = 'within',
): StepText => {
  const { term } = step
  const { events } = procedureOf(plan.procedure)
  const say = (sentence: Text) => marked(sentence, marks === 'within' ? [term] : [])
  return {
    title: say(term.title),
    who: actors[step.who],
    status: statuses[step.status],
    article: sayArticle(term),
    when: whenSentences(step, (event) => events[event]!.name).map(say),
    conflict: step.conflict ? conflictSentences(step.conflict).map(say) : [],
    why: say(term.why),
    absence: say(term.absence),
    effect: effects[term.absence.effect],
    papers: term.papers.map((paper) => documents[paper as DocumentId]),
    note: term.note && say(term.note),
    mark: markOf([term]),
  }
}

/** What a plan warns of, in words: law text, missing lists of closures, missing dates (LFT 715, 734). */
export const sayNotices = (plan: Plan): Text[] =>
  plan.notices.map((notice) => noticeSentence(notice, procedureOf(plan.procedure)))
