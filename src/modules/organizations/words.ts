export const committeeKinds = ['organizing', 'executive', 'section', 'vigilance', 'electoral'] as const
export type CommitteeKind = (typeof committeeKinds)[number]

/** What each is called, on our screens and in everybody's reports. */
export const committeeNames = {
  organizing: { es: 'Comité organizador', en: 'Organizing committee' },
  executive: { es: 'Comité ejecutivo', en: 'Executive committee' },
  section: { es: 'Comité seccional', en: 'Section committee' },
  vigilance: { es: 'Comisión de vigilancia', en: 'Vigilance committee' },
  electoral: { es: 'Comisión electoral', en: 'Electoral committee' },
} as const satisfies Record<CommitteeKind, { es: string; en: string }>

export const committeeNamesIn = (language: 'es' | 'en'): Record<string, string> =>
  Object.fromEntries(committeeKinds.map((kind) => [kind, committeeNames[kind][language]]))
