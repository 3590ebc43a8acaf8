import type { ClockReading, DismissalClock } from '../limitation.ts'
import type { Text } from '../rule.ts'
import { sayWhen } from '../say.ts'

type Clock = Omit<DismissalClock, 'says' | 'rule'>

/** Where the two months stand and what to do, most urgent first. */
export const clockSentences = (clock: Clock, { noticeKnown }: { noticeKnown: boolean }): Text[] => {
  const dated = clock.readings.flatMap(({ reading, latest }) =>
    latest ? [readingSentence(reading, latest)] : [],
  )
  const noNotice = noticeKnown || clock.state === 'stopped' ? [] : [NO_NOTICE]
  return [headline(clock), ...dated, ...noNotice]
}

const headline = ({ state, safe, daysLeft }: Clock): Text => {
  if (state === 'stopped')
    return {
      es: `El plazo está detenido por la conciliación: faltaban ${daysLeft} días y vuelven a correr al día siguiente de que termine.`,
      en: `The time is stopped by conciliation: ${daysLeft} days were left and run again the day after it ends.`,
    }
  if (state === 'lapsed' || !safe)
    return {
      es: 'El plazo ya pasó según la lectura segura. Consulte hoy mismo con un abogado o con la PROFEDET.',
      en: 'The time has passed by the safe reading. Ask a lawyer or the PROFEDET today.',
    }
  return {
    es: `Quedan ${daysLeft} días: a más tardar el ${sayWhen(safe).es}. No espere al último día.`,
    en: `${daysLeft} days left: no later than ${sayWhen(safe).en}. Do not wait for the last day.`,
  }
}

const READINGS: Record<ClockReading, Text> = {
  from_dismissal: { es: 'Contado desde el despido (518)', en: 'Counted from the dismissal (518)' },
  from_notice: {
    es: 'Contado desde que recibió el aviso escrito (47)',
    en: 'Counted from when the written notice was received (47)',
  },
  suspended: { es: 'Con los días que faltaban (518)', en: 'With the days that were left (518)' },
  interrupted: { es: 'Con dos meses nuevos (521)', en: 'With two months anew (521)' },
}

const readingSentence = (reading: ClockReading, latest: string): Text => ({
  es: `${READINGS[reading].es}, el último día es el ${sayWhen(latest).es}.`,
  en: `${READINGS[reading].en}, the last day is ${sayWhen(latest).en}.`,
})

const NO_NOTICE: Text = {
  es: 'Si no le entregaron aviso escrito en persona, el 47 dice que el plazo no empieza; es un argumento, no un permiso para esperar.',
  en: 'If no written notice was handed over in person, article 47 says the time does not start; it is an argument, not leave to wait.',
}
