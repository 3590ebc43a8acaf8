import { parseArgs } from 'node:util'
import { explain } from './explain.ts'
import { cliMessages as say, usage } from './messages/cli.ts'
import { refusalSentence } from './messages/refusals.ts'
import { type PlanInput, plan } from './plan.ts'
import type { Plan } from './planned.ts'
import { planAsIcs } from './print-ics.ts'
import { planAsPage } from './print-page.ts'
import { planAsText } from './print-text.ts'
import { type ProcedureId, procedureOf, procedures } from './procedures.ts'
import type { Lang } from './rule.ts'

/** What the program prints and how it ends: 0 done, 2 asked wrong. */
export type Outcome = { readonly code: 0 | 2; readonly out: string; readonly err: string }

const OPTIONS = {
  lang: { type: 'string', default: 'es' },
  format: { type: 'string', default: 'text' },
  today: { type: 'string' },
  state: { type: 'string' },
  municipality: { type: 'string' },
  local: { type: 'boolean', default: false },
  km: { type: 'string' },
  yes: { type: 'string', multiple: true },
  explain: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const

/** The program `asamblea-law`: a procedure's calendar for given dates, as text, ICS or a printable page (LFT, T-MEC). */
export const run = (args: readonly string[], clockToday: string): Outcome => {
  const parsed = parsedOr(args)
  if (typeof parsed === 'string') return wrong(`${parsed}\n\n${usage.es}`)
  const { values, positionals } = parsed
  const lang = values.lang
  if (lang !== 'es' && lang !== 'en') return wrong(say.lang.es)
  const [id, ...dates] = positionals
  if (values.help || id === undefined)
    return { code: 0, out: `${usage[lang]}\n${procedureList(lang)}`, err: '' }
  if (!(id in procedures)) return wrong(say.procedure(id)[lang], procedureList(lang))
  const procedure = id as ProcedureId
  if (dates.length === 0) return { code: 0, out: eventList(procedure, lang), err: '' }
  const events: Record<string, { on: string; service?: 'mailbox' | 'bulletin' | 'personal' }> = {}
  for (const text of dates) {
    const match = /^([a-z_]+)=([^@]+)(?:@(mailbox|bulletin|personal))?$/.exec(text)
    if (!match) return wrong(say.date(text)[lang], eventList(procedure, lang))
    const service = match[3] as 'mailbox' | 'bulletin' | 'personal' | undefined
    events[match[1]!] = { on: match[2]!, ...(service && { service }) }
  }
  const km = values.km === undefined ? 0 : Number(values.km)
  if (!Number.isFinite(km) || km < 0) return wrong(say.km[lang])
  const input = {
    procedure,
    today: values.today ?? clockToday,
    events,
    answers: Object.fromEntries((values.yes ?? []).map((answer) => [answer, true])),
    jurisdiction: values.local ? 'local' : 'federal',
    distanceKm: km,
    ...(values.state !== undefined && {
      place: {
        state: values.state,
        ...(values.municipality !== undefined && { municipality: values.municipality }),
      },
    }),
  } as PlanInput
  const made = plan(input)
  if ('refusal' in made) return wrong(refusalSentence(made)[lang], eventList(procedure, lang))
  if (values.explain !== undefined) return explained(made, values.explain, lang)
  const printer = PRINTERS[values.format]
  return printer ? { code: 0, out: printer(made, lang), err: '' } : wrong(say.format[lang])
}

const PRINTERS: Readonly<Record<string, (plan: Plan, lang: Lang) => string>> = {
  text: planAsText,
  ics: planAsIcs,
  html: planAsPage,
}

const wrong = (...lines: string[]): Outcome => ({ code: 2, out: '', err: `${lines.join('\n\n')}\n` })

const parsedOr = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

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
