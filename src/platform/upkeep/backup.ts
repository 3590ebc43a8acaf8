import { createReadStream, mkdirSync, openSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import type pg from 'pg'
import { migrationsIn } from '../db/migrate.ts'
import { type Table, tablesOf } from '../db/tables.ts'
import type { Key } from '../vault/keys.ts'
import { type NewHeader, type Section, written } from './archive.ts'
import { sealed } from './seal.ts'
import { plainText, rowsOf } from './store.rows.ts'

/**
 * Writes everything the database holds, as of one moment, into one file that only the master key or two of its sheets open.
 * The file appears under its name when it is whole and on the disk, never before.
 */
export const backUp = async (owner: pg.Pool, master: Key, file: string): Promise<void> => {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  await keepFile(await sealed(everything(owner), { master }), file)
}

async function* everything(owner: pg.Pool): AsyncGenerator<string> {
  const client = await owner.connect()
  try {
    await asOfNow(client)
    yield* written(await serverHeader(client), sections(client, await tablesOf(client)))
  } finally {
    // Whoever stopped reading left the cursor open; the connection goes with it.
    client.release(true)
  }
}

const serverHeader = async (client: pg.ClientBase): Promise<NewHeader> => ({
  holds: 'server',
  madeAt: new Date().toISOString(),
  migrations: await migrationsIn(client),
  organization: null,
})

async function* sections(client: pg.ClientBase, tables: readonly Table[]): AsyncGenerator<Section> {
  for (const table of tables) {
    yield {
      table: table.name,
      columns: table.columns.map(({ name }) => name),
      batches: rowsOf(client, table),
    }
  }
}

/** Begins a transaction that sees one moment of the whole database and may change nothing. */
export const asOfNow = async (client: pg.ClientBase) => {
  await client.query('begin isolation level repeatable read, read only')
  await plainText(client)
}

/** Writes a stream to a file that only its owner may read, through a partial one. */
export const keepFile = async (stream: ReadableStream<Uint8Array>, file: string): Promise<void> => {
  const partial = `${file}.partial`
  const handle = await open(partial, 'w', 0o600)
  try {
    for await (const chunk of stream) await handle.write(chunk)
    await handle.sync()
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  } finally {
    await handle.close()
  }
  await rename(partial, file)
}

export const fileStream = (file: string): ReadableStream<Uint8Array> =>
  Readable.toWeb(createReadStream(file, { fd: openSync(file, 'r') })) as ReadableStream<Uint8Array>
