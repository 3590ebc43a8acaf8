import { randomUUID } from 'node:crypto'
import type {
  ChoiceId,
  Question,
  QuestionId,
  Slate,
  VoteDraft,
  VoteId,
  Voter,
  VoterId,
} from '#modules/votes/schema.ts'

const hour = 3600_000
export const id = <Id>() => randomUUID() as Id

export const yes = id<ChoiceId>()
export const no = id<ChoiceId>()
export const question: Question = {
  id: id<QuestionId>(),
  kind: 'yes_no',
  text: '¿Apruebas el contrato?',
  choices: [
    { id: yes, text: 'Sí' },
    { id: no, text: 'No' },
  ],
}
export const draftOf = (now: Date, changes: Partial<VoteDraft> = {}): VoteDraft => ({
  id: id<VoteId>(),
  kind: 'first_contract',
  title: 'Contrato colectivo inicial',
  questions: [question],
  modes: ['paper'],
  opensAt: new Date(now.getTime() + hour).toISOString(),
  closesAt: new Date(now.getTime() + 9 * hour).toISOString(),
  place: 'Auditorio municipal',
  municipality: 'Silao',
  stateCode: '11',
  sector: 'auto_parts',
  rounding: 'nearest',
  ...changes,
})
export const voter = (name: string, changes: Partial<Voter> = {}): Omit<Voter, 'number'> => ({
  id: id<VoterId>(),
  name,
  identifier: null,
  phone: null,
  section: 'Ensamble',
  sex: 'woman',
  mode: 'paper',
  tableId: null,
  credentialBy: 'hand',
  category: 'entitled',
  ...changes,
})

export const slate = (questionId: QuestionId, position: number, name: string): Slate => ({
  id: id<ChoiceId>(),
  questionId,
  position,
  name,
  color: '#aa1133',
  colorName: 'Guinda',
  emblemFileId: null,
  candidates: [
    { id: randomUUID(), post: 'Secretaria general', name: 'Rosa Luna', sex: 'woman', alternate: false },
    { id: randomUUID(), post: 'Organización', name: 'Beto Rey', sex: 'man', alternate: false },
    { id: randomUUID(), post: 'Finanzas', name: 'Leo Gil', sex: 'man', alternate: false },
    { id: randomUUID(), post: 'Actas', name: 'Ciro Paz', sex: 'man', alternate: false },
  ],
})
