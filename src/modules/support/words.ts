export const activityKinds = ['training', 'assembly', 'exchange', 'visit', 'meeting'] as const
export const audiences = ['all', 'women', 'youth'] as const

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
export type Topic = (typeof topics)[number]

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
