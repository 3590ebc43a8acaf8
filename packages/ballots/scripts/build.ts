// Builds what the package ships: JavaScript with types, the command, and the verifier page.
import { execFileSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pageHtml } from './build-page.ts'

const home = dirname(import.meta.dirname)
const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc')

rmSync(join(home, 'dist'), { recursive: true, force: true })
execFileSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], { cwd: home, stdio: 'inherit' })
writeFileSync(join(home, 'dist/asamblea-verify.html'), await pageHtml())
