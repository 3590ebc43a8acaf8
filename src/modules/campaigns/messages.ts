import { texts } from '#ui/language.tsx'
import type { ActionKind, AskKind, ConcernKind, PromiseKind, WayKind } from './words.ts'

type Words = {
  levels: Record<1 | 2 | 3 | 4 | 5, string>
  levelShort: Record<1 | 2 | 3 | 4 | 5, string>
  concerns: Record<ConcernKind, string>
  asks: Record<AskKind, string>
  promises: Record<PromiseKind, string>
  ways: Record<WayKind, string>
  actions: Record<ActionKind, string>
  outcomes: Record<'talked' | 'no_answer' | 'later' | 'refused', string>
  kinds: Record<'department' | 'shift' | 'route', string>
  stages: Record<'mapping' | 'organizing' | 'closed', string>
  campaignOutcomes: Record<'group_formed' | 'won' | 'lost' | 'paused', string>
  noLevel: string
}

/** The organizers' own words for what conversations are about. */
export const campaignWords = texts<Words>(
  {
    levels: {
      1: 'Organiza a otras personas',
      2: 'Apoya',
      3: 'Lo está pensando',
      4: 'No quiere',
      5: 'Está en contra',
    },
    levelShort: { 1: 'Organiza', 2: 'Apoya', 3: 'Duda', 4: 'No quiere', 5: 'En contra' },
    concerns: {
      wages: 'Salario',
      hours: 'Horarios',
      safety: 'Seguridad',
      treatment: 'Trato',
      transport: 'Transporte',
      benefits: 'Prestaciones',
      harassment: 'Acoso',
      contract: 'Contrato',
      union: 'El sindicato',
      other: 'Otra cosa',
    },
    asks: {
      talk_again: 'Volver a platicar',
      meet: 'Ir a una reunión',
      sign: 'Firmar',
      bring_someone: 'Traer a alguien',
      join_committee: 'Entrar al comité',
      share: 'Compartir un mensaje',
    },
    promises: {
      will_think: 'Lo va a pensar',
      will_come: 'Va a venir',
      will_sign: 'Va a firmar',
      will_bring_someone: 'Va a traer a alguien',
      will_join_committee: 'Entra al comité',
      will_share: 'Lo va a compartir',
    },
    ways: { face: 'En persona', home: 'En su casa', call: 'Por teléfono', message: 'Por mensaje' },
    actions: {
      came: 'Vino',
      signed: 'Firmó',
      brought_someone: 'Trajo a alguien',
      wore_color: 'Usó el color',
      shared: 'Compartió el mensaje',
      spoke_up: 'Habló en público',
      organized: 'Organizó a otras personas',
    },
    outcomes: {
      talked: 'Platicamos',
      no_answer: 'No contestó',
      later: 'Otro día',
      refused: 'No quiere que le busquen',
    },
    kinds: { department: 'Área', shift: 'Turno', route: 'Ruta' },
    stages: { mapping: 'Mapeo', organizing: 'Organización', closed: 'Cerrada' },
    campaignOutcomes: {
      group_formed: 'Se formó el grupo',
      won: 'Se ganó',
      lost: 'No se logró',
      paused: 'En pausa',
    },
    noLevel: 'Sin evaluar',
  },
  {
    levels: {
      1: 'Organizes others',
      2: 'Supports',
      3: 'Is thinking about it',
      4: 'Does not want to',
      5: 'Is against',
    },
    levelShort: { 1: 'Organizes', 2: 'Supports', 3: 'Unsure', 4: 'Unwilling', 5: 'Against' },
    concerns: {
      wages: 'Wages',
      hours: 'Hours',
      safety: 'Safety',
      treatment: 'Treatment',
      transport: 'Transport',
      benefits: 'Benefits',
      harassment: 'Harassment',
      contract: 'The contract',
      union: 'The union',
      other: 'Something else',
    },
    asks: {
      talk_again: 'Talk again',
      meet: 'Come to a meeting',
      sign: 'Sign',
      bring_someone: 'Bring someone',
      join_committee: 'Join the committee',
      share: 'Share a message',
    },
    promises: {
      will_think: 'Will think about it',
      will_come: 'Will come',
      will_sign: 'Will sign',
      will_bring_someone: 'Will bring someone',
      will_join_committee: 'Joins the committee',
      will_share: 'Will share it',
    },
    ways: { face: 'In person', home: 'At their home', call: 'By phone', message: 'By message' },
    actions: {
      came: 'Came',
      signed: 'Signed',
      brought_someone: 'Brought someone',
      wore_color: 'Wore the color',
      shared: 'Shared the message',
      spoke_up: 'Spoke in public',
      organized: 'Organized others',
    },
    outcomes: {
      talked: 'We talked',
      no_answer: 'No answer',
      later: 'Another day',
      refused: 'Wants no contact',
    },
    kinds: { department: 'Department', shift: 'Shift', route: 'Route' },
    stages: { mapping: 'Mapping', organizing: 'Organizing', closed: 'Closed' },
    campaignOutcomes: {
      group_formed: 'A group was formed',
      won: 'Won',
      lost: 'Not achieved',
      paused: 'Paused',
    },
    noLevel: 'Not assessed',
  },
)
