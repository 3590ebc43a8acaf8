import { authorityName } from './messages/labels.ts'
import { labels } from './messages/print.ts'
import type { Plan } from './planned.ts'
import { procedureOf } from './procedures.ts'
import type { Lang } from './rule.ts'
import { sayList, sayWhen } from './say.ts'
import { type StepText, sayNotices, sayStep } from './step-text.ts'

const WIDTH = 96

/** A plan as plain text, 96 columns, in one language; every step cites its article (LFT, T-MEC) and bears its mark. */
export const planAsText = (plan: Plan, lang: Lang): string => {
  const { events, states } = procedureOf(plan.procedure)
  const next = sayList(plan.next.map((event) => events[event]!.name))[lang]
  const title = plan.name[lang]
  const head = [
    title,
    '='.repeat(title.length),
    `${labels.today[lang]}: ${sayWhen(plan.today)[lang]}`,
    `${labels.state[lang]}: ${states[plan.state]![lang]}`,
    ...(next ? wrapped(`${labels.next[lang]}: ${next}`, '  ') : []),
    `${labels.authority[lang]}: ${authorityName(plan.authority)[lang]}${plan.zone ? ` (${plan.zone})` : ''}`,
    '',
  ]
  const steps = plan.steps.flatMap((step, at) => stepLines(sayStep(plan, step), at + 1, lang))
  const notices = [
    `${labels.notices[lang]}:`,
    ...[...sayNotices(plan), labels.disclaimer].flatMap((notice) => wrapped(`- ${notice[lang]}`, '  ')),
  ]
  return `${[...head, ...steps, ...notices].join('\n')}\n`
}

const stepLines = (step: StepText, number: number, lang: Lang): string[] => {
  const papers = step.papers.map((paper) => paper[lang]).join('; ')
  return [
    ...wrapped(`${number}. ${step.title[lang]}`, '   '),
    ...[
      `${step.who[lang]} · ${step.status[lang]} · ${step.article}`,
      ...[...step.when, ...step.conflict].map((sentence) => sentence[lang]),
      `${labels.papers[lang]}: ${papers || labels.none[lang]}`,
      `${labels.why[lang]}: ${step.why[lang]}`,
      `${labels.absence[lang]} (${step.effect[lang]}): ${step.absence[lang]}`,
      ...(step.note ? [step.note[lang]] : []),
    ].flatMap((line) => wrapped(`   ${line}`, '     ')),
    '',
  ]
}

/** Breaks a line at spaces so that it fits the width; what follows is indented. */
const wrapped = (line: string, indent: string): string[] => {
  const lines: string[] = []
  let rest = line
  while (rest.length > WIDTH) {
    const cut = rest.lastIndexOf(' ', WIDTH)
    if (cut <= indent.length) break
    lines.push(rest.slice(0, cut))
    rest = `${indent}${rest.slice(cut + 1)}`
  }
  return [...lines, rest]
}
