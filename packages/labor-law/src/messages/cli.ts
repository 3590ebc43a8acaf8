import type { Text } from '../rule.ts'

export const usage: Text = {
  es: `asamblea-law: el calendario de un trámite laboral a partir de sus fechas.

  asamblea-law                                    los trámites que hay
  asamblea-law TRÁMITE                            los hechos que se pueden fechar
  asamblea-law TRÁMITE hecho=FECHA [hecho=FECHA]  el calendario

  FECHA es 2026-12-14 o, con hora, 2026-12-14T10:00. Añada @mailbox, @bulletin o @personal
  a un hecho que llegó por buzón, boletín o en persona: warning=2026-11-20@mailbox

  --format text|ics|html   texto, calendario para el teléfono, o página para imprimir
  --lang es|en             idioma
  --today FECHA            cuenta como si hoy fuera ese día
  --state ESTADO           clave INEGI o nombre; --municipality MUNICIPIO, en la frontera
  --local                  tribunal y centro del estado en vez de los federales
  --km N                   distancia entre el tribunal y la parte demandada
  --yes PREGUNTA           contesta que sí a una pregunta del trámite
  --explain PASO           por qué un paso tiene esas fechas

  Ejemplo: asamblea-law leadership_election election=2026-12-14 --format html > eleccion.html

No es asesoría legal. Ninguna regla está revisada todavía por un abogado, y cada frase lo dice.
`,
  en: `asamblea-law: the calendar of a labor procedure from its dates.

  asamblea-law                                      the procedures there are
  asamblea-law PROCEDURE                            the events that can be dated
  asamblea-law PROCEDURE event=DATE [event=DATE]    the calendar

  DATE is 2026-12-14 or, with an hour, 2026-12-14T10:00. Add @mailbox, @bulletin or @personal
  to an event that arrived by mailbox, bulletin or in person: warning=2026-11-20@mailbox

  --format text|ics|html   text, calendar for the phone, or a page to print
  --lang es|en             language
  --today DATE             count as if today were that day
  --state STATE            INEGI code or name; --municipality MUNICIPALITY, on the border
  --local                  the state's court and center instead of the federal ones
  --km N                   distance between the court and the respondent
  --yes QUESTION           answers yes to a question of the procedure
  --explain STEP           why a step has those dates

  Example: asamblea-law leadership_election election=2026-12-14 --lang en --format html > election.html

Not legal advice. No rule has been reviewed by a lawyer yet, and every sentence says so.
`,
}

export const cliMessages = {
  option: (name: string): Text => ({
    es: `No existe la opción «${name}», o le falta su valor.`,
    en: `There is no option “${name}”, or its value is missing.`,
  }),
  lang: { es: 'Idioma: --lang es o --lang en.', en: 'Language: --lang es or --lang en.' },
  format: {
    es: 'Formato: --format text, ics o html.',
    en: 'Format: --format text, ics or html.',
  },
  procedure: (id: string): Text => ({
    es: `No existe el trámite «${id}».`,
    en: `There is no procedure “${id}”.`,
  }),
  date: (text: string): Text => ({
    es: `No entiendo «${text}». Escriba el hecho, un signo igual y la fecha: election=2026-12-14`,
    en: `I cannot read “${text}”. Write the event, an equals sign and the date: election=2026-12-14`,
  }),
  step: (id: string, known: readonly string[]): Text => ({
    es: `El plan no tiene el paso «${id}». Tiene: ${known.join(', ')}.`,
    en: `The plan has no step “${id}”. It has: ${known.join(', ')}.`,
  }),
  procedures: { es: 'Trámites:', en: 'Procedures:' },
  events: { es: 'Hechos que se pueden fechar:', en: 'Events that can be dated:' },
  questions: { es: 'Preguntas (--yes):', en: 'Questions (--yes):' },
  withHour: { es: '(con hora)', en: '(with hour)' },
} as const
