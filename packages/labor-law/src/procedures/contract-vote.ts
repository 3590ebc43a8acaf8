import type { EventDefinition, Step } from '../procedure.ts'

/** The events of the workers' consultation, shared by the first contract and its revisions (LFT 390 Ter). */
export const voteEvents = {
  notice: {
    name: { es: 'aviso de la consulta al CFCRL', en: 'notice of the consultation to the CFCRL' },
    by: 'union',
  },
  call: { name: { es: 'convocatoria emitida', en: 'notice of call issued' }, by: 'union' },
  vote: { name: { es: 'votación', en: 'vote' }, by: 'workers' },
  posting: { name: { es: 'resultado publicado', en: 'result posted' }, by: 'leadership' },
  result: { name: { es: 'resultado avisado al CFCRL', en: 'result reported to the CFCRL' }, by: 'union' },
  rejection: { name: { es: 'acuerdo rechazado', en: 'agreement rejected' }, by: 'workers', contingent: true },
} as const satisfies Record<string, EventDefinition>

type VoteEvent = keyof typeof voteEvents

/** The steps of the consultation (LFT 390 Ter I, II), for a procedure whose answer `unless` turns them off. */
export const voteSteps = <Answer extends string = never>(
  unless?: Answer,
): readonly Step<VoteEvent, Answer>[] => {
  const steps: readonly Step<VoteEvent, Answer>[] = [
    {
      id: 'notice',
      rule: 'CBA-02',
      timing: { at: 'before', event: 'vote' },
      does: 'notice',
      forum: 'registry',
    },
    { id: 'call', rule: 'CBA-03', timing: { at: 'between', event: 'vote', max: 'CBA-04' }, does: 'call' },
    { id: 'posting', rule: 'CBA-05', timing: { at: 'within', event: 'vote' }, does: 'posting' },
    {
      id: 'result',
      rule: 'CBA-06',
      timing: { at: 'within', event: 'vote' },
      does: 'result',
      forum: 'registry',
    },
    { id: 'keep_minutes', rule: 'CBA-07', timing: { at: 'lasts', event: 'vote' } },
    {
      id: 'extension',
      rule: 'CBA-11',
      timing: { at: 'lasts', event: 'vote' },
      when: { happened: ['rejection'] },
    },
  ]
  if (unless === undefined) return steps
  return steps.map((step) => ({ ...step, when: { ...step.when, no: [unless] } }))
}
