type Names<Value extends string> = Record<Value, { es: string; en: string }>

export const activityKinds = ['training', 'assembly', 'exchange', 'visit', 'meeting'] as const
export const audiences = ['all', 'women', 'youth'] as const

/** What each of them is called, on our screens and in everybody's reports. */
export const activityKindNames = {
  training: { es: 'Capacitación', en: 'Training' },
  assembly: { es: 'Asamblea', en: 'Assembly' },
  exchange: { es: 'Intercambio', en: 'Exchange' },
  visit: { es: 'Visita', en: 'Visit' },
  meeting: { es: 'Reunión', en: 'Meeting' },
} as const satisfies Names<(typeof activityKinds)[number]>

export const audienceNames = {
  all: { es: 'Para todas y todos', en: 'For everyone' },
  women: { es: 'Para mujeres', en: 'For women' },
  youth: { es: 'Para jóvenes', en: 'For young people' },
} as const satisfies Names<(typeof audiences)[number]>

/** The ten needs that worker organizations named in the seed's second brief, and its eleventh: money. */
export const topics = [
  'organizing_skills',
  'engaging_colleagues',
  'leader_identification',
  'union_structure',
  'committee_formation',
  'gender_inclusion',
  'basic_rights',
  'corporate_research',
  'interpersonal_skills',
  'finance',
] as const

export const topicNames = {
  organizing_skills: { es: 'Habilidades para organizar', en: 'Organizing skills' },
  engaging_colleagues: { es: 'Cómo sumar a más compañeros', en: 'Engaging more colleagues' },
  leader_identification: { es: 'Identificar líderes', en: 'Identifying leaders' },
  union_structure: { es: 'Estructura sindical', en: 'Union structure' },
  committee_formation: { es: 'Formar comités', en: 'Forming committees' },
  gender_inclusion: { es: 'Igualdad de género e inclusión', en: 'Gender equality and inclusion' },
  basic_rights: { es: 'Derechos laborales básicos', en: 'Basic labor rights' },
  corporate_research: { es: 'Conocer a la empresa', en: 'Knowing the company' },
  interpersonal_skills: { es: 'Comunicación y trato', en: 'Communication and interpersonal skills' },
  finance: { es: 'Cuotas y finanzas', en: 'Dues and finances' },
} as const satisfies Names<(typeof topics)[number]>

/** Questions people may answer about themselves, each refusable; "prefer not to say" is an answer like any other. */
export const selfQuestions = {
  gender: ['woman', 'man', 'non_binary', 'no_say'],
  age: ['15-29', '30-44', '45-59', '60+', 'no_say'],
  indigenous: ['yes', 'no', 'no_say'],
  migrant: ['yes', 'no', 'no_say'],
  disability: ['yes', 'no', 'no_say'],
  lgbtq: ['yes', 'no', 'no_say'],
} as const
export type SelfQuestion = keyof typeof selfQuestions
