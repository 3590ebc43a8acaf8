import { campaignsContract } from '#modules/campaigns/contract.ts'
import { companiesContract } from '#modules/companies/contract.ts'
import { organizationsContract } from '#modules/organizations/contract.ts'
import { peopleContract } from '#modules/people/contract.ts'
import { programsContract } from '#modules/programs/contract.ts'
import { supportContract } from '#modules/support/contract.ts'

import { archiveContract, boxesContract } from '#modules/votes/archive/contract.ts'
import { boothContract } from '#modules/votes/booth/contract.ts'
import { votesContract } from '#modules/votes/contract.ts'
import { remoteContract } from '#modules/votes/remote/contract.ts'
import { custodyContract } from '#modules/votes/trustees/contract.ts'

import { accountContract } from '#platform/access/account/contract.ts'
import { doorContract } from '#platform/access/door/contract.ts'
import { teamContract } from '#platform/access/team/contract.ts'
import { offlineContract } from '#platform/offline/contract.ts'
import { upkeepContract } from '#platform/upkeep/contract.ts'

/** Every operation of the application: what the server implements and the browser calls. */
export const contract = {
  door: doorContract,
  account: accountContract,
  team: teamContract,
  offline: offlineContract,
  upkeep: upkeepContract,
  people: peopleContract,
  companies: companiesContract,
  organizations: organizationsContract,
  campaigns: campaignsContract,
  support: supportContract,
  boxes: boxesContract,
  archive: archiveContract,
  custody: custodyContract,
  remote: remoteContract,
  booth: boothContract,
  votes: votesContract,
  programs: programsContract,
}
export type Contract = typeof contract
