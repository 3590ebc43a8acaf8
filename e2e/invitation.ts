import { runProgram } from '../src/testing/program.ts'
import { type Place, site } from './browser.ts'

/** The address that whoever runs the server hands out for a phone: `npm run admin -- invite`. */
export const invitation = async (organization: string, name: string, list: string, at: Place = site) => {
  const program = runProgram('src/admin.ts', { DATA_DIR: at.dataDir, PUBLIC_URL: at.url }, [
    'invite',
    organization,
    name,
    '--list',
    list,
  ])
  const code = await program.ended
  const address = /http\S+\/join#\S+/.exec(program.output())?.[0]
  if (code !== 0 || !address) throw new Error(`No invitation: ${program.output()}`)
  return address
}
