import { defineProcedure } from '../procedure.ts'
import { voteEvents, voteSteps } from './contract-vote.ts'

const agreed = {
  agreement: { name: { es: 'convenio firmado', en: 'agreement signed' }, by: 'union' },
  ...voteEvents,
  convention: {
    name: { es: 'convenio ante la autoridad', en: 'agreement before the authority' },
    by: 'union',
  },
  copy: { name: { es: 'copia enviada al registro', en: 'copy sent to the registry' }, by: 'center' },
  revised_deposit: { name: { es: 'revisión depositada', en: 'revision deposited' }, by: 'union' },
  delivery: { name: { es: 'ejemplares entregados', en: 'copies delivered' }, by: 'employer' },
} as const

const states = {
  running: { es: 'contrato vigente', en: 'contract in force' },
  requested: { es: 'revisión pedida', en: 'revision requested' },
  agreed: { es: 'convenio firmado', en: 'agreement signed' },
  called: { es: 'consulta convocada', en: 'consultation called' },
  voted: { es: 'votado', en: 'voted' },
  rejected: { es: 'rechazado', en: 'rejected' },
  convened: { es: 'convenio ante la autoridad', en: 'agreement before the authority' },
} as const

/** The full revision every two years, with the workers' vote (LFT 397-400 Bis, 390 Ter). */
export const fullRevision = defineProcedure({
  id: 'full_revision',
  name: { es: 'Revisión integral del contrato', en: 'Full revision of the contract' },
  article: '397-400 Bis, 390 Ter',
  forum: 'registry',
  events: {
    deposit: {
      name: { es: 'depósito del contrato vigente', en: 'deposit of the contract in force' },
      by: 'union',
    },
    expiry: {
      name: { es: 'vencimiento o fin de los dos años', en: 'expiry or end of the two years' },
      by: 'union',
    },
    request: { name: { es: 'solicitud de revisión', en: 'request for revision' }, by: 'union' },
    ...agreed,
  },
  states,
  start: 'running',
  transitions: [
    { from: ['running'], on: 'request', to: 'requested' },
    { from: ['requested', 'rejected'], on: 'agreement', to: 'agreed' },
    { from: ['agreed'], on: 'call', to: 'called' },
    { from: ['called'], on: 'vote', to: 'voted' },
    { from: ['voted'], on: 'rejection', to: 'rejected' },
    { from: ['voted'], on: 'convention', to: 'convened' },
  ],
  answers: {},
  steps: [
    { id: 'expiry', rule: 'REV-03', timing: { at: 'falls', event: 'deposit' }, does: 'expiry' },
    { id: 'request', rule: 'REV-01', timing: { at: 'before', event: 'expiry' }, does: 'request' },
    ...voteSteps(),
    {
      id: 'copy',
      rule: 'REV-04',
      timing: { at: 'within', event: 'convention' },
      does: 'copy',
      forum: 'center',
    },
    { id: 'delivery', rule: 'CBA-09', timing: { at: 'within', event: 'revised_deposit' }, does: 'delivery' },
  ],
  thresholds: ['CBA-08', 'REV-05'],
  checklists: ['contract_vote'],
})

/** The yearly revision of daily cash wages (LFT 399 Bis); voted on unless counsel and statutes say otherwise (390 Ter). */
export const wageRevision = defineProcedure({
  id: 'wage_revision',
  name: { es: 'Revisión de salarios', en: 'Wage revision' },
  article: '399 Bis, 390 Ter',
  forum: 'registry',
  events: {
    last: {
      name: { es: 'última celebración, revisión o prórroga', en: 'last signing, revision or extension' },
      by: 'union',
    },
    anniversary: { name: { es: 'fin del año', en: 'end of the year' }, by: 'union' },
    request: {
      name: { es: 'solicitud de revisión salarial', en: 'request for the wage revision' },
      by: 'union',
    },
    ...agreed,
  },
  states,
  start: 'running',
  transitions: [
    { from: ['running'], on: 'request', to: 'requested' },
    { from: ['requested', 'rejected'], on: 'agreement', to: 'agreed' },
    { from: ['agreed'], on: 'call', to: 'called' },
    { from: ['called'], on: 'vote', to: 'voted' },
    { from: ['voted'], on: 'rejection', to: 'rejected' },
    { from: ['agreed', 'voted'], on: 'convention', to: 'convened' },
  ],
  answers: {
    no_vote: {
      es: '¿El abogado y los estatutos dicen que la revisión solo de salarios no se vota?',
      en: 'Do counsel and the statutes say that a wages-only revision is not voted on?',
    },
  },
  doubt: {
    unless: 'no_vote',
    says: {
      es: 'Se discute si una revisión solo de salarios se vota (390 Ter, 400 Bis): la práctica dice que no, los estatutos pueden decir que sí. Aquí se vota mientras el abogado no diga otra cosa.',
      en: 'Whether a wages-only revision is voted on is disputed (390 Ter, 400 Bis): practice says no, the statutes may say yes. Here it is voted on unless counsel says otherwise.',
    },
  },
  steps: [
    { id: 'anniversary', rule: 'REV-06', timing: { at: 'falls', event: 'last' }, does: 'anniversary' },
    { id: 'request', rule: 'REV-02', timing: { at: 'before', event: 'anniversary' }, does: 'request' },
    ...voteSteps('no_vote'),
    {
      id: 'copy',
      rule: 'REV-04',
      timing: { at: 'within', event: 'convention' },
      does: 'copy',
      forum: 'center',
    },
    { id: 'delivery', rule: 'CBA-09', timing: { at: 'within', event: 'revised_deposit' }, does: 'delivery' },
  ],
  thresholds: ['CBA-08', 'REV-05'],
  checklists: ['contract_vote'],
})
