import { authorityName } from './messages/labels.ts'
import { labels } from './messages/print.ts'
import type { Plan, PlannedStep } from './planned.ts'
import { procedureOf } from './procedures.ts'
import type { Lang } from './rule.ts'
import { markOf, sayWhen } from './say.ts'
import { sayNotices, sayStep } from './step-text.ts'

/**
 * A plan as one self-contained page for the office printer: letter size, black and white, no script, no request; each
 * step with its article (LFT, T-MEC), its dates, a box to tick and the mark of unsigned rules.
 */
export const planAsPage = (plan: Plan, lang: Lang): string => {
  const { states } = procedureOf(plan.procedure)
  const title = escaped(plan.name[lang])
  const facts = [
    [labels.today, sayWhen(plan.today)[lang]],
    [labels.state, states[plan.state]![lang]],
    [labels.authority, authorityName(plan.authority)[lang]],
  ] as const
  return `<!doctype html>
<html lang="${lang === 'es' ? 'es-MX' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${title}</h1>
<dl>${facts.map(([label, value]) => `<dt>${label[lang]}</dt><dd>${escaped(value)}</dd>`).join('')}</dl>
<table>
<thead><tr><th scope="col">${labels.done[lang]}</th><th scope="col">${labels.safe[lang]}</th><th scope="col">${labels.latest[lang]}</th><th scope="col">${labels.step[lang]}</th></tr></thead>
<tbody>
${plan.steps.map((step) => rowOf(plan, step, lang)).join('\n')}
</tbody>
</table>
<h2>${labels.notices[lang]}</h2>
<ul>${[...sayNotices(plan), labels.disclaimer].map((notice) => `<li>${escaped(notice[lang])}</li>`).join('')}</ul>
</body>
</html>
`
}

const rowOf = (plan: Plan, step: PlannedStep, lang: Lang): string => {
  const words = sayStep(plan, step)
  const paragraph = (text: string) => `<p>${escaped(text)}</p>`
  const papers = words.papers.map((paper) => escaped(paper[lang])).join('; ')
  const done = step.given && !step.status.startsWith('planned')
  return `<tr>
<td class="box">${done ? '☒' : '☐'}</td>
<td>${cell(step.safe, lang)}</td>
<td>${cell(step.latest ?? step.opens, lang)}</td>
<td><h3>${escaped(step.term.title[lang])}</h3>
<p class="small">${escaped(`${words.who[lang]} · ${words.status[lang]} · ${words.article} · ${markOf([step.term])[lang] || labels.signed[lang]}`)}</p>
${[...words.when, ...words.conflict].map((sentence) => paragraph(sentence[lang])).join('\n')}
<p><b>${labels.papers[lang]}:</b> ${papers || labels.none[lang]}</p>
<p><b>${labels.absence[lang]}</b> (${escaped(words.effect[lang])}): ${escaped(words.absence[lang])}</p></td>
</tr>`
}

const cell = (when: string | null, lang: Lang) => (when ? escaped(sayWhen(when)[lang]) : labels.none[lang])

const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

const STYLE = `
@page { size: letter; margin: 1.5cm }
body { color: #000; background: #fff; font: 10.5pt/1.35 system-ui, sans-serif; max-width: 18.6cm; margin: 0 auto }
h1 { font-size: 16pt; margin: 0 0 .3cm } h2 { font-size: 12pt } h3 { font-size: 10.5pt; margin: 0 }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 .4cm; margin: 0 0 .4cm } dt { font-weight: 600 } dd { margin: 0 }
table { border-collapse: collapse; width: 100% } thead { display: table-header-group }
th, td { border: 1px solid #000; padding: .12cm .18cm; text-align: left; vertical-align: top }
tr { break-inside: avoid } td:nth-child(2), td:nth-child(3) { width: 2.9cm } .box { width: .7cm; font-size: 13pt; text-align: center }
p { margin: .08cm 0 } .small { font-size: 9pt }
`
