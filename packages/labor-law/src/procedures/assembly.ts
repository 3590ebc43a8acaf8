import { defineProcedure } from '../procedure.ts'

/** An assembly that a third of the members ask for (LFT 371 VIII), with the majorities to decide and to expel (371 VII). */
export const assembly = defineProcedure({
  id: 'assembly',
  name: { es: 'Asamblea pedida por sus integrantes', en: 'Assembly asked for by the members' },
  article: '371 VII, VIII',
  forum: 'registry',
  events: {
    request: { name: { es: 'solicitud a la directiva', en: 'request to the leadership' }, by: 'requesters' },
    call_by_leadership: {
      name: { es: 'convocatoria de la directiva', en: 'call by the leadership' },
      by: 'leadership',
      contingent: true,
    },
    call: {
      name: { es: 'convocatoria de quienes la pidieron', en: 'call by those who asked' },
      by: 'requesters',
    },
    assembly: { name: { es: 'asamblea', en: 'assembly' }, by: 'union' },
  },
  states: {
    draft: { es: 'en preparación', en: 'in preparation' },
    requested: { es: 'pedida', en: 'requested' },
    called: { es: 'convocada', en: 'called' },
    held: { es: 'celebrada', en: 'held' },
  },
  start: 'draft',
  transitions: [
    { from: ['draft'], on: 'request', to: 'requested' },
    { from: ['requested'], on: 'call_by_leadership', to: 'called' },
    { from: ['requested'], on: 'call', to: 'called' },
    { from: ['called'], on: 'assembly', to: 'held' },
  ],
  answers: {},
  steps: [
    {
      id: 'call',
      rule: 'ASM-02',
      timing: { at: 'once_past', event: 'request' },
      does: 'call',
      when: { notHappened: ['call_by_leadership'] },
    },
  ],
  thresholds: ['ASM-01', 'ASM-03', 'ASM-04', 'ASM-05'],
  checklists: ['expulsion'],
})
