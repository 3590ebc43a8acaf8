import { spawn } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { lockFolder } from '#platform/db/lock.ts'
import { type Site, siteFrom, siteMissing } from '#platform/http/site.ts'

const project = join(import.meta.dirname, '../..')
const built = join(project, 'dist', 'client')
const script = join(project, 'scripts', 'build.ts')

/** Whether the browser's files have to be built: there are none, or a source is newer. Without the build script there is nothing to do. */
export const needsBuild = (): boolean =>
  existsSync(script) && newestSource() > timeOf(join(built, 'index.html'))

/** The browser's files, built first when they have to be. */
export const openSite = async (): Promise<Site> => {
  if (needsBuild()) await buildAlone()
  return existsSync(join(built, 'index.html')) ? siteFrom(built) : siteMissing
}

/** Two servers of one checkout that start at once: the second waits for what the first one builds. */
const buildAlone = async () => {
  let unlock = await lockFolder(project)
  while (!unlock) {
    await sleep(200)
    unlock = await lockFolder(project)
  }
  try {
    if (needsBuild()) await build()
  } finally {
    await unlock()
  }
}

const newestSource = (): number => {
  const files = readdirSync(join(project, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(tsx?|css|html|svg|json)$/.test(file) && !file.endsWith('.test.ts'))
    .map((file) => join(project, 'src', file))
  const others = ['package.json', 'vite.config.ts', 'scripts/build.ts'].map((file) => join(project, file))
  return Math.max(...[...files, ...others].map(timeOf))
}

const timeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0

const build = () =>
  new Promise<void>((resolve, reject) => {
    const child = spawn(process.execPath, ['--conditions=source', script], {
      cwd: project,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let errors = ''
    child.stderr.on('data', (chunk) => {
      errors += chunk
    })
    child.on('error', reject)
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`scripts/build.ts failed: ${errors.trim()}`)),
    )
  })
