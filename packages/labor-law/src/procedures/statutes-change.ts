import { defineProcedure } from '../procedure.ts'

/** Changing the statutes in assembly and reporting it (LFT 371 VIII, 377 II). */
export const statutesChange = defineProcedure({
  id: 'statutes_change',
  name: { es: 'Cambio de estatutos', en: 'Change of statutes' },
  article: '371, 377 II',
  forum: 'registry',
  events: {
    call: { name: { es: 'convocatoria según los estatutos', en: 'call under the statutes' }, by: 'union' },
    assembly: { name: { es: 'asamblea que aprueba', en: 'assembly that approves' }, by: 'union' },
    report: { name: { es: 'cambio comunicado', en: 'change reported' }, by: 'union' },
  },
  states: {
    draft: { es: 'en preparación', en: 'in preparation' },
    called: { es: 'convocada', en: 'called' },
    approved: { es: 'aprobado', en: 'approved' },
    reported: { es: 'comunicado', en: 'reported' },
  },
  start: 'draft',
  transitions: [
    { from: ['draft'], on: 'call', to: 'called' },
    { from: ['called'], on: 'assembly', to: 'approved' },
    { from: ['approved'], on: 'report', to: 'reported' },
  ],
  answers: {},
  steps: [
    {
      id: 'report',
      rule: 'REG-08',
      timing: { at: 'within', event: 'assembly' },
      does: 'report',
      forum: 'registry',
    },
  ],
  thresholds: ['ASM-04'],
  checklists: ['statutes_change', 'statutes'],
})
