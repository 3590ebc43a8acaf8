import { describe, expect, it } from 'vitest'
import { instantOf } from '../src/clock.ts'
import { type PlanInput, plan } from '../src/plan.ts'
import type { Plan } from '../src/planned.ts'
import { HOUR_ALERTS, planAsIcs } from '../src/print-ics.ts'
import { planAsPage } from '../src/print-page.ts'
import { planAsText } from '../src/print-text.ts'
import { type ProcedureId, procedures } from '../src/procedures.ts'
import type { Lang } from '../src/rule.ts'
import { sayStep } from '../src/step-text.ts'

const LANGS: readonly Lang[] = ['es', 'en']

const planned = (input: PlanInput): Plan => {
  const made = plan(input)
  if ('refusal' in made) throw new Error(made.refusal)
  return made
}

const consultation = planned({
  procedure: 'first_contract',
  today: '2026-11-22',
  events: { certificate: '2026-11-23', vote: '2027-01-27' },
})
const strike = planned({
  procedure: 'strike',
  today: '2026-11-22',
  place: { state: '02' },
  events: { filing: '2026-12-01T10:00', service: '2026-12-02T12:30' },
})

/** Reads an ICS file back: lines unfolded, events as maps of their properties (RFC 5545 3.1). */
const read = (ics: string) => {
  const lines = ics.replaceAll('\r\n ', '').split('\r\n').slice(0, -1)
  const events: Map<string, string>[] = []
  const open: string[] = []
  for (const line of lines) {
    const cut = line.indexOf(':')
    const [name, value] = [line.slice(0, cut), line.slice(cut + 1)]
    if (name === 'BEGIN') open.push(value)
    if (name === 'END') expect(open.pop()).toBe(value)
    if (line === 'BEGIN:VEVENT') events.push(new Map())
    const event = open.at(-1) === 'VEVENT' ? events.at(-1) : undefined
    if (event && name !== 'BEGIN' && name !== 'END') event.set(name, value)
  }
  expect(open).toEqual([])
  return { lines, events }
}

