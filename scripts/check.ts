// `npm test`: everything a change must pass, as a readable list.
import { script, step, type Tally, tests } from './step.ts'

const tally: Tally = { passed: 0, failed: 0 }
const count = ({ passed, failed }: Tally) => {
  tally.passed += passed
  tally.failed += failed
}

count(await step('format and lint', 'biome', ['ci', '--error-on-warnings']))
count(await step('types', 'tsc', []))
count(await step('nothing unused', 'knip', []))
count(
  await script('the types of the database are those of the migrations', 'scripts/generate.ts', ['--verify']),
)
count(await script('the browser’s files', 'scripts/build.ts', []))
count(await tests('packages', 'packages'))
count(await tests('the application', 'app'))
count(await tests('journeys in a browser', 'journeys'))

console.log(`\n${tally.passed} passed, ${tally.failed} failed`)
process.exit(tally.failed === 0 ? 0 : 1)
