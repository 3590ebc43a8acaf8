import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Question } from '../src/election/question.ts'
import { inFolder, tool } from './judge.ts'

/** An election held from beginning to end with belenios-tool 2.0 alone. */
export type ToolElection = { readonly uuid: string; readonly archive: Uint8Array; readonly open: Uint8Array }

export type ToolPlan = {
  readonly questions: readonly Question[]
  /** One line per voter: a name, and after two commas a weight. */
  readonly voters: readonly string[]
  /** Who votes and what each slot of each question holds, in order. */
  readonly votes: readonly (readonly [voter: number, slots: readonly (readonly number[])[]])[]
  readonly singles: number
  readonly threshold?: { readonly needed: number; readonly size: number; readonly present: readonly number[] }
}

const group = 'BELENIOS-2048'

export const holdWithTool = (plan: ToolPlan): ToolElection =>
  inFolder((cwd) => {
    const run = (args: string, input = '') => tool(args.split(' '), { cwd, input })
    const find = (ending: string) => readdirSync(cwd).find((name) => name.endsWith(ending))!
    const write = (name: string, text: string) => writeFileSync(join(cwd, name), text)
    const read = (name: string) => readFileSync(join(cwd, name), 'utf8')

    const uuid = run('setup generate-token').trim()
    write('voters', `${plan.voters.join('\n')}\n`)
    run(`setup generate-credentials --uuid ${uuid} --group ${group} --file voters`)
    write('public_creds.json', read(find('.pubcreds')))
    const codes = read(find('.privcreds'))
      .trim()
      .split('\n')
      .map((line) => line.split(' ').at(-1)!)
    const keys = makeTrustees(plan, cwd, run, read, write)
    run('setup make-trustees')
    write(
      'template.json',
      JSON.stringify({ description: 'd', name: 'Elección', questions: plan.questions.map(inOrder) }),
    )
    run(`setup make-election --uuid ${uuid} --group ${group} --template template.json`)
    run('archive init')
    for (const [voter, slots] of plan.votes) {
      write('code', codes[voter]!)
      write('vote', JSON.stringify(slots))
      run('archive add-event --type=Ballot', run('election generate-ballot --privcred=code --ballot=vote'))
    }
    const bytes = () => new Uint8Array(readFileSync(join(cwd, `${uuid}.bel`)))
    const open = bytes()
    run('archive add-event --type=EndBallots')
    run('archive add-event --type=EncryptedTally', run('election compute-encrypted-tally'))
    for (const decrypt of keys) run('archive add-event --type=PartialDecryption', run(decrypt))
    run('archive add-event --type=Result', run('election compute-result'))
    return { uuid, archive: bytes(), open }
  })

const inOrder = ({ answers, blank, min, max, question }: Question) => ({
  answers,
  ...(blank ? { blank } : {}),
  min,
  max,
  question,
})

type Run = (args: string, input?: string) => string

/** Answers the commands by which those who are present decrypt. */
const makeTrustees = (
  { singles, threshold }: ToolPlan,
  cwd: string,
  run: Run,
  read: (name: string) => string,
  write: (name: string, text: string) => void,
): string[] => {
  const commands: string[] = []
  const publicKeys: string[] = []
  for (let single = 1; single <= singles; single++) {
    const before = new Set(readdirSync(cwd))
    run(`setup generate-trustee-key --group ${group}`)
    const made = readdirSync(cwd).filter((name) => !before.has(name))
    publicKeys.push(read(made.find((name) => name.endsWith('.pubkey'))!).trim())
    commands.push(
      `election decrypt --privkey ${made.find((name) => name.endsWith('.privkey'))} --trustee-id ${single}`,
    )
  }
  write('public_keys.jsons', publicKeys.map((key) => `${key}\n`).join(''))
  if (!threshold) return commands
  const step = (number: number, more = '', input = '') =>
    run(`setup generate-trustee-key-threshold --group ${group} --step ${number}${more}`, input)
  const members: string[] = []
  for (let member = 0; member < threshold.size; member++) {
    const before = new Set(readdirSync(cwd))
    step(1)
    members.push(
      readdirSync(cwd)
        .find((name) => name.endsWith('.key') && !before.has(name))!
        .slice(0, -4),
    )
  }
  write('certs.jsons', members.map((member) => read(`${member}.cert`)).join(''))
  const certs = ' --certs certs.jsons'
  step(2, certs)
  const polynomials = members.map((member) =>
    step(3, `${certs} --key ${member}.key --threshold ${threshold.needed}`),
  )
  write('polynomials.jsons', polynomials.join(''))
  step(4, `${certs} --polynomials polynomials.jsons`)
  const outputs = members.map((member) => step(5, `${certs} --key ${member}.key`, read(`${member}.vinput`)))
  write('threshold.json', step(6, `${certs} --polynomials polynomials.jsons`, outputs.join('')))
  const present = threshold.present.map((place) => {
    const member = members[place - 1]!
    return `election decrypt-threshold --key ${member}.key --decryption-key ${member}.dkey --trustee-id ${singles + place}`
  })
  return [...commands, ...present]
}
