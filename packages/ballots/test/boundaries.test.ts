import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const source = join(import.meta.dirname, '../src')
const files = readdirSync(source, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => relative(source, join(entry.parentPath, entry.name)))
const textOf = (file: string) => readFileSync(join(source, file), 'utf8')

/** Only these may know of Node, or of a page. */
const isNode = (file: string) => file === 'node.ts' || /^(node|cli)\//.test(file)
const isPage = (file: string) => file.startsWith('page/')

describe('the core', () => {
  it.each(files.filter((file) => !isNode(file)))('%s imports nothing of Node', (file) => {
    const imports = [...textOf(file).matchAll(/from '([^']+)'/g)].map(([, name]) => name!)
    expect(imports.filter((name) => name.startsWith('node:'))).toEqual([])
    expect(imports.filter((name) => /(^|\/)(node|cli)(\/|\.ts)/.test(name))).toEqual([])
    expect(textOf(file)).not.toMatch(/\b(process|Buffer|require|__dirname)\b[.(]/)
  })

  it.each(files.filter((file) => !isPage(file)))('%s knows no page', (file) => {
    expect(textOf(file)).not.toMatch(/\b(document|window|navigator|localStorage|fetch|XMLHttpRequest)\b[.(]/)
  })

  it('draws randomness in one place, from the platform', () => {
    const drawing = files.filter((file) =>
      /getRandomValues|randomUUID|Math\.random|randomFill|webcrypto/.test(textOf(file)),
    )
    expect(drawing).toEqual(['random.ts'])
    expect(textOf('random.ts')).not.toMatch(/Math\.random/)
  })

  it('writes to no console and keeps no log', () => {
    const speaking = files.filter((file) => /console\.|process\.(stdout|stderr)/.test(textOf(file)))
    expect(speaking).toEqual(['cli/asamblea-verify.ts'])
  })

  it('throws no message that quotes a value', () => {
    const messages = files.flatMap((file) =>
      [...textOf(file).matchAll(/new Error\((`[^`]*`|'[^']*')/g)].map(([, text]) => text!),
    )
    const allowed =
      /^(`begun with an unreadable election: \$\{election\.refusal\.reason\}`|`begun with an unreadable election: \$\{read\.refusal\.reason\}`|`a worker ended with code \$\{code\}`)$/
    for (const message of messages) if (message.includes('${')) expect(message).toMatch(allowed)
  })

  it('keeps each file short', () => {
    const long = files.filter((file) => file !== 'wasm/modules.ts' && textOf(file).split('\n').length > 300)
    expect(long).toEqual([])
  })
})
