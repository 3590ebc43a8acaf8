import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { nodeGroups } from '../packages/ballots/src/node.ts'
import { tool } from '../packages/ballots/test/judge.ts'
import { claim } from '../scripts/claim.ts'
import { makeArchive } from './ballots/archive.ts'
import { cheapest, ourCost, toolCost } from './ballots/cost.ts'
import { ourCreation, toolCreation } from './ballots/create.ts'
import { phoneCreation } from './ballots/phone.ts'

/** Ballots of the archives that are timed, and how often; BALLOTS and ROUNDS in the environment change them. */
const ballots = Number(process.env.BALLOTS ?? 1_000)
const rounds = Number(process.env.ROUNDS ?? 3)
const large = Number(process.env.LARGE ?? 10_000)

/**
 * One question with three answers, against belenios-tool 2.0 in the same run. Times are processor time of whole
 * processes, start included, the cheapest of several rounds taken in turn; only the claim on the whole machine is
 * by the clock on the wall.
 */
export const run = async () => {
  execFileSync('npm', ['run', 'build', '--silent', '--workspace', '@asamblea/ballots'], { stdio: 'inherit' })
  const version = tool(['--version']).trim()
  if (!version.startsWith('2.0')) throw new Error(`the peer must be belenios-tool 2.0, and is ${version}`)
  const folder = mkdtempSync(join(tmpdir(), 'asamblea-bench-'))
  try {
    await verification(folder)
    await creation()
    await memory(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const verification = async (folder: string) => {
  const groups = await nodeGroups()
  const belenios = makeArchive(groups, 'BELENIOS-2048', ballots, folder)
  const twin = makeArchive(groups, 'Ed25519', ballots, folder)
  const workers = availableParallelism()
  const { tool, ours, shared, edwards } = cheapest(rounds, {
    tool: () => toolCost(belenios),
    ours: () => ourCost(belenios, 1),
    shared: () => ourCost(belenios, workers),
    edwards: () => ourCost(twin, 1),
  })
  const each = (ms: number) => `${(ms / ballots).toFixed(2)} ms a ballot`
  console.log(`belenios-tool 2.0, BELENIOS-2048: ${each(tool.cpuMs)}`)
  console.log(`ours, BELENIOS-2048 (${groups['BELENIOS-2048'].by}): ${each(ours.cpuMs)}`)
  console.log(
    `ours, BELENIOS-2048, ${workers} workers: ${each(shared.wallMs)} by the clock, the tool ${each(tool.wallMs)}`,
  )
  console.log(`ours, Ed25519 (${groups.Ed25519.by}): ${each(edwards.cpuMs)}`)
  ratio('verify BELENIOS-2048, one core', tool.cpuMs / ours.cpuMs, 2)
  ratio(`verify BELENIOS-2048, ${workers} cores`, tool.wallMs / shared.wallMs, 3.5)
  ratio('verify Ed25519, one core, against the BELENIOS-2048 twin', tool.cpuMs / edwards.cpuMs, 8)
}

const creation = async () => {
  const peer = toolCreation(20)
  try {
    const { tool, ours } = cheapest(rounds, { tool: peer.measure, ours: ourCreation(ballots) })
    console.log(
      `belenios-tool 2.0 makes a ballot in ${tool.cpuMs.toFixed(2)} ms, plain JavaScript in ${ours.cpuMs.toFixed(2)} ms`,
    )
    ratio('create BELENIOS-2048, plain JavaScript', tool.cpuMs / ours.cpuMs, 6.5)
  } finally {
    peer.close()
  }
  const ms = await phoneCreation(6)
  claim(
    'create the first ballot of a page, Chromium slowed 6 times',
    `${ms.toFixed(0)} ms`,
    '< 1000 ms',
    ms < 1000,
  )
}

const memory = async (folder: string) => {
  const file = makeArchive(await nodeGroups(), 'BELENIOS-2048', large, folder)
  const { maxRssMb, wallMs, cpuMs } = ourCost(file, 1)
  console.log(
    `${large} ballots in one pass: ${(cpuMs / 1000).toFixed(1)} s of processor, ${(wallMs / 1000).toFixed(1)} s by the clock`,
  )
  claim(
    `verify ${large} ballots in one pass, largest memory`,
    `${maxRssMb.toFixed(0)} MB`,
    '< 300 MB',
    maxRssMb < 300,
  )
}

const ratio = (name: string, times: number, wanted: number) =>
  claim(name, `${times.toFixed(2)} × belenios-tool 2.0`, `≥ ${wanted} ×`, times >= wanted)
