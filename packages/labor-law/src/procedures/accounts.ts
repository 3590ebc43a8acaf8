import { defineProcedure } from '../procedure.ts'

/** The six-monthly account of the union's property and the quarterly report of members (LFT 373, 377 III). */
export const accounts = defineProcedure({
  id: 'accounts',
  name: { es: 'Rendición de cuentas e informes', en: 'Accounts and reports' },
  article: '373, 377 III',
  forum: 'registry',
  events: {
    last_account: { name: { es: 'última rendición de cuentas', en: 'last account given' }, by: 'leadership' },
    account: { name: { es: 'asamblea de rendición de cuentas', en: 'accounts assembly' }, by: 'leadership' },
    minutes_filed: {
      name: { es: 'acta entregada al CFCRL', en: 'minutes filed with the CFCRL' },
      by: 'union',
    },
    copies_given: {
      name: { es: 'cuenta entregada a integrantes', en: 'account given to members' },
      by: 'leadership',
    },
    last_report: {
      name: { es: 'último informe de altas y bajas', en: 'last joiners and leavers report' },
      by: 'union',
    },
    report: { name: { es: 'informe de altas y bajas', en: 'joiners and leavers report' }, by: 'union' },
  },
  states: {
    running: { es: 'corre el semestre', en: 'the half-year runs' },
    given: { es: 'cuenta rendida', en: 'account given' },
    filed: { es: 'acta entregada', en: 'minutes filed' },
  },
  start: 'running',
  transitions: [
    { from: ['running'], on: 'account', to: 'given' },
    { from: ['given'], on: 'minutes_filed', to: 'filed' },
  ],
  answers: {},
  steps: [
    { id: 'account', rule: 'FIN-01', timing: { at: 'within', event: 'last_account' }, does: 'account' },
    {
      id: 'minutes',
      rule: 'FIN-02',
      timing: { at: 'within', event: 'account' },
      does: 'minutes_filed',
      forum: 'registry',
    },
    { id: 'copies', rule: 'FIN-03', timing: { at: 'no_term', event: 'account' }, does: 'copies_given' },
    {
      id: 'members_report',
      rule: 'REG-09',
      timing: { at: 'within', event: 'last_report' },
      does: 'report',
      forum: 'registry',
    },
  ],
  thresholds: [],
  checklists: ['accounts'],
})
