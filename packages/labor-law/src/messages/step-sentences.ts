import type { PlannedStep, Reading } from '../planned.ts'
import type { Text } from '../rule.ts'
import { sayList, sayWhen } from '../say.ts'
import { actors, countings } from './labels.ts'

/** What the dates of a step mean, one or two sentences; the caller adds the mark of the rules behind them. */
export const whenSentences = (step: PlannedStep, eventName: (event: string) => Text): Text[] => {
  if (step.status === 'held') return [HELD]
  if (step.waitsFor !== null) return [missing(eventName(step.waitsFor))]
  const assumed = step.given
    ? []
    : step.assumes.map(({ event, on }) => assumption(eventName(event), sayWhen(on)))
  return [...datesOf(step), ...assumed]
}

const datesOf = (step: PlannedStep): Text[] => {
  switch (step.at) {
    case 'within':
    case 'before':
    case 'resumes':
      return step.ours ? deadline(step) : expectation(step)
    case 'once_past':
    case 'once_reached':
      return opening(step)
    case 'between':
      return window(step)
    case 'lasts':
      return step.safe ? [until(readingsOf(step, 'latest'), sayWhen(step.safe))] : []
    case 'falls':
      return step.safe ? [falls(sayWhen(step.safe))] : []
    case 'no_term':
      return step.safe ? [noTerm(sayWhen(step.safe))] : []
    case 'back_from':
      return step.opens ? [since(sayWhen(step.opens))] : []
    case 'around':
      return step.safeFrom && step.safe ? [around(step)] : []
  }
}

const assumption = (event: Text, on: Text): Text => ({
  es: `Se supone: ${event.es}, el ${on.es}. Si ocurre otro día, anótelo: estas fechas cambian.`,
  en: `Assumed: ${event.en} on ${on.en}. If it happens on another day, record it: these dates change.`,
})

const HELD: Text = {
  es: 'El plazo no corre mientras dure la huelga.',
  en: 'The time does not run while the strike lasts.',
}

const missing = (event: Text): Text => ({
  es: `Falta una fecha: ${event.es}.`,
  en: `A date is missing: ${event.en}.`,
})

const deadline = (step: PlannedStep): Text[] => {
  const last = readingsOf(step, 'latest')
  const sentences: Text[] = step.safe ? [safeDate(sayWhen(step.safe))] : []
  if (step.readings.length > 0)
    sentences.push({ es: `Última fecha: ${last.es}.`, en: `Last date: ${last.en}.` })
  return sentences
}

const safeDate = (when: Text): Text => ({
  es: `Fecha segura: a más tardar el ${when.es}.`,
  en: `Safe date: no later than ${when.en}.`,
})

const expectation = (step: PlannedStep): Text[] => {
  const last = readingsOf(step, 'latest')
  const who = actors[step.who]
  const sentences: Text[] = [
    {
      es: `Le toca ${toWhom(who.es)}. Última fecha: ${last.es}.`,
      en: `It falls to ${who.en}. Last date: ${last.en}.`,
    },
  ]
  if (step.safe && step.at === 'within')
    sentences.push({
      es: `No lo dé por incumplido antes de que pase el ${sayWhen(step.safe).es}.`,
      en: `Do not treat it as missed before ${sayWhen(step.safe).en} has passed.`,
    })
  return sentences
}

/** «a el patrón» contracts to «al patrón». */
const toWhom = (who: string) => (who.startsWith('el ') ? `al ${who.slice(3)}` : `a ${who}`)

const opening = (step: PlannedStep): Text[] => {
  const first = readingsOf(step, 'opens')
  const sentences: Text[] = [{ es: `Se puede desde: ${first.es}.`, en: `It may be done from: ${first.en}.` }]
  if (step.safe)
    sentences.unshift({
      es: `Seguro a partir del ${sayWhen(step.safe).es}.`,
      en: `Safe from ${sayWhen(step.safe).en} on.`,
    })
  return sentences
}

const window = (step: PlannedStep): Text[] => {
  const spans = sayList(step.readings.map(spanOf))
  const sentences: Text[] = [{ es: `Plazo ${spans.es}.`, en: `Window ${spans.en}.` }]
  if (step.safe && step.safeFrom) sentences.unshift(safeWindow(step.safeFrom, step.safe))
  return sentences
}

const safeWindow = (from: string, to: string): Text =>
  from === to
    ? {
        es: `Un solo día cumple todas las lecturas: ${sayWhen(to).es}.`,
        en: `Only one day meets every reading: ${sayWhen(to).en}.`,
      }
    : {
        es: `Fechas seguras: del ${sayWhen(from).es} al ${sayWhen(to).es}.`,
        en: `Safe dates: from ${sayWhen(from).en} to ${sayWhen(to).en}.`,
      }

const spanOf = ({ counting, opens, latest }: Reading): Text => ({
  es: `${countings[counting].es}: del ${opens && sayWhen(opens).es} al ${latest && sayWhen(latest).es}`,
  en: `${countings[counting].en}: from ${opens && sayWhen(opens).en} to ${latest && sayWhen(latest).en}`,
})

const until = (last: Text, safe: Text): Text => ({
  es: `Dura hasta: ${last.es}. Cuente con ello hasta el ${safe.es}.`,
  en: `It lasts until: ${last.en}. Count on it until ${safe.en}.`,
})

const falls = (when: Text): Text => ({ es: `Se cumple el ${when.es}.`, en: `It falls on ${when.en}.` })

const noTerm = (when: Text): Text => ({
  es: `La ley no fija días: hágalo enseguida y, por prudencia, a más tardar el ${when.es}.`,
  en: `The law sets no number of days: do it at once and, to be prudent, no later than ${when.en}.`,
})

const since = (when: Text): Text => ({
  es: `Cuenta lo ocurrido desde el ${when.es}.`,
  en: `What happened since ${when.en} counts.`,
})

const around = ({ opens, latest, safeFrom, safe }: PlannedStep): Text => {
  const [a, b, c, d] = [opens!, latest!, safeFrom!, safe!].map(sayWhen) as [Text, Text, Text, Text]
  return {
    es: `Cuenta lo ocurrido entre el ${a.es} y el ${b.es}; sin duda, entre el ${c.es} y el ${d.es}.`,
    en: `What happened between ${a.en} and ${b.en} counts; beyond doubt, between ${c.en} and ${d.en}.`,
  }
}

/** A lone reading in years or hours says nothing by its name. */
const SELF_EVIDENT: readonly Reading['counting'][] = ['years', 'elapsed']

const readingsOf = (step: PlannedStep, end: 'opens' | 'latest'): Text => {
  const dated = step.readings.flatMap((reading) => {
    const when = reading[end]
    return when
      ? [{ name: reading.counting, when: sayWhen(when), counting: countings[reading.counting] }]
      : []
  })
  const [only] = dated
  if (only && dated.length === 1 && SELF_EVIDENT.includes(only.name))
    return { es: `el ${only.when.es}`, en: only.when.en }
  return sayList(
    dated.map(({ when, counting }) => ({
      es: `${counting.es}, el ${when.es}`,
      en: `${counting.en}, ${when.en}`,
    })),
  )
}
