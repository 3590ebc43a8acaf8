import { parentPort, workerData } from 'node:worker_threads'
import { belenios2048 } from '../../packages/ballots/src/group/belenios-2048.ts'
import type { GroupName } from '../../packages/ballots/src/group/group.ts'
import { pureGroups } from '../../packages/ballots/src/group/pure.ts'
import { opensslField } from '../../packages/ballots/src/node/openssl.ts'
import { fastGroups } from '../../packages/ballots/src/wasm.ts'
import { compareGroups } from '../../packages/ballots/test/equality.ts'
import { judgeMutations } from '../../packages/ballots/test/mutants.ts'
import { holdElection, type Plan } from '../../packages/ballots/test/world.ts'
import { judgeOurs, judgeTheirs } from './judged.ts'

/** One thing to prove, which one thread does from beginning to end. */
export type Part =
  | {
      readonly kind: 'equality'
      readonly group: GroupName
      readonly by: 'WebAssembly' | 'OpenSSL'
      readonly operations: number
      readonly seed: number
    }
  | { readonly kind: 'mutations'; readonly plan: Plan }
  | { readonly kind: 'ours' | 'theirs'; readonly elections: number; readonly seed: number }

/** How many things were tried, and what went wrong with those that failed. */
export type Found = { readonly tried: number; readonly troubles: readonly string[] }

const prove = async (part: Part): Promise<Found> => {
  switch (part.kind) {
    case 'equality':
      return compare(part)
    case 'mutations':
      return judgeEveryMutation(part.plan)
    case 'ours':
      return judgeOurs(part.elections, part.seed)
    case 'theirs':
      return judgeTheirs(part.elections, part.seed)
  }
}

const compare = async ({ group, by, operations, seed }: Extract<Part, { kind: 'equality' }>) => {
  const other = by === 'OpenSSL' ? opensslField(belenios2048) : (await fastGroups())[group]
  if (other.by !== by) return { tried: 0, troubles: [`${group} runs on ${other.by} here`] }
  try {
    compareGroups(pureGroups[group], other, operations, seed)
    return { tried: operations, troubles: [] }
  } catch (error) {
    return { tried: operations, troubles: [String(error)] }
  }
}

const judgeEveryMutation = async (plan: Plan): Promise<Found> => {
  const { tried, accepted } = await judgeMutations(await holdElection(plan), {
    onTried: (count, of) => {
      if (count % 2_000 === 0) console.log(`  ${plan.group}: ${count} of ${of} changes`)
    },
  })
  return { tried, troubles: accepted.map((what) => `accepted: ${what}`) }
}

parentPort!.postMessage(await prove(workerData as Part))
