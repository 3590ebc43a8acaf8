#!/usr/bin/env node
// Stands here so that npm links the command in a checkout too, where dist/ is not there until it is built.
import { existsSync } from 'node:fs'

const built = new URL('../dist/cli/asamblea-verify.js', import.meta.url)
if (existsSync(built)) await import(built.href)
else {
  console.error('asamblea-verify: npm run build --workspace @asamblea/ballots')
  process.exitCode = 2
}
