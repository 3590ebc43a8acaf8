import type { Counted } from '../counted.ts'
import type { PlannedStep } from '../planned.ts'
import type { CountingRule, Term, TermUnit, Text } from '../rule.ts'
import { sayArticle, sayList, sayWhen } from '../say.ts'
import { authorityName, bases, countings, services } from './labels.ts'

export const ruleLine = (term: Term): Text => {
  const basis = bases[term.basis]
  return {
    es: `Regla ${term.id}: ${term.title.es}. ${sayArticle(term)}, texto ${term.text}, ${basis.es}${term.source ? ` (${term.source})` : ''}.`,
    en: `Rule ${term.id}: ${term.title.en}. ${sayArticle(term)}, text ${term.text}, ${basis.en}${term.source ? ` (${term.source})` : ''}.`,
  }
}

export const termLine = ({ amount, unit }: Term): Text => {
  const one = amount === 1
  const name = units[unit]
  if (unit === 'none') return name.many
  return {
    es: `El plazo es de ${amount} ${one ? name.one.es : name.many.es}.`,
    en: `The term is ${amount} ${one ? name.one.en : name.many.en}.`,
  }
}

const units: Record<TermUnit, { one: Text; many: Text }> = {
  business: unitOf('día hábil', 'días hábiles', 'business day', 'business days'),
  calendar: unitOf('día natural', 'días naturales', 'calendar day', 'calendar days'),
  unspecified: unitOf(
    'día, sin decir si hábil o natural',
    'días, sin decir si hábiles o naturales',
    'day, without saying business or calendar',
    'days, without saying business or calendar',
  ),
  hours: unitOf('hora', 'horas', 'hour', 'hours'),
  calendar_hours: unitOf(
    'día, de hora a hora',
    'días, de hora a hora',
    'day, from hour to hour',
    'days, from hour to hour',
  ),
  months: unitOf(
    'mes, sin decir si de treinta días',
    'meses, sin decir si de treinta días',
    'month, without saying if of thirty days',
    'months, without saying if of thirty days',
  ),
  real_months: unitOf('mes de calendario', 'meses de calendario', 'calendar month', 'calendar months'),
  years: unitOf('año', 'años', 'year', 'years'),
  none: unitOf(
    'La ley no fija días.',
    'La ley no fija días.',
    'The law sets no number of days.',
    'The law sets no number of days.',
  ),
}

function unitOf(oneEs: string, manyEs: string, oneEn: string, manyEn: string) {
  return { one: { es: oneEs, en: oneEn }, many: { es: manyEs, en: manyEn } }
}

export const anchorLine = ({ anchor }: PlannedStep, name: (event: string) => Text): Text | null => {
  if (!anchor) return null
  const when = sayWhen(anchor.on)
  const event = name(anchor.event)
  const service = anchor.service && services[anchor.service]
  return {
    es: `Se cuenta desde: ${event.es}, ${when.es}${service ? `, ${service.es}` : ''}${anchor.projected ? ' (fecha supuesta: todavía no ocurre)' : ''}.`,
    en: `Counted from: ${event.en}, ${when.en}${service ? `, ${service.en}` : ''}${anchor.projected ? ' (assumed date: it has not happened yet)' : ''}.`,
  }
}

export const countedLine = ({ counting, to, weekendDays, skipped, movedFrom }: Counted): Text => {
  const end = sayWhen(movedFrom ?? to)
  const how = countings[counting]
  const days = sayList(
    skipped.map(({ on, name, article }) => ({
      es: `el ${sayWhen(on).es} (${name.es}${article ? `, ${article}` : ''})`,
      en: `${sayWhen(on).en} (${name.en}${article ? `, ${article}` : ''})`,
    })),
  )
  const weekend =
    weekendDays > 0
      ? {
          es: ` Se saltan ${weekendDays} días de fin de semana${skipped.length > 0 ? ` y ${days.es}` : ''}.`,
          en: ` ${weekendDays} weekend days are skipped${skipped.length > 0 ? `, and ${days.en}` : ''}.`,
        }
      : { es: '', en: '' }
  return {
    es: `Contado ${how.es} llega al ${end.es}.${weekend.es}`,
    en: `Counted ${how.en} it comes to ${end.en}.${weekend.en}`,
  }
}

export const movedLine = ({ movedFrom, to }: Counted, { authority }: PlannedStep): Text | null => {
  if (!movedFrom || !authority) return null
  const who = authorityName(authority)
  return {
    es: `El ${sayWhen(movedFrom).es} no trabaja ${who.es}: se pone el ${sayWhen(to).es}.`,
    en: `On ${sayWhen(movedFrom).en}, ${who.en} does not work: it becomes ${sayWhen(to).en}.`,
  }
}

export const safeLine = ({ safe, at, ours }: PlannedStep): Text | null => {
  if (!safe) return null
  const when = sayWhen(safe)
  if (at === 'before' || at === 'between')
    return {
      es: `La fecha segura, ${when.es}, cumple todas las lecturas y deja los días completos en medio.`,
      en: `The safe date, ${when.en}, meets every reading and leaves the full days in between.`,
    }
  return ours
    ? {
        es: `La fecha segura, ${when.es}, cumple todas las lecturas.`,
        en: `The safe date, ${when.en}, meets every reading.`,
      }
    : {
        es: `Hasta el ${when.es} alguna lectura le da tiempo a la otra parte.`,
        en: `Until ${when.en} some reading still gives the other side time.`,
      }
}

export const citeLine = (rule: CountingRule): Text => ({
  es: `${rule.title.es} (${sayArticle(rule)}): ${lower(rule.why.es)}`,
  en: `${rule.title.en} (${sayArticle(rule)}): ${lower(rule.why.en)}`,
})

const lower = (sentence: string) => sentence.charAt(0).toLowerCase() + sentence.slice(1)
