// `npm run generate`: the files a lawyer edits (rules/) become the modules the code imports (src/data/).
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileRules } from './compile.ts'

const here = join(import.meta.dirname, '..')
try {
  for (const [name, source] of Object.entries(compileRules(join(here, 'rules'))))
    writeFileSync(join(here, 'src', 'data', `${name}.ts`), source)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
