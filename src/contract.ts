import { accountContract } from '#platform/access/account/contract.ts'
import { doorContract } from '#platform/access/door/contract.ts'
import { teamContract } from '#platform/access/team/contract.ts'

/** Every operation of the application: what the server implements and the browser calls. */
export const contract = {
  door: doorContract,
  account: accountContract,
  team: teamContract,
}
export type Contract = typeof contract
