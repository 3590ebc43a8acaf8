import { defineProcedure } from '../procedure.ts'

/** Electing the leadership by personal, free, direct and secret vote (LFT 371 IX-X, 371 Bis, 377 II, 364 Bis). */
export const leadershipElection = defineProcedure({
  id: 'leadership_election',
  name: { es: 'Elección de directiva', en: 'Leadership election' },
  article: '371 IX, IX Bis, IX Ter; 371 Bis; 377',
  forum: 'registry',
  events: {
    commission: { name: { es: 'órgano electoral formado', en: 'electoral body set up' }, by: 'union' },
    call: { name: { es: 'convocatoria publicada', en: 'notice of call posted' }, by: 'union' },
    roll: { name: { es: 'padrón publicado', en: 'roll published' }, by: 'union' },
    election: { name: { es: 'día de la elección', en: 'election day' }, by: 'union' },
    report: { name: { es: 'cambio comunicado', en: 'change reported' }, by: 'union' },
    recognition: { name: { es: 'toma de nota', en: 'official recognition' }, by: 'cfcrl' },
    challenge: {
      name: { es: 'elección impugnada', en: 'election challenged' },
      by: 'workers',
      contingent: true,
    },
  },
  states: {
    draft: { es: 'en preparación', en: 'in preparation' },
    organized: { es: 'órgano electoral formado', en: 'electoral body set up' },
    called: { es: 'convocada', en: 'called' },
    voted: { es: 'votada', en: 'voted' },
    reported: { es: 'comunicada', en: 'reported' },
    recognized: { es: 'con toma de nota', en: 'recognized' },
    challenged: { es: 'impugnada', en: 'challenged' },
  },
  start: 'draft',
  transitions: [
    { from: ['draft'], on: 'commission', to: 'organized' },
    { from: ['organized'], on: 'call', to: 'called' },
    { from: ['called'], on: 'election', to: 'voted' },
    { from: ['voted'], on: 'report', to: 'reported' },
    { from: ['reported'], on: 'recognition', to: 'recognized' },
    { from: ['voted', 'reported', 'recognized'], on: 'challenge', to: 'challenged' },
  ],
  answers: {},
  steps: [
    { id: 'call', rule: 'ELE-01', timing: { at: 'before', event: 'election' }, does: 'call' },
    { id: 'roll', rule: 'ELE-02', timing: { at: 'before', event: 'election' }, does: 'roll' },
    {
      id: 'report',
      rule: 'REG-08',
      timing: { at: 'within', event: 'election' },
      does: 'report',
      forum: 'registry',
    },
    {
      id: 'recognition',
      rule: 'REG-07',
      timing: { at: 'within', event: 'report' },
      does: 'recognition',
      forum: 'registry',
    },
  ],
  thresholds: ['ELE-03'],
  checklists: ['leadership_election'],
})
