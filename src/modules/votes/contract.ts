import { afterContract } from './contract.after.ts'
import { dayContract } from './contract.day.ts'
import { planContract } from './contract.plan.ts'
import { rollContract } from './contract.roll.ts'

/** Votes of a union: called, enrolled, counted and concluded by the law's steps. */
export const votesContract = { ...planContract, ...rollContract, ...dayContract, ...afterContract }
