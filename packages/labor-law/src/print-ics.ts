import { instantOf } from './clock.ts'
import { isoOf, parseDay } from './dates.ts'
import { labels } from './messages/print.ts'
import type { Plan, PlannedStep } from './planned.ts'
import type { Lang } from './rule.ts'
import { markOf } from './say.ts'
import { sayStep } from './step-text.ts'

/** Where the law counts hours, warnings come so many hours ahead. */
export const HOUR_ALERTS = [48, 24, 6] as const

/**
 * A plan as an iCalendar file (RFC 5545), one event per date: the safe one and, if later, the last one. All-day events,
 * or instants where the law counts hours (LFT 920-932). `series` tells one plan from another of the same procedure: with
 * the same series, importing again moves the events instead of repeating them. No name of a union or plant goes in.
 */
export const planAsIcs = (plan: Plan, lang: Lang, series: string = plan.procedure): string => {
  const events = plan.steps
    .filter(({ status }) => status !== 'done' && status !== 'done_late')
    .flatMap((step) => eventsOf(plan, step, lang, series))
  return `${[
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Asamblea//labor-law//${lang.toUpperCase()}`,
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(plan.name[lang])}`,
    ...events.flat(),
    'END:VCALENDAR',
  ]
    .flatMap(folded)
    .join('\r\n')}\r\n`
}

const eventsOf = (plan: Plan, step: PlannedStep, lang: Lang, series: string): string[][] => {
  const { safe, latest, opens, at } = step
  const opening = at === 'once_past' || at === 'once_reached'
  const made = (kind: 'safe' | 'last', when: string, label: string) => [
    eventOf(plan, step, lang, { series, kind, when, label }),
  ]
  const safeLabel = (opening ? labels.opensPrefix : step.ours ? labels.safePrefix : labels.waitPrefix)[lang]
  return [
    ...(safe ? made('safe', safe, safeLabel) : []),
    ...(latest && latest !== safe ? made('last', latest, labels.lastPrefix[lang]) : []),
    ...(!safe && !latest && opens ? made('safe', opens, labels.opensPrefix[lang]) : []),
  ]
}

const eventOf = (
  plan: Plan,
  step: PlannedStep,
  lang: Lang,
  { series, kind, when, label }: { series: string; kind: 'safe' | 'last'; when: string; label: string },
): string[] => {
  const words = sayStep(plan, step)
  const description = [
    `${words.who[lang]} · ${words.article}`,
    ...[...words.when, ...words.conflict].map((sentence) => sentence[lang]),
    `${labels.papers[lang]}: ${words.papers.map((paper) => paper[lang]).join('; ')}`,
    words.absence[lang],
    labels.disclaimer[lang],
  ].join('\n')
  const marks = [step.assumes.length > 0 && labels.assumed[lang], markOf([step.term])[lang]].filter(Boolean)
  return [
    'BEGIN:VEVENT',
    `UID:${series.replace(/[^\w.-]/g, '-')}-${step.id}-${kind}@asamblea-law`,
    `DTSTAMP:${plan.today.replaceAll('-', '')}T000000Z`,
    `SEQUENCE:${parseDay(plan.today)!}`,
    ...timesOf(plan, when),
    `SUMMARY:${escaped(`${label}: ${step.term.title[lang]}${marks.length > 0 ? ` (${marks.join('; ')})` : ''}`)}`,
    `DESCRIPTION:${escaped(description)}`,
    'TRANSP:TRANSPARENT',
    ...(when.length > 10 ? HOUR_ALERTS.map((hours) => `PT${hours}H`) : ['P2D']).flatMap(alarm),
    'END:VEVENT',
  ]
}

/** All-day events end the day after (RFC 5545 3.6.1); instants are written in UTC and last half an hour. */
const timesOf = ({ zone }: Plan, when: string): string[] => {
  const minute = when.length > 10 && zone ? instantOf(when, zone) : null
  if (minute !== null) return [`DTSTART:${utc(minute)}`, `DTEND:${utc(minute + 30)}`]
  const day = parseDay(when.slice(0, 10))!
  return [`DTSTART;VALUE=DATE:${compact(isoOf(day))}`, `DTEND;VALUE=DATE:${compact(isoOf(day + 1))}`]
}

const alarm = (ahead: string) => [
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  'DESCRIPTION:Asamblea',
  `TRIGGER:-${ahead}`,
  'END:VALARM',
]

const compact = (date: string) => date.replaceAll('-', '')
const utc = (minute: number) =>
  `${new Date(minute * 60_000).toISOString().slice(0, 16).replace(/[-:]/g, '')}00Z`

const escaped = (text: string) => text.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n')

/** No line longer than 75 octets, never cut inside a character (RFC 5545 3.1). */
const folded = (line: string): string[] => {
  const lines: string[] = []
  let current = ''
  let octets = 0
  for (const character of line) {
    const size = new TextEncoder().encode(character).length
    if (octets + size > 75) {
      lines.push(current)
      current = ' '
      octets = 1
    }
    current += character
    octets += size
  }
  return [...lines, current]
}
