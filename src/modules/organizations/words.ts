export const committeeKinds = ['organizing', 'executive', 'section', 'vigilance', 'electoral'] as const
export type CommitteeKind = (typeof committeeKinds)[number]
