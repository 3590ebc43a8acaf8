// The ballots at full size: every group against plain JavaScript, every change of every field, and elections of
// every shape before belenios-tool 2.0. OPERATIONS, ELECTIONS and SEED in the environment change what is tried;
// ONLY=equality, mutations, ours or theirs runs one of the four.
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { mutationPlans } from '../packages/ballots/test/mutation-plans.ts'
import { claim } from '../scripts/claim.ts'
import type { Found, Part } from './ballots/part.ts'
import { largePlan } from './ballots/shapes.ts'

const operations = Number(process.env.OPERATIONS ?? 1_000_000)
const elections = Number(process.env.ELECTIONS ?? 60)
const seed = Number(process.env.SEED ?? 2026)

export const run = async () => {
  const asked = parts().filter(({ part }) => !process.env.ONLY || part.kind === process.env.ONLY)
  const waiting = [...asked]
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) report(next, await foundBy(next.part))
  }
  await Promise.all(Array.from({ length: availableParallelism() }, work))
}

type Asked = { readonly name: string; readonly wanted: string; readonly part: Part }

const parts = (): Asked[] => [
  ...(['RFC-3526-2048', 'Ed25519', 'BELENIOS-2048'] as const).map(
    (group): Asked => ({
      name: `${group} in WebAssembly gives what plain JavaScript gives`,
      wanted: `all of ${operations} operations`,
      part: { kind: 'equality', group, by: 'WebAssembly', operations, seed },
    }),
  ),
  {
    name: 'BELENIOS-2048 in OpenSSL gives what plain JavaScript gives',
    wanted: `all of ${operations / 10} operations`,
    part: { kind: 'equality', group: 'BELENIOS-2048', by: 'OpenSSL', operations: operations / 10, seed },
  },
  ...Object.entries({ ...mutationPlans, 'BELENIOS-2048, two questions': largePlan }).map(
    ([name, plan]): Asked => ({
      name: `changes refused, ${name}`,
      wanted: 'all, of at least 2000',
      part: { kind: 'mutations', plan },
    }),
  ),
  {
    name: 'our elections accepted by belenios-tool 2.0 at every stage, and their forgeries refused by both',
    wanted: `all of ${elections}`,
    part: { kind: 'ours', elections, seed },
  },
  {
    name: 'elections of belenios-tool 2.0 accepted by us with what was voted, and their forgeries refused',
    wanted: `all of ${elections / 2}`,
    part: { kind: 'theirs', elections: elections / 2, seed },
  },
]

const report = ({ name, wanted, part }: Asked, { tried, troubles }: Found) => {
  for (const trouble of troubles.slice(0, 10)) console.log(`  ${trouble}`)
  const isEnough = part.kind !== 'mutations' || tried >= 2_000
  claim(name, `${tried - troubles.length} of ${tried}`, wanted, troubles.length === 0 && isEnough)
}

/** One part in a thread of its own, so that as many go on as the machine has processors. */
const foundBy = (part: Part) =>
  new Promise<Found>((resolve, reject) => {
    const worker = new Worker(new URL('./ballots/part.ts', import.meta.url), { workerData: part })
    worker.once('message', resolve)
    worker.once('error', reject)
  })
