import { accountHandlers } from '#platform/access/account/api.ts'
import { doorHandlers } from '#platform/access/door/api.ts'
import { accessRefusals } from '#platform/access/refusals.ts'
import { teamHandlers } from '#platform/access/team/api.ts'
import type { FactKinds } from '#platform/facts/fact.ts'
import type { RefusalTexts } from '#platform/http/refusal.ts'

/** The only list of modules on the server. */
export const router = {
  door: doorHandlers,
  account: accountHandlers,
  team: teamHandlers,
}

export const refusals: RefusalTexts = { ...accessRefusals }

export const kinds: FactKinds = {}
