import { campaignsHandlers } from '#modules/campaigns/api.ts'
import { campaignFacts } from '#modules/campaigns/facts.ts'
import { campaignOperations } from '#modules/campaigns/operations.ts'
import { campaignRefusals } from '#modules/campaigns/refusals.ts'
import { companiesHandlers } from '#modules/companies/api.ts'
import { organizationsHandlers } from '#modules/organizations/api.ts'
import { organizationFacts } from '#modules/organizations/facts.ts'
import { organizationRecords } from '#modules/organizations/records.ts'
import { organizationRefusals } from '#modules/organizations/refusals.ts'
import { peopleHandlers } from '#modules/people/api.ts'
import { peopleFacts } from '#modules/people/facts.ts'
import { peopleOperations } from '#modules/people/operations.ts'
import { peopleRefusals } from '#modules/people/refusals.ts'
import { programsHandlers } from '#modules/programs/api.ts'
import { programsFacts } from '#modules/programs/facts.ts'
import { programsRecords } from '#modules/programs/records.ts'
import { programsRefusals } from '#modules/programs/refusals.ts'
import { supportHandlers } from '#modules/support/api.ts'
import { supportEvidence } from '#modules/support/evidence.ts'
import { supportFacts } from '#modules/support/facts.ts'
import { supportRecords } from '#modules/support/records.ts'
import { supportRefusals } from '#modules/support/refusals.ts'
import { votesHandlers } from '#modules/votes/api.ts'
import { archiveHandlers } from '#modules/votes/archive/api.public.ts'
import { boxesHandlers } from '#modules/votes/archive/api.ts'
import { boxRefusals } from '#modules/votes/archive/refusals.ts'
import { boothHandlers } from '#modules/votes/booth/api.ts'
import { boothRefusals } from '#modules/votes/booth/refusals.ts'
import { voteFacts } from '#modules/votes/facts.ts'
import { voteOperations } from '#modules/votes/operations.ts'
import { voteRefusals } from '#modules/votes/refusals.ts'
import { remoteHandlers } from '#modules/votes/remote/api.ts'
import { ballotRefusals } from '#modules/votes/remote/refusals.ts'
import { custodyHandlers } from '#modules/votes/trustees/api.ts'
import { custodyRefusals } from '#modules/votes/trustees/refusals.ts'
import { accountHandlers } from '#platform/access/account/api.ts'
import { doorHandlers } from '#platform/access/door/api.ts'
import { accessRefusals } from '#platform/access/refusals.ts'
import { teamHandlers } from '#platform/access/team/api.ts'
import type { EvidenceOffers } from '#platform/documents/evidence.ts'
import type { FactKinds } from '#platform/facts/fact.ts'
import type { RecordViews } from '#platform/facts/record.ts'
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
  ...boxRefusals,
  ...custodyRefusals,
  ...ballotRefusals,
  ...boothRefusals,
  ...voteRefusals,
  ...programsRefusals,
}

export const kinds: FactKinds = {
  ...peopleFacts,
  ...organizationFacts,
  ...campaignFacts,
  ...supportFacts,
  ...voteFacts,
  ...programsFacts,
}

const evidence: EvidenceOffers = { ...supportEvidence }
const records: RecordViews = { ...organizationRecords, ...supportRecords, ...programsRecords }
const operations: OperationKinds = { ...peopleOperations, ...campaignOperations, ...voteOperations }

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
  boxes: boxesHandlers,
  archive: archiveHandlers,
  custody: custodyHandlers,
  remote: remoteHandlers,
  booth: boothHandlers,
  votes: votesHandlers,
  programs: programsHandlers(kinds, evidence, records),
}
