import type { Notice } from '../planned.ts'
import type { Procedure } from '../procedure.ts'
import type { Text } from '../rule.ts'
import { marked, type Standing, sayList, sayWhen } from '../say.ts'
import type { Conflict, Pair } from '../window.ts'
import { authorityName } from './labels.ts'

/** What a plan must warn of, in words. */
export const noticeSentence = (notice: Notice, procedure: Procedure): Text => {
  switch (notice.kind) {
    case 'text_not_newest':
      return {
        es: `Las reglas se escribieron con el texto de la ${notice.text}. Puede haber reformas posteriores: revise el Diario Oficial antes de confiar en una fecha.`,
        en: `The rules were written from the text of the ${notice.text}. There may be later reforms: check the Official Gazette before relying on a date.`,
      }
    case 'secondary_only':
      return {
        es: 'No se leyó el tratado: los plazos vienen de fuentes secundarias o están por confirmar.',
        en: 'The treaty was not read: the terms come from secondary sources or are to be confirmed.',
      }
    case 'closures_missing': {
      const who = authorityName(notice.authority)
      const years = notice.years.join(', ')
      return {
        es: `Falta la lista de días en que ${who.es} no trabaja (${years}). Se contaron solo fines de semana y descansos del artículo 74: con la lista, los días hábiles pueden alargarse.`,
        en: `The list of days on which ${who.en} does not work is missing (${years}). Only weekends and the rest days of article 74 were counted: with the list, business-day terms may grow.`,
      }
    }
    case 'municipality_needed':
      return {
        es: 'En este estado hay municipios con otra hora: diga el municipio para contar bien las horas.',
        en: 'Some municipalities of this state keep another hour: give the municipality so that hours are counted right.',
      }
    case 'doubt':
      return marked(notice.says, [IN_DOUBT])
    case 'gap':
      return gap(notice, procedure)
  }
}

/** Disputed, and no lawyer has answered. */
const IN_DOUBT: Standing = { basis: 'knowledge', signedBy: null }

const gap = (notice: Notice & { kind: 'gap' }, { events, states }: Procedure): Text => {
  const event = events[notice.event]!.name
  const state = states[notice.state]!
  const expected = sayList(notice.expected.map((name) => events[name]!.name))
  return {
    es: `Se anotó «${event.es}» cuando el trámite estaba «${state.es}». Antes se esperaba: ${expected.es || 'nada más'}. Revise si falta una fecha.`,
    en: `“${event.en}” was recorded while the procedure was “${state.en}”. Expected before it: ${expected.en || 'nothing more'}. Check whether a date is missing.`,
  }
}

/** Why there is no safe date, what would be, and what to ask counsel (LFT 390 Bis III b, 390 Ter I, 733). */
export const conflictSentences = (conflict: Conflict): Text[] => {
  if (conflict.kind === 'already_lapsed')
    return [
      {
        es: 'Cuando se pidió la conciliación el plazo ya había pasado. Consulte enseguida: sin aviso escrito de despido puede no haber empezado (47).',
        en: 'The time had already passed when conciliation was asked for. Ask counsel at once: without written notice of dismissal it may not have started (47).',
      },
    ]
  if (conflict.kind === 'no_open_day')
    return [
      {
        es: 'Contado en días naturales no queda ningún día en que la autoridad trabaje. Pregunte al abogado si puede presentar antes o por vía electrónica.',
        en: 'Counted in calendar days there is no day left on which the authority works. Ask counsel whether to file earlier or electronically.',
      },
    ]
  return [noSafeDate(conflict), ...alternatives(conflict), ...askCounsel(conflict.literal)]
}

type NoSafeDate = Conflict & { kind: 'no_safe_date' }

const noSafeDate = ({ because, minDays, maxDays }: NoSafeDate): Text => {
  const days = sayList(
    because.map(({ day, name }) => ({
      es: `el ${sayWhen(day).es}${name ? ` (${name.es})` : ''}`,
      en: `${sayWhen(day).en}${name ? ` (${name.en})` : ''}`,
    })),
  )
  const [inBetween, between] =
    because.length > 0 ? [`: en medio cae ${days.es}`, `: ${days.en} falls in between`] : ['', '']
  return {
    es: `Ninguna fecha cumple las dos lecturas${inBetween}. ${minDays} días hábiles completos no caben en ${maxDays} naturales.`,
    en: `No date meets both readings${between}. ${minDays} full business days do not fit in ${maxDays} calendar days.`,
  }
}

const alternatives = ({ earlier, later }: NoSafeDate): Text[] =>
  [earlier, later]
    .filter((pair) => pair !== null)
    .map((pair) => ({
      es: `Sí cumple: publicar el ${sayWhen(pair.act).es} y votar el ${sayWhen(pair.event).es}.`,
      en: `This does: post on ${sayWhen(pair.act).en} and vote on ${sayWhen(pair.event).en}.`,
    }))

const askCounsel = (literal: Pair | null): Text[] => [
  {
    es: 'Pregunte al abogado si los días de la convocatoria son naturales o hábiles ante el CFCRL, y pida la respuesta por escrito.',
    en: 'Ask counsel whether the CFCRL counts the days of the call as calendar or business days, and ask for the answer in writing.',
  },
  ...(literal
    ? [
        {
          es: `Pregunte también si cuenta el día de la votación: si cuenta (733), publicar el ${sayWhen(literal.act).es} cumpliría las dos lecturas.`,
          en: `Ask too whether the day of the vote counts: if it does (733), posting on ${sayWhen(literal.act).en} would meet both readings.`,
        },
      ]
    : []),
]
