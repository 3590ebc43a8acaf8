import type { Definition } from '#platform/facts/definition.ts'
import type { Dice } from '#platform/text/dice.ts'
import type { AwardId, Both, DefinitionContent, DefinitionId, Indicator, IndicatorId } from './schema.ts'
import type { ProgramsApi } from './seed.ts'

export type Sides = { program: ProgramsApi; funder: ProgramsApi }
type MadeUp = Pick<Indicator, 'code' | 'level' | 'title'> & {
  text: Both
  counts: Both
  countsNot: Both
  counted: Definition
  readings?: { program: string; funder: string; dispute: string }
}

const attended = { measure: 'distinct', of: 'subjects', kinds: ['activity.attended'] } as const

const madeUp: readonly MadeUp[] = [
  {
    code: 'OTC-1',
    level: 'outcome',
    title: { es: 'Grupos formados que siguen en pie', en: 'Formed groups still standing' },
    text: {
      es: 'Grupos que cumplieron lo acordado para contar como formados y que no se han disuelto al final del trimestre.',
      en: 'Groups that met what was agreed to count as formed and have not dissolved by the end of the quarter.',
    },
    counts: {
      es: 'Un comité con tres dirigentes y su acta',
      en: 'A committee with three leaders and its minutes',
    },
    countsNot: { es: 'Un comité que aún no levanta acta', en: 'A committee without minutes yet' },
    counted: {
      measure: {
        measure: 'stock',
        began: { kinds: ['group.formed'], where: [] },
        ended: { kinds: ['group.dissolved'], where: [] },
      },
      breakdown: [],
    },
  },
  {
    code: 'OTC-2',
    level: 'outcome',
    title: { es: 'Personas que se formaron', en: 'People who took part in training' },
    text: {
      es: 'Personas distintas que asistieron por lo menos a una actividad en el trimestre, por tema.',
      en: 'Different people who attended at least one activity in the quarter, by topic.',
    },
    counts: { es: 'Vino a un taller y está en la lista', en: 'Came to a workshop and is on the list' },
    countsNot: { es: 'Se inscribió y no vino', en: 'Signed up and did not come' },
    counted: { measure: { ...attended, kinds: ['activity.attended'], where: [] }, breakdown: ['topic'] },
  },
  {
    code: 'OTC-3',
    level: 'outcome',
    title: { es: 'Personas que concluyeron una capacitación', en: 'People who completed a training' },
    text: {
      es: 'Personas distintas que asistieron a una capacitación en el trimestre.',
      en: 'Different people who attended a training in the quarter.',
    },
    counts: { es: 'Estuvo en la sesión', en: 'Was at the session' },
    countsNot: { es: 'Llegó solo a la comida', en: 'Came for lunch only' },
    counted: {
      measure: {
        ...attended,
        kinds: ['activity.attended'],
        where: [{ dimension: 'activity', in: ['training'] }],
      },
      breakdown: [],
    },
    readings: {
      program:
        'Nuestras capacitaciones son de una sola sesión: quien asistió la concluyó. Pedir más nos obligaría a tomar lista dos veces a gente que falta al turno por venir.',
      funder:
        'Concluir quiere decir haber estado en todas las sesiones del curso y contestado la evaluación. Asistir una vez es participar, y eso ya lo mide OTC-2.',
      dispute: 'Asistir no es concluir: como está escrita, esta cifra repite la de OTC-2.',
    },
  },
  {
    code: 'OTP-1',
    level: 'output',
    title: { es: 'Actividades realizadas', en: 'Activities held' },
    text: {
      es: 'Actividades realizadas y cerradas en el trimestre; la que hicieron varias organizaciones cuenta una vez.',
      en: 'Activities held and closed in the quarter; one held by several organizations counts once.',
    },
    counts: { es: 'Un taller con su lista cerrada', en: 'A workshop with its list closed' },
    countsNot: { es: 'Un taller anunciado o cancelado', en: 'A workshop announced or canceled' },
    counted: {
      measure: { measure: 'distinct', of: 'records', kinds: ['activity.held'], where: [] },
      breakdown: [],
    },
  },
  {
    code: 'OTP-2',
    level: 'output',
    title: { es: 'Personas contadas en la puerta', en: 'People counted at the door' },
    text: {
      es: 'Personas que se contaron en la puerta de las actividades del trimestre, sin anotar quiénes eran.',
      en: 'People counted at the door of the quarter’s activities, without noting who they were.',
    },
    counts: { es: 'Entró y se contó con el dedo', en: 'Walked in and was counted by hand' },
    countsNot: { es: 'Está en la lista de asistencia', en: 'Is on the attendance list' },
    counted: {
      measure: { measure: 'flow', of: 'quantity', kinds: ['activity.counted'], where: [] },
      breakdown: ['topic'],
    },
  },
]

/** What is measured under an award: four definitions that both sides signed, and one they do not read alike. Answers indicators by code. */
export const seedPact = async (
  { program, funder }: Sides,
  awardId: AwardId,
  dice: Dice,
): Promise<ReadonlyMap<string, IndicatorId>> => {
  const indicators = new Map<string, IndicatorId>()
  for (const [position, { code, level, title, readings, ...said }] of madeUp.entries()) {
    const [indicatorId, id] = [dice.id() as IndicatorId, dice.id() as DefinitionId]
    await program.keepIndicator({ id: indicatorId, awardId, code, level, title, position })
    const { digest } = await program.draftDefinition({ id, indicatorId, content: contentOf(said) })
    if (readings) {
      await program.keepReading({ id, text: readings.program })
      await funder.keepReading({ id, text: readings.funder })
      await program.signDefinition({ id, digest })
      await funder.disputeDefinition({ id, reason: readings.dispute })
    } else for (const side of [program, funder]) await side.signDefinition({ id, digest })
    indicators.set(code, indicatorId)
  }
  return indicators
}

const contentOf = ({
  text,
  counts,
  countsNot,
  counted,
}: Pick<MadeUp, 'text' | 'counts' | 'countsNot' | 'counted'>): DefinitionContent => ({
  text,
  counts: [counts],
  countsNot: [countsNot],
  feasibility: {
    es: 'Sale de lo que las organizaciones ya registran.',
    en: 'It follows from what organizations already record.',
  },
  counted,
})
