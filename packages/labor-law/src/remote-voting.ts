import { type RuleBook, ruleBook } from './book.ts'
import { isIsoDate } from './dates.ts'
import { remoteSentences } from './messages/votes.ts'
import type { Text } from './rule.ts'
import { marked } from './say.ts'
import { type VoteKind, voteKinds } from './vote-kinds.ts'

/** Counsel's written opinion on voting other than on paper: who, the ISO date, which vote. Without it, it stays off. */
export type CounselOpinion = {
  readonly by: string
  readonly on: string
  readonly kind: VoteKind
  readonly allows: boolean
}

export type RemoteVoting = { readonly allowed: boolean; readonly says: readonly Text[] }

/**
 * Whether a vote may be remote or electronic. What LFT 371 and 390 Ter govern is described on paper: off until counsel's
 * opinion is recorded for that kind of vote. The vote between unions is run by the CFCRL (390 Bis III): never ours.
 */
export const remoteVoting = (
  which: VoteKind,
  opinion: CounselOpinion | null,
  book: RuleBook = ruleBook,
): RemoteVoting => {
  const own = book.requirements.filter(({ checklist }) => checklist === voteKinds[which].checklist)
  const onPaper = own.filter(({ electronic }) => electronic === 'no')
  const applies =
    opinion !== null && opinion.kind === which && opinion.by.trim() !== '' && isIsoDate(opinion.on)
  const allowed = which !== 'representation_vote' && applies && opinion.allows
  return {
    allowed,
    says: remoteSentences(which, applies ? opinion : null, allowed, onPaper).map((sentence) =>
      marked(sentence, own),
    ),
  }
}
