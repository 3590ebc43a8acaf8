import { campaignActs } from '#modules/campaigns/messages.log.ts'
import { organizationActs } from '#modules/organizations/messages.log.ts'
import { peopleActs } from '#modules/people/messages.log.ts'
import { programActs } from '#modules/programs/messages.log.ts'
import { supportActs } from '#modules/support/messages.log.ts'
import { voteActs } from '#modules/votes/messages.log.ts'
import { accessActs } from '#platform/access/messages.log.ts'
import type { Texts } from '#ui/language.tsx'

const all = [accessActs, peopleActs, campaignActs, organizationActs, supportActs, voteActs, programActs]

/** What the access log calls every act, by `verb target`, or by the verb alone where it says enough. */
export const acts: Texts<Readonly<Record<string, string>>> = {
  es: Object.assign({}, ...all.map(({ es }) => es)),
  en: Object.assign({}, ...all.map(({ en }) => en)),
}
