import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { claim } from '../scripts/claim.ts'

const built = 'dist/client'

/** What a phone fetches before it can work at the gate: exactly the files that the service worker keeps. */
export const run = async () => {
  execFileSync(process.execPath, ['--conditions=source', 'scripts/build.ts'], { stdio: 'inherit' })
  const worker = readFileSync(join(built, 'worker.js'), 'utf8')
  // The build turns the list of files into one text, cut at its commas.
  const listed = /["'`](\/,\/[^"'`]+)["'`]/.exec(worker)?.[1]
  if (!listed) throw new Error('The service worker names no files.')
  const files = listed.split(',').map((file) => (file === '/' ? '/index.html' : file))
  const sizes = files.map((file) => ({
    file,
    bytes: gzipSync(readFileSync(join(built, file)), { level: 6 }).length,
  }))
  const sum = (chosen: typeof sizes) => chosen.reduce((total, { bytes }) => total + bytes, 0)
  for (const { file, bytes } of sizes.toSorted((a, b) => b.bytes - a.bytes))
    console.log(`${(bytes / 1000).toFixed(1).padStart(8)} kB  ${file}`)
  const [all, script] = [sum(sizes), sum(sizes.filter(({ file }) => file.endsWith('.js')))]
  claim(
    'gate, first load',
    `${(all / 1000).toFixed(0)} kB in ${files.length} files`,
    '≤ 1 MB',
    all <= 1_000_000,
  )
  claim('gate, JavaScript gzipped', `${(script / 1000).toFixed(0)} kB`, '≤ 220 kB', script <= 220_000)
}
