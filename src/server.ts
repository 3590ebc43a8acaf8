import { campaignsHandlers } from '#modules/campaigns/api.ts'
import { campaignFacts } from '#modules/campaigns/facts.ts'
import { campaignOperations } from '#modules/campaigns/operations.ts'
import { campaignRefusals } from '#modules/campaigns/refusals.ts'
import { companiesHandlers } from '#modules/companies/api.ts'
import { organizationsHandlers } from '#modules/organizations/api.ts'
import { organizationFacts } from '#modules/organizations/facts.ts'
import { organizationRefusals } from '#modules/organizations/refusals.ts'
import { peopleHandlers } from '#modules/people/api.ts'
import { peopleFacts } from '#modules/people/facts.ts'
import { peopleRefusals } from '#modules/people/refusals.ts'
import { programsHandlers } from '#modules/programs/api.ts'
import { programsFacts } from '#modules/programs/facts.ts'
import { programsRefusals } from '#modules/programs/refusals.ts'
import { supportHandlers } from '#modules/support/api.ts'
import { supportEvidence } from '#modules/support/evidence.ts'
import { supportFacts } from '#modules/support/facts.ts'
import { supportRefusals } from '#modules/support/refusals.ts'
import { accountHandlers } from '#platform/access/account/api.ts'
import { doorHandlers } from '#platform/access/door/api.ts'
import { accessRefusals } from '#platform/access/refusals.ts'
import { teamHandlers } from '#platform/access/team/api.ts'
import type { EvidenceOffers } from '#platform/documents/evidence.ts'
import type { FactKinds } from '#platform/facts/fact.ts'
import type { RefusalTexts } from '#platform/http/refusal.ts'
import { offlineHandlers } from '#platform/offline/api.ts'
import type { OperationKinds } from '#platform/offline/operation.ts'
import { offlineRefusals } from '#platform/offline/refusals.ts'
import { upkeepHandlers } from '#platform/upkeep/api.ts'
import { upkeepRefusals } from '#platform/upkeep/refusals.ts'

// The only list of modules on the server.

export const refusals: RefusalTexts = {
  ...accessRefusals,
  ...offlineRefusals,
  ...upkeepRefusals,
  ...peopleRefusals,
  ...organizationRefusals,
  ...campaignRefusals,
  ...supportRefusals,
  ...programsRefusals,
}

export const kinds: FactKinds = {
  ...peopleFacts,
  ...organizationFacts,
  ...campaignFacts,
  ...supportFacts,
  ...programsFacts,
}

const evidence: EvidenceOffers = { ...supportEvidence }

const operations: OperationKinds = { ...campaignOperations }

export const router = {
  door: doorHandlers,
  account: accountHandlers,
  team: teamHandlers,
  offline: offlineHandlers(operations, refusals),
  upkeep: upkeepHandlers,
  people: peopleHandlers,
  companies: companiesHandlers,
  organizations: organizationsHandlers(kinds),
  campaigns: campaignsHandlers,
  support: supportHandlers,
  programs: programsHandlers(kinds, evidence),
}
