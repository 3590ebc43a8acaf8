import { oneQuestion, type Plan } from './world.ts'

/** The elections whose every part is changed: between them every kind of proof, document and event. */
export const mutationPlans: Readonly<Record<string, Plan>> = {
  'BELENIOS-2048': {
    group: 'BELENIOS-2048',
    questions: [oneQuestion],
    voters: 3,
    ballots: [
      [0, [[0]]],
      [1, [[2]]],
      [0, [[1]]],
    ],
    custody: { singles: 1, thresholds: [{ threshold: 2, size: 3, present: [1, 3] }] },
  },
  Ed25519: {
    group: 'Ed25519',
    questions: [
      { question: '¿Aprueba el contrato?', answers: ['Sí', 'No'], blank: true, min: 1, max: 1 },
      { ...oneQuestion, min: 0, max: 2 },
    ],
    voters: 3,
    ballots: [
      [0, ['blank', [0, 1]]],
      [1, [[1], []]],
      [0, [[0], [2]]],
    ],
    custody: { singles: 1, thresholds: [{ threshold: 2, size: 3, present: [2, 3] }] },
  },
}
