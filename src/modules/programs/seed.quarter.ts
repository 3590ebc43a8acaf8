import { Document } from '#platform/documents/document.ts'
import { lay } from '#platform/documents/lay/lay.ts'
import { setPdf } from '#platform/documents/pdf.ts'
import type { Day } from '#platform/text/day.ts'
import type { Dice } from '#platform/text/dice.ts'
import type { AuditId, AwardId, Both, IndicatorId, ReportId, StoryId } from './schema.ts'
import { quartersOf, seedAward } from './seed.award.ts'
import { type Sides, seedPact } from './seed.pact.ts'
import type { ProgramsApi } from './seed.ts'

/**
 * Two quarters of a program: its award and pact, the figures of both, the first report submitted and the second half written, a
 * value declared from outside and an audit asked. Unions must share before; `funderCode` makes the funder a party.
 */
export const seedQuarters = async (sides: Sides, funderCode: string, dice: Dice, today: Day) => {
  const { program } = sides
  const { earlier, last } = quartersOf(today)
  const { awardId, storyId } = await seedAward(program, funderCode, dice, today)
  const indicators = await seedPact(sides, awardId, dice)
  for (const [code, ...values] of targets)
    for (const [at, { id }] of [earlier, last].entries())
      await program.keepTarget({
        indicatorId: indicators.get(code)!,
        period: id,
        value: values[at]!,
        cumulative: false,
      })
  await declare(program, indicators.get('OTC-1')!, earlier.id, dice, earlier.until)
  const submitted = await startReport(program, awardId, earlier.id, storyId, dice)
  await write(program, submitted, submittedTexts)
  await program.submitReport({ id: submitted })
  await program.publishFigures({ awardId, period: last.id })
  await write(program, await startReport(program, awardId, last.id, storyId, dice), halfWritten)
  await program.drawAudit({
    id: dice.id() as AuditId,
    indicatorId: indicators.get('OTC-2')!,
    period: earlier.id,
    size: 6,
  })
}

const targets = [
  ['OTC-1', 3, 4],
  ['OTC-2', 70, 80],
  ['OTP-1', 3, 3],
  ['OTP-2', 50, 70],
] as const

const startReport = async (
  api: ProgramsApi,
  awardId: AwardId,
  period: string,
  storyId: StoryId,
  dice: Dice,
) => {
  const id = dice.id() as ReportId
  await api.startReport({ id, awardId, period, template: 'progress-quarter' })
  await api.chooseStories({ id, stories: [storyId] })
  return id
}

type Texts = Readonly<Record<string, Both>>

const write = async (api: ProgramsApi, id: ReportId, texts: Texts) => {
  for (const [section, text] of Object.entries(texts)) await api.keepText({ id, section, text })
}

const submittedTexts: Texts = {
  summary: {
    es: 'Dos organizaciones del Bajío leyeron su contrato colectivo por primera vez. Lo que se habló en el taller salió de sus propias preguntas, y ellas decidieron qué parte de sus números compartir.',
    en: 'Two organizations of the Bajío read their collective agreement for the first time. What the workshop spoke about came from their own questions, and they decided which of their numbers to share.',
  },
  constraints: {
    es: 'Los turnos dobles dejaron a la gente sin tarde libre durante tres semanas. El taller se pasó al domingo y se repitió en corto a la salida del turno.',
    en: 'Double shifts left people without a free afternoon for three weeks. The workshop moved to Sunday and was repeated, in short, at the end of the shift.',
  },
  next: {
    es: 'Un taller sobre el voto personal, libre y secreto con las dos organizaciones, y acompañamiento al comité que está por levantar su acta.',
    en: 'A workshop on the personal, free and secret vote with both organizations, and support to the committee about to write its minutes.',
  },
  'variance:OTC-1': {
    es: 'Un comité pospuso su acta para sumar antes a una compañera del turno de la noche.',
    en: 'One committee put off its minutes in order to bring in a coworker from the night shift first.',
  },
  'variance:OTC-2': {
    es: 'Vino quien pudo cambiar de turno; los demás pidieron una segunda fecha.',
    en: 'Those who could change shifts came; the others asked for a second date.',
  },
  'variance:OTP-2': {
    es: 'Menos gente sin anotarse: casi todas quisieron estar en la lista.',
    en: 'Fewer people stayed off the list: nearly all wanted to be on it.',
  },
}

// In one language only, and the last part not begun: what a report looks like on the way.
const halfWritten: Texts = {
  summary: {
    es: 'En el trimestre las dos organizaciones se encontraron en un mismo taller, y una de ellas formó a quienes levantarán el acta de su comité.',
    en: 'In the quarter both organizations met in one workshop, and one of them trained those who will write the minutes of their committee.',
  },
  constraints: {
    es: 'La empresa negó el permiso para salir una hora antes. Falta decir qué respondió por escrito.',
    en: '',
  },
}

/** A number from a letter: it stands beside what is counted here and is never added to it. */
const declare = async (api: ProgramsApi, indicatorId: IndicatorId, period: string, dice: Dice, day: Day) => {
  const source = 'Oficio de la autoridad registral (inventado para la demostración)'
  await api.declareValue({
    id: dice.id(),
    indicatorId,
    period,
    value: 3,
    base: null,
    unit: 'records',
    source,
    document: {
      fileName: 'oficio-registro.pdf',
      mediaType: 'application/pdf',
      base64: letter(source, day).toString('base64'),
    },
  })
}

const letter = (title: string, day: Day): Buffer => {
  const text = 'En el periodo se tomó nota de tres directivas. Documento inventado.'
  const made = setPdf(
    lay(
      Document.parse({
        language: 'es',
        title,
        day,
        opening: { opening: 'none' },
        sections: [{ layout: 'flow', blocks: [{ block: 'paragraph', text }] }],
      }),
    ),
  )
  if ('misfit' in made) throw new Error('The letter of the demo world does not fit its page.')
  return Buffer.from(made.bytes)
}
