import type { Text } from '../rule.ts'

/** The words of the printed calendar: text, page and calendar file. */
export const labels = {
  today: { es: 'Hoy', en: 'Today' },
  state: { es: 'Estado del trámite', en: 'State of the procedure' },
  next: { es: 'Puede seguir', en: 'What may follow' },
  authority: { es: 'Calendario', en: 'Calendar' },
  step: { es: 'Paso', en: 'Step' },
  who: { es: 'Quién', en: 'Who' },
  safe: { es: 'Fecha segura', en: 'Safe date' },
  latest: { es: 'Última fecha', en: 'Last date' },
  from: { es: 'desde', en: 'from' },
  status: { es: 'Situación', en: 'Status' },
  papers: { es: 'Papeles', en: 'Papers' },
  why: { es: 'Por qué', en: 'Why' },
  absence: { es: 'Si falta', en: 'If it is missing' },
  dates: { es: 'Fechas', en: 'Dates' },
  article: { es: 'Artículo', en: 'Article' },
  notices: { es: 'Antes de confiar en estas fechas', en: 'Before relying on these dates' },
  review: { es: 'Revisión', en: 'Review' },
  signed: { es: 'revisado por abogado', en: 'reviewed by a lawyer' },
  none: { es: '—', en: '—' },
  effect: { es: 'Efecto', en: 'Effect' },
  done: { es: 'Hecho', en: 'Done' },
  disclaimer: {
    es: 'Esto no es asesoría legal: confirme cada fecha con su abogado.',
    en: 'This is not legal advice: confirm each date with your lawyer.',
  },
  safePrefix: { es: 'Fecha segura', en: 'Safe date' },
  waitPrefix: { es: 'Esperar hasta', en: 'Wait until' },
  lastPrefix: { es: 'Última fecha', en: 'Last date' },
  opensPrefix: { es: 'Ya se puede', en: 'May be done' },
} as const satisfies Record<string, Text>
