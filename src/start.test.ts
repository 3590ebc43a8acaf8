import { spawnSync } from 'node:child_process'
import { chownSync, mkdirSync, statfsSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, describe, expect, inject, test } from 'vitest'
import { freshDatabase } from './testing/database.ts'
import { dataFolder, type Program, runProgram, untilSaid } from './testing/program.ts'
import { asVersion14, overTcp } from './testing/relay.ts'

// Each is a whole program of its own, as whoever runs it meets it: slow where the machine is busy.
const patient = { timeout: 120_000 }

describe('what stops a start, in one sentence and with an exit code', () => {
  const { folder, drop } = dataFolder()
  afterAll(drop)
  const start = (env: Record<string, string>) =>
    runProgram('src/main.ts', { PORT: '0', DATA_DIR: folder, DEMO: 'off', ...env })
  const says = async (program: Program, sentence: RegExp) => {
    const code = await program.ended
    const output = program.output().trim()
    expect(output.split('\n').at(-1)).toMatch(sentence)
    expect(code).toBe(1)
    expect(output).not.toMatch(/\n\s+at /)
    expect(output).not.toMatch(/hunter2/)
  }
  const refused = (env: Record<string, string>, sentence: RegExp) => says(start(env), sentence)
  const inFolder = (name: string) => ({ DATA_DIR: join(folder, name) })

  test('a setting, an address, a folder, a taken port, another database', patient, async () => {
    const other = await startListening()
    const nobody = (role: string) => `postgres://asamblea_${role}:hunter2@127.0.0.1:1/x`
    writeFileSync(join(folder, 'file'), '')
    mkdirSync(join(folder, 'theirs'))
    writeFileSync(join(folder, 'theirs', 'postgres.password'), '')
    const root = process.getuid?.() === 0
    if (root) chownSync(join(folder, 'theirs', 'postgres.password'), 65_534, 65_534)
    mkdirSync(join(folder, 'old', 'postgres'), { recursive: true })
    writeFileSync(join(folder, 'old', 'postgres', 'PG_VERSION'), '14\n')
    await Promise.all([
      refused({ PORT: 'x' }, /^The setting PORT is not understood/),
      refused({ PORT: 'x', LANG: 'es_MX.UTF-8' }, /^La variable PORT no se entiende/),
      refused({ PUBLIC_URL: 'http://union.example' }, /^PUBLIC_URL is http:\/\/union\.example/),
      refused(inFolder('file/data'), /file\/data cannot be written to/),
      refused({ PORT: String(other.port) }, /^Port \d+ is taken/),
      refused({ HOST: '203.0.113.7' }, /does not allow listening on 203\.0\.113\.7/),
      refused(
        { ...inFolder('a'), DATABASE_URL: nobody('app'), DATABASE_OWNER_URL: nobody('owner') },
        /^DATABASE_OWNER_URL: nobody answers at 127\.0\.0\.1:1/,
      ),
      root && refused(inFolder('theirs'), /theirs belongs to another user of this machine \(65534\)/),
      refused(inFolder('old'), /^The data is PostgreSQL 14's and this version brings 18/),
    ])
    other.close()
  })

  test(
    'a database role that may do too much, a wrong password, a server that is too old',
    patient,
    async () => {
      const server = inject('server')
      const { app, owner, drop } = await freshDatabase(server)
      const [now, old] = [await overTcp(app), await overTcp(app, asVersion14)]
      const url = ({ user, password }: typeof app, port = now.port, database = app.database) =>
        `postgres://${user}:${password}@127.0.0.1:${port}/${database}`
      const urls = (name: string, asApp: string, asOwner = url(owner)) => ({
        ...inFolder(name),
        DATABASE_URL: asApp,
        DATABASE_OWNER_URL: asOwner,
      })
      await refused(urls('b', url(owner)), /^DATABASE_URL signs in as asamblea_owner, which may do more/)
      await refused(
        urls('c', url(server.superuser as typeof app)),
        /^DATABASE_URL signs in as postgres, which may do more than it should \(superuser/,
      )
      await refused(
        urls('d', url(app), url(app)),
        /^DATABASE_OWNER_URL signs in as asamblea_app; it must sign/,
      )
      await refused(
        urls('e', url({ ...app, password: 'hunter2' })),
        /^DATABASE_URL: PostgreSQL does not accept asamblea_app with that password/,
      )
      await refused(
        urls('f', url(app), url(owner, now.port, 'nowhere')),
        /^DATABASE_OWNER_URL: there is no database nowhere/,
      )
      await refused(
        urls('g', url(app), url(owner, old.port)),
        /^The server is PostgreSQL 14\.\d+; 15 or later is needed/,
      )
      for (const { end } of [now, old]) end()
      await drop()
    },
  )

  describe('a disk, where we may mount one', () => {
    const mounted = (name: string, megabytes: number) => {
      const small = join(folder, name)
      mkdirSync(small)
      const options = ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=711`, 'tmpfs', small]
      return spawnSync('mount', options).status === 0 ? small : undefined
    }
    const reason = 'mounting a small disk takes root'

    test('without room', patient, async (context) => {
      const small = mounted('small', 20)
      if (!small) return context.skip(reason)
      await refused({ DATA_DIR: small }, /is full: \d+ MB are left and 150 MB are needed/).finally(() =>
        spawnSync('umount', [small]),
      )
    })

    test('that fills up while the database is being made', patient, async (context) => {
      const small = mounted('filling', 160)
      if (!small) return context.skip(reason)
      const program = start({ DATA_DIR: small })
      try {
        await untilSaid(program, /Starting the database/)
        const { bavail, bsize } = statfsSync(small)
        writeFileSync(join(small, 'somebody-elses'), Buffer.alloc(bavail * bsize - 4_000_000))
        await says(program, /filling is full: 0 MB are left and 150 MB are needed/)
      } finally {
        program.process.kill('SIGKILL')
        await program.ended
        spawnSync('umount', ['-l', small])
      }
    })
  })
})

const startListening = async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { port: (server.address() as { port: number }).port, close: () => server.close() }
}
