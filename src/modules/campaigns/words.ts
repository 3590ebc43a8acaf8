/** What a conversation is about, in taps. Codes are kept; what they are called is in `messages.ts`. */
export const concernKinds = [
  'wages',
  'hours',
  'safety',
  'treatment',
  'transport',
  'benefits',
  'harassment',
  'contract',
  'union',
  'other',
] as const
export type ConcernKind = (typeof concernKinds)[number]

export const askKinds = ['talk_again', 'meet', 'sign', 'bring_someone', 'join_committee', 'share'] as const
export type AskKind = (typeof askKinds)[number]

export const promiseKinds = [
  'will_think',
  'will_come',
  'will_sign',
  'will_bring_someone',
  'will_join_committee',
  'will_share',
] as const
export type PromiseKind = (typeof promiseKinds)[number]

/** How a conversation took place: what is said face to face weighs more than what is answered to a message. */
export const wayKinds = ['face', 'home', 'call', 'message'] as const
export type WayKind = (typeof wayKinds)[number]

/** What a sheet of names is printed for. */
export const sheetPurposes = ['calls', 'visits', 'assembly'] as const
export type SheetPurpose = (typeof sheetPurposes)[number]

/** What somebody did: an assessment is earned by these, not by an opinion. */
export const actionKinds = [
  'came',
  'signed',
  'brought_someone',
  'wore_color',
  'shared',
  'spoke_up',
  'organized',
] as const
export type ActionKind = (typeof actionKinds)[number]
