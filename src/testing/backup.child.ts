// Makes a backup and reads it through, in a process that is given little memory: if it kept the rows it would die.
import { readFileSync } from 'node:fs'
import pg from 'pg'
import { read } from '#platform/upkeep/archive.ts'
import { backUp, fileStream } from '#platform/upkeep/backup.ts'
import { opened } from '#platform/upkeep/seal.ts'
import { newKey } from '#platform/vault/keys.ts'

const { owner: config, file } = JSON.parse(readFileSync(0, 'utf8')) as { owner: pg.PoolConfig; file: string }
const owner = new pg.Pool(config)
const master = newKey()
const began = performance.now()
await backUp(owner, master, file)
const seconds = (performance.now() - began) / 1_000
const { pieces } = await read(opened(fileStream(file), { master }))
let rows = 0
for await (const piece of pieces) if (piece.kind === 'end' && piece.table === 'people') rows += piece.rows
console.log(JSON.stringify({ rows, seconds }))
await owner.end()
