#!/usr/bin/env node
// Runs the built program; inside the repository, where it may not be built, the same program from its source.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const at = (path) => fileURLToPath(new URL(path, import.meta.url))
const source = at('../src/bin.ts')
const runner = at('../../../scripts/node24.mjs')

if (existsSync(source) && existsSync(runner)) {
  const { status } = spawnSync(process.execPath, [runner, source, ...process.argv.slice(2)], {
    stdio: 'inherit',
  })
  process.exitCode = status ?? 1
} else {
  await import('../dist/bin.js')
}
