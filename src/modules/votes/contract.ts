import { afterContract } from './contract.after.ts'
import { asidesContract } from './contract.asides.ts'
import { dayContract } from './contract.day.ts'
import { planContract } from './contract.plan.ts'
import { rollContract } from './contract.roll.ts'

/** Votes of a union: called, enrolled, counted and concluded by the law's steps. */
export const votesContract = {
  ...planContract,
  ...rollContract,
  ...dayContract,
  ...asidesContract,
  ...afterContract,
}
