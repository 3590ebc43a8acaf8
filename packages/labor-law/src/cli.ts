import { type Args, argsOf } from './cli-args.ts'
import { explain } from './explain.ts'
import type { Happening } from './facts.ts'
import { cliMessages as say, usage } from './messages/cli.ts'
import { refusalSentence } from './messages/refusals.ts'
import { findPlace } from './places.ts'
import { type PlanInput, plan } from './plan.ts'
import type { Plan } from './planned.ts'
import { planAsIcs } from './print-ics.ts'
import { planAsPage } from './print-page.ts'
import { planAsText } from './print-text.ts'
import { type ProcedureId, procedureOf, procedures } from './procedures.ts'
import type { Lang, Text } from './rule.ts'
import type { Service } from './span.ts'

/** What the program prints and how it ends: 0 done, 2 asked wrong. */
export type Outcome = { readonly code: 0 | 2; readonly out: string; readonly err: string }

/** The program `asamblea-law`: a procedure's calendar for given dates, as text, ICS or a printable page (LFT, T-MEC). */
export const run = (args: readonly string[], clockToday: string): Outcome => {
  const asked = argsOf(args)
  const lang = asked.lang
  if (lang !== 'es' && lang !== 'en') return wrong(say.lang.es)
  if ('refusal' in asked) return wrong(say.option(asked.option)[lang], usage[lang])
  const [id, ...dates] = asked.words
  if (asked.help || id === undefined)
    return { code: 0, out: `${usage[lang]}\n${procedureList(lang)}`, err: '' }
  if (!isProcedure(id)) return wrong(say.procedure(id)[lang], procedureList(lang))
  if (dates.length === 0) return { code: 0, out: eventList(id, lang), err: '' }
  const input = inputOf(id, dates, asked, clockToday)
  if ('wrong' in input) return wrong(input.wrong[lang], eventList(id, lang))
  const made = plan(input)
  if ('refusal' in made) return wrong(refusalSentence(made)[lang], eventList(id, lang))
  if (asked.explain !== undefined) return explained(made, asked.explain, lang)
  const printer = Object.hasOwn(PRINTERS, asked.format) ? PRINTERS[asked.format] : undefined
  return printer ? { code: 0, out: printer(made, lang), err: '' } : wrong(say.format[lang])
}

const isProcedure = (id: string): id is ProcedureId => Object.hasOwn(procedures, id)

const inputOf = (
  procedure: ProcedureId,
  dates: readonly string[],
  { today, state, municipality, km = '0', yes, local }: Args,
  clockToday: string,
): PlanInput | { readonly wrong: Text } => {
  const events: Record<string, Happening> = Object.create(null)
  for (const text of dates) {
    const match = /^([^=]+)=([^@]+)(?:@(mailbox|bulletin|personal))?$/.exec(text)
    if (!match) return { wrong: say.date(text) }
    const service = match[3] as Service | undefined
    events[match[1]!] = { on: match[2]!, ...(service && { service }) }
  }
  const place = state === undefined ? undefined : findPlace(state, municipality)
  if (place && 'refusal' in place) return { wrong: refusalSentence(place) }
  return {
    procedure,
    today: today ?? clockToday,
    events,
    answers: Object.fromEntries(yes.map((answer) => [answer, true])),
    jurisdiction: local ? 'local' : 'federal',
    distanceKm: Number(km),
    ...(place && { place }),
  } as PlanInput
}

const PRINTERS: Readonly<Record<string, (plan: Plan, lang: Lang) => string>> = {
  text: planAsText,
  ics: planAsIcs,
  html: planAsPage,
}

const wrong = (...lines: string[]): Outcome => ({ code: 2, out: '', err: `${lines.join('\n\n')}\n` })

const explained = (made: Plan, step: string, lang: Lang): Outcome => {
  const explanation = explain(made, step)
  if (!explanation)
    return wrong(
      say.step(
        step,
        made.steps.map(({ id }) => id),
      )[lang],
    )
  return { code: 0, out: `${explanation.lines.map((line) => line[lang]).join('\n')}\n`, err: '' }
}

const procedureList = (lang: Lang): string => {
  const ids = Object.keys(procedures) as ProcedureId[]
  const width = Math.max(...ids.map((id) => id.length))
  return `${say.procedures[lang]}\n${ids.map((id) => `  ${id.padEnd(width)}  ${procedureOf(id).name[lang]}`).join('\n')}\n`
}

const eventList = (id: ProcedureId, lang: Lang): string => {
  const { events, answers } = procedureOf(id)
  const names = Object.keys(events)
  const width = Math.max(
    ...names.map((name) => name.length),
    ...Object.keys(answers).map((name) => name.length),
  )
  const rows = names.map((name) => {
    const { name: words, hour } = events[name]!
    return `  ${name.padEnd(width)}  ${words[lang]}${hour ? ` ${say.withHour[lang]}` : ''}`
  })
  const questions = Object.entries(answers).map(([name, words]) => `  ${name.padEnd(width)}  ${words[lang]}`)
  const asked = questions.length > 0 ? `\n${say.questions[lang]}\n${questions.join('\n')}\n` : ''
  return `${procedureOf(id).name[lang]}. ${say.events[lang]}\n${rows.join('\n')}\n${asked}`
}
