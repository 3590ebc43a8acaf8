import type { AuthorityId } from '../calendar.ts'
import type { Reading, Status } from '../planned.ts'
import type { Actor, Basis, Effect, Text } from '../rule.ts'
import type { Service } from '../span.ts'

export const actors: Record<Actor, Text> = {
  union: { es: 'el sindicato', en: 'the union' },
  leadership: { es: 'la directiva', en: 'the leadership' },
  requesters: { es: 'quienes pidieron la asamblea', en: 'those who asked for the assembly' },
  workers: { es: 'las personas trabajadoras', en: 'the workers' },
  worker: { es: 'la persona trabajadora', en: 'the worker' },
  employer: { es: 'el patrón', en: 'the employer' },
  other_union: { es: 'otro sindicato', en: 'another union' },
  claimant: { es: 'la parte demandante', en: 'the claimant' },
  respondent: { es: 'la parte demandada', en: 'the respondent' },
  cfcrl: { es: 'el CFCRL', en: 'the CFCRL' },
  court: { es: 'el tribunal', en: 'the court' },
  center: { es: 'el centro de conciliación', en: 'the conciliation center' },
  us_committee: { es: 'el gobierno de Estados Unidos', en: 'the United States government' },
  mexico: { es: 'el gobierno de México', en: 'the government of Mexico' },
  panel: { es: 'el panel', en: 'the panel' },
}

export const countings: Record<Reading['counting'], Text> = {
  calendar: { es: 'en días naturales', en: 'in calendar days' },
  business: { es: 'en días hábiles', en: 'in business days' },
  months: { es: 'en meses de calendario', en: 'in calendar months' },
  months_of_30: { es: 'en meses de treinta días', en: 'in months of thirty days' },
  years: { es: 'en años', en: 'in years' },
  elapsed: { es: 'por horas transcurridas', en: 'by hours elapsed' },
  clock: { es: 'a la misma hora del reloj', en: 'at the same hour of the clock' },
  default: { es: 'con los tres días hábiles del 735', en: 'with the three business days of article 735' },
  suspended: { es: 'si el plazo se suspendió (518)', en: 'if the time was suspended (518)' },
  interrupted: { es: 'si el plazo se interrumpió (521)', en: 'if the time was interrupted (521)' },
}

export const statuses: Record<Status, Text> = {
  done: { es: 'hecho', en: 'done' },
  done_late: { es: 'hecho, pero falla en alguna lectura', en: 'done, but fails some reading' },
  planned: { es: 'programado', en: 'planned' },
  planned_late: { es: 'programado, pero falla en alguna lectura', en: 'planned, but fails some reading' },
  open: { es: 'ya se puede', en: 'may be done now' },
  early: { es: 'todavía no es seguro', en: 'not yet safe' },
  upcoming: { es: 'hay tiempo', en: 'there is time' },
  at_risk: { es: 'en riesgo', en: 'at risk' },
  overdue: { es: 'vencido', en: 'overdue' },
  awaited: { es: 'en espera', en: 'awaited' },
  lapsed: { es: 'plazo pasado', en: 'time passed' },
  held: { es: 'el plazo no corre', en: 'the time does not run' },
  waiting: { es: 'falta una fecha', en: 'a date is missing' },
}

export const effects: Record<Effect, Text> = {
  void: { es: 'anula', en: 'voids it' },
  loss: { es: 'se pierde el derecho', en: 'the right is lost' },
  sanction: { es: 'sanción', en: 'sanction' },
  delay: { es: 'retrasa', en: 'delays' },
  warning: { es: 'advertencia', en: 'warning' },
  none: { es: 'sin efecto', en: 'no effect' },
}

export const bases: Record<Basis, Text> = {
  read: { es: 'leído en la ley', en: 'read in the law' },
  secondary: { es: 'de fuente secundaria', en: 'from a secondary source' },
  knowledge: { es: 'por confirmar', en: 'to be confirmed' },
}

export const services: Record<Service, Text> = {
  personal: { es: 'notificado en persona', en: 'served in person' },
  bulletin: { es: 'notificado por boletín o lista', en: 'served by bulletin or list' },
  mailbox: { es: 'notificado por buzón electrónico', en: 'served by electronic mailbox' },
}

/** The authority in words: the federal ones by name, the states' by kind. */
export const authorityName = (authority: AuthorityId): Text => {
  if (authority === 'cfcrl') return { es: 'el CFCRL', en: 'the CFCRL' }
  if (authority === 'federal_court')
    return { es: 'el tribunal laboral federal', en: 'the federal labor court' }
  if (authority === 'treaty') return { es: 'los gobiernos del T-MEC', en: 'the USMCA governments' }
  return authority.startsWith('state_court')
    ? { es: 'el tribunal laboral del estado', en: 'the state labor court' }
    : { es: 'el centro de conciliación del estado', en: 'the state conciliation center' }
}
