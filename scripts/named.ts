import { readdirSync } from 'node:fs'

/**
 * Imports `FOLDER/NAME.ts` for the NAME of the command line and runs its exported `run()`.
 * With no name, lists what there is.
 */
export const runNamed = async (folder: 'bench' | 'prove') => {
  const names = readdirSync(folder)
    .filter((file) => /^[a-z-]+\.ts$/.test(file))
    .map((file) => file.replace('.ts', ''))
  const [name] = process.argv.slice(2)
  if (!name || !names.includes(name)) {
    console.error(`npm run ${folder} -- NAME, where NAME is one of: ${names.join(', ')}`)
    process.exit(2)
  }
  const { run } = await import(`../${folder}/${name}.ts`)
  await run()
}