describe('a plan as a calendar file', () => {
  it.each(LANGS)('keeps to the standard (%s)', (lang) => {
    const everyPlan = (Object.keys(procedures) as ProcedureId[]).length
    expect(everyPlan).toBeGreaterThan(12)
    for (const made of [consultation, strike]) {
      const ics = planAsIcs(made, lang)
      expect(ics.split('\r\n').filter((line) => new TextEncoder().encode(line).length > 75)).toEqual([])
      expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
      const { lines, events } = read(ics)
      expect(lines.slice(0, 2)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0'])
      expect(events.length).toBeGreaterThan(3)
      expect(new Set(events.map((event) => event.get('UID'))).size).toBe(events.length)
      for (const event of events)
        expect([...event.keys()]).toEqual(
          expect.arrayContaining(['UID', 'DTSTAMP', 'SUMMARY', 'DESCRIPTION']),
        )
    }
  })

  it('writes hours as instants in UTC, from the clock of the place', () => {
    const { events } = read(planAsIcs(strike, 'es'))
    const answer = events.find((event) => event.get('UID') === 'strike-answer-safe@asamblea-law')!
    // 48 hours after 12:30 on December 2 in Tijuana, eight hours behind UTC.
    expect(answer.get('DTSTART')).toBe('20261204T203000Z')
    expect(instantOf('2026-12-04T12:30', 'America/Tijuana')).toBe(Date.UTC(2026, 11, 4, 20, 30) / 60_000)
  })

  it('writes a day as a whole day, ending on the next', () => {
    const { events } = read(planAsIcs(consultation, 'es'))
    const call = events.find((event) => event.get('UID') === 'first_contract-call-safe@asamblea-law')!
    expect(call.get('DTSTART;VALUE=DATE')).toBe('20270112')
    expect(call.get('DTEND;VALUE=DATE')).toBe('20270113')
  })

  it('warns 48, 24 and 6 hours ahead where hours count, two days ahead elsewhere', () => {
    expect([...HOUR_ALERTS]).toEqual([48, 24, 6])
    const hours = planAsIcs(strike, 'es')
    for (const alert of HOUR_ALERTS) expect(hours).toContain(`TRIGGER:-PT${alert}H`)
    expect(planAsIcs(consultation, 'es')).toContain('TRIGGER:-P2D')
    expect(planAsIcs(consultation, 'es')).not.toContain('TRIGGER:-PT')
  })

  it('moves an event instead of repeating it when the plan changes, and tells two series apart', () => {
    const moved = planned({
      procedure: 'first_contract',
      today: '2026-11-25',
      events: { certificate: '2026-11-23', vote: '2027-01-29' },
    })
    const uids = (made: Plan, series?: string) =>
      read(planAsIcs(made, 'es', series)).events.map((event) => event.get('UID'))
    const safe = (made: Plan) => uids(made).filter((uid) => uid!.includes('-safe@'))
    expect(safe(moved)).toEqual(safe(consultation))
    const sequence = (made: Plan) => Number(read(planAsIcs(made, 'es')).events[0]!.get('SEQUENCE'))
    expect(sequence(moved)).toBeGreaterThan(sequence(consultation))
    expect(uids(moved, 'plant 1\r\nATTENDEE:x')[0]).toMatch(/^plant-1--ATTENDEE-x-/)
    expect(uids(moved, 'a').some((uid) => uids(moved, 'b').includes(uid))).toBe(false)
  })

  it('marks a rule nobody signed in the title itself', () => {
    for (const event of read(planAsIcs(consultation, 'es')).events)
      expect(event.get('SUMMARY')).toContain('sin revisión de abogado')
    for (const event of read(planAsIcs(consultation, 'en')).events)
      expect(event.get('SUMMARY')).toContain('not reviewed by a lawyer')
  })

  it('says in the title that a date is assumed', () => {
    const titles = (made: Plan) => read(planAsIcs(made, 'es')).events.map((event) => event.get('SUMMARY')!)
    const unserved = planned({
      procedure: 'strike',
      today: '2026-11-22',
      place: { state: '02' },
      events: { filing: '2026-12-01T10:00' },
    })
    expect(titles(unserved).some((title) => title.includes('(fecha supuesta'))).toBe(true)
    expect(titles(strike).some((title) => title.includes('estallido') && title.includes('supuesta'))).toBe(
      false,
    )
  })

  it('leaves out what is already done', () => {
    const done = planned({
      procedure: 'first_contract',
      today: '2027-01-12',
      events: { certificate: '2026-11-23', notice: '2027-01-08', vote: '2027-01-27' },
    })
    const uids = read(planAsIcs(done, 'es')).events.map((event) => event.get('UID'))
    expect(uids).not.toContain('first_contract-notice-safe@asamblea-law')
    expect(uids).toContain('first_contract-call-safe@asamblea-law')
  })
})

describe('a plan as a page to print', () => {
  it.each(LANGS)('asks nothing of anyone and fits the letter sheet, in black and white (%s)', (lang) => {
    const page = planAsPage(consultation, lang)
    expect(page).not.toMatch(
      /<(script|link|img|iframe|object|form|base|meta http)|\bsrc=|\bhref=|url\(|@import|https?:/i,
    )
    expect(page).toContain('@page { size: letter')
    const colors = page.match(/#[0-9a-f]{3,6}\b(?!;)|rgb|hsl/gi) ?? []
    expect(colors.every((color) => ['#000', '#fff'].includes(color))).toBe(true)
    expect(page).toContain(`<html lang="${lang === 'es' ? 'es-MX' : 'en'}">`)
    expect(page.match(/<(\w+)/g)!.length).toBeGreaterThan(50)
  })

  it.each(LANGS)('says everything each step says (%s)', (lang) => {
    const page = unescaped(planAsPage(consultation, lang))
    for (const step of consultation.steps) {
      const words = sayStep(consultation, step)
      for (const sentence of [...words.when, ...words.conflict, words.absence])
        expect(page).toContain(sentence[lang])
      expect(page).toContain(words.article)
    }
  })

  it('closes every tag it opens', () => {
    const open: string[] = []
    for (const [, slash, tag] of planAsPage(consultation, 'es').matchAll(/<(\/?)([a-z][a-z0-9]*)/g)) {
      if (tag === 'meta') continue
      if (slash) expect(open.pop()).toBe(tag)
      else open.push(tag!)
    }
    expect(open).toEqual([])
  })

  it('lets no text become markup', () => {
    const name = { es: '<script>x</script>', en: '"><img src=x>' }
    for (const lang of LANGS) expect(planAsPage({ ...consultation, name }, lang)).not.toMatch(/<script|<img/)
  })
})

describe('a plan as text', () => {
  it.each(LANGS)('keeps within 96 columns and says everything each step says (%s)', (lang) => {
    const text = planAsText(consultation, lang)
    expect(text.split('\n').filter((line) => line.length > 96)).toEqual([])
    const flowing = text.replace(/\s+/g, ' ')
    for (const step of consultation.steps) {
      const words = sayStep(consultation, step)
      for (const sentence of [...words.when, ...words.conflict, words.why, words.absence])
        expect(flowing).toContain(sentence[lang])
    }
  })
})

const unescaped = (html: string) => html.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
