import { defineProcedure } from '../procedure.ts'
import { voteEvents, voteSteps } from './contract-vote.ts'

/** The first collective contract: agree, consult the workers, register, deliver (LFT 387, 390, 390 Ter, 391, 132 XXX). */
export const firstContract = defineProcedure({
  id: 'first_contract',
  name: { es: 'Contrato colectivo inicial', en: 'First collective contract' },
  article: '387, 390, 390 Ter, 391, 132 XXX-XXXIII',
  forum: 'registry',
  events: {
    certificate: { name: { es: 'constancia expedida', en: 'certificate issued' }, by: 'cfcrl' },
    agreement: {
      name: { es: 'texto firmado con el patrón', en: 'text signed with the employer' },
      by: 'union',
    },
    ...voteEvents,
    deposit: { name: { es: 'contrato presentado', en: 'contract filed' }, by: 'union' },
    registration: { name: { es: 'contrato registrado', en: 'contract registered' }, by: 'cfcrl' },
    delivery: { name: { es: 'ejemplares entregados', en: 'copies delivered' }, by: 'employer' },
    certificate_request: {
      name: { es: 'certificado solicitado', en: 'certificate of registration requested' },
      by: 'union',
      contingent: true,
    },
    registration_certificate: {
      name: { es: 'certificado de registro', en: 'certificate of registration' },
      by: 'cfcrl',
    },
    strike: { name: { es: 'huelga estallada', en: 'strike begun' }, by: 'union', contingent: true },
    strike_end: {
      name: { es: 'fin del conflicto', en: 'end of the conflict' },
      by: 'union',
      contingent: true,
    },
  },
  states: {
    draft: { es: 'sin constancia', en: 'without a certificate' },
    certified: { es: 'con constancia', en: 'with a certificate' },
    agreed: { es: 'texto firmado', en: 'text signed' },
    called: { es: 'consulta convocada', en: 'consultation called' },
    voted: { es: 'votado', en: 'voted' },
    rejected: { es: 'rechazado', en: 'rejected' },
    reported: { es: 'resultado avisado', en: 'result reported' },
    deposited: { es: 'presentado', en: 'filed' },
    registered: { es: 'registrado', en: 'registered' },
  },
  start: 'draft',
  transitions: [
    { from: ['draft'], on: 'certificate', to: 'certified' },
    { from: ['certified', 'rejected'], on: 'agreement', to: 'agreed' },
    { from: ['agreed'], on: 'call', to: 'called' },
    { from: ['called'], on: 'vote', to: 'voted' },
    { from: ['voted', 'reported'], on: 'rejection', to: 'rejected' },
    { from: ['voted'], on: 'result', to: 'reported' },
    { from: ['reported'], on: 'deposit', to: 'deposited' },
    { from: ['deposited'], on: 'registration', to: 'registered' },
  ],
  answers: {},
  steps: [
    {
      id: 'validity',
      rule: 'CRE-12',
      timing: { at: 'lasts', event: 'certificate' },
      heldBy: { event: 'strike', until: 'strike_end' },
    },
    ...voteSteps(),
    {
      id: 'registration',
      rule: 'CBA-01',
      timing: { at: 'within', event: 'deposit' },
      does: 'registration',
      forum: 'registry',
    },
    { id: 'delivery', rule: 'CBA-09', timing: { at: 'within', event: 'deposit' }, does: 'delivery' },
    {
      id: 'registration_certificate',
      rule: 'CBA-10',
      timing: { at: 'within', event: 'certificate_request' },
      does: 'registration_certificate',
      forum: 'registry',
    },
  ],
  thresholds: ['CBA-08'],
  checklists: ['contract_vote', 'contract_registration'],
})
