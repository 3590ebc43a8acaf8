import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { putTogether, takeApart } from './records.ts'
import { alone, holdElection } from './world.ts'

const command = join(import.meta.dirname, '../src/cli/asamblea-verify.ts')
const folder = mkdtempSync(join(tmpdir(), 'asamblea-cli-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const held = await holdElection({
  group: 'Ed25519',
  questions: [{ question: '¿Quién?', answers: ['Lupita\x1b[2J', 'Chuy'], min: 1, max: 1 }],
  voters: 2,
  ballots: [
    [0, [[0]]],
    [0, [[1]]],
  ],
  custody: alone,
})
const save = (name: string, bytes: Uint8Array) => {
  writeFileSync(join(folder, name), bytes)
  return join(folder, name)
}
const decided = save('decided.bel', held.decided)
const open = save('open.bel', held.open)
const events = await takeApart(held.decided)
const forged = save('forged.bel', putTogether(events.with(1, events[2]!)))
const changed = save('changed.bel', held.open.with(3_000, held.open[3_000]! ^ 1))
const picture = save('picture.png', new Uint8Array(4_000).fill(0x89))

const run = (args: readonly string[], locale: Record<string, string> = {}) => {
  const { LC_ALL, LC_MESSAGES, LANG, ...env } = process.env
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    encoding: 'utf8',
    env: { ...env, ...locale },
  })
  return { status, stdout, stderr }
}

describe('asamblea-verify', () => {
  it('ends with 1 for a forged archive, and names the ballot and the check', () => {
    const { status, stdout } = run([forged, '--workers', '1'])
    expect(status).toBe(1)
    expect(stdout).toContain('RECHAZADO')
    expect(stdout).toContain('Boleta número: 2')
    expect(stdout).toContain('las boletas (ballot-repeated)')
  })

  it('ends with 2 for what is no archive, for no file and for a mistaken command', () => {
    expect(run([picture])).toMatchObject({ status: 2, stdout: expect.stringContaining('NO SE PUEDE JUZGAR') })
    expect(run([join(folder, 'missing.bel')])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('No se puede leer el archivo'),
    })
    for (const args of [
      [],
      [decided, open],
      [decided, '--lang', 'fr'],
      [decided, '--workers', '0'],
      ['--unknown'],
    ])
      expect(run(args)).toMatchObject({
        status: 2,
        stdout: '',
        stderr: expect.stringContaining('asamblea-verify ARCHIVO.bel'),
      })
  })

  it('ends with 0 for a sound one, and says what was checked and what that cannot prove', () => {
    const { status, stdout } = run([decided])
    expect(status).toBe(0)
    for (const part of ['TODO ES CORRECTO', 'Lo que se comprobó', 'Lo que esto no puede probar', '1  Chuy'])
      expect(stdout).toContain(part)
  })

  it('speaks the language it is asked for, else that of the machine, Spanish first', () => {
    expect(run([decided], { LANG: 'en_US.UTF-8' }).stdout).toContain('EVERYTHING IS CORRECT')
    expect(run([decided], { LANG: 'en_US.UTF-8', LC_ALL: 'es_MX.UTF-8' }).stdout).toContain(
      'TODO ES CORRECTO',
    )
    expect(run([decided], { LANG: 'C' }).stdout).toContain('TODO ES CORRECTO')
    expect(run([decided, '--lang', 'en'], { LANG: 'es_MX.UTF-8' }).stdout).toContain('What this cannot prove')
    expect(run(['--help', '--lang', 'en'])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('ARCHIVE.bel'),
    })
  })

  it('compares with an earlier copy', () => {
    const grown = run([decided, '--against', open])
    expect(grown.status).toBe(0)
    expect(grown.stdout).toContain(`creció ${held.decided.length - held.open.length} bytes`)
    expect(run([decided, '--against', changed])).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('copy-differs'),
    })
    expect(run([open, '--against', decided])).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('copy-longer'),
    })
  })

  it('writes JSON for programs', () => {
    const sound = JSON.parse(run([decided, '--json', '--against', open]).stdout)
    expect(sound).toMatchObject({
      outcome: 'sound',
      report: { counts: [[0, 1]], uuid: held.uuid, ballots: 2, counted: 1 },
    })
    expect(sound.comparison.added).toBe(held.decided.length - held.open.length)
    const refused = JSON.parse(run([forged, '--json']).stdout)
    expect(refused).toMatchObject({
      outcome: 'refused',
      refusal: { check: 'ballots', reason: 'ballot-repeated', ballot: { position: 2 } },
    })
    expect(JSON.parse(run([picture, '--json']).stdout)).toMatchObject({
      outcome: 'unreadable',
      refusal: { reason: 'not-an-archive' },
    })
  })

  it('finds a ballot', () => {
    const { tracker } = JSON.parse(run([forged, '--json']).stdout).refusal.ballot
    expect(run([decided, '--find', tracker]).stdout).toMatch(/Es la boleta número 2, y es la que cuenta\.\n$/)
    expect(run([decided, '--find', 'nadie']).stdout).toMatch(/no está en este archivo\.\n$/)
  })

  it('lets no archive move the cursor of the terminal', () => {
    const { stdout } = run([decided])
    expect(stdout).toContain('Lupita\ufffd[2J')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
    expect(stdout).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f]/)
  })

  it('gives the same verdict with one worker as with several', () => {
    for (const file of [decided, forged])
      expect(run([file, '--json', '--workers', '3']).stdout).toBe(
        run([file, '--json', '--workers', '1']).stdout,
      )
  })
})
