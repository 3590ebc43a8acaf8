// `npm test`: everything a change must pass, as a readable list.
import { step, type Tally, tests } from './step.ts'

const tally: Tally = { passed: 0, failed: 0 }
const count = ({ passed, failed }: Tally) => {
  tally.passed += passed
  tally.failed += failed
}

count(await step('format and lint', 'biome', ['ci', '--error-on-warnings']))
count(await step('types', 'tsc', []))
count(await tests('packages', 'packages'))

console.log(`\n${tally.passed} passed, ${tally.failed} failed`)
process.exit(tally.failed === 0 ? 0 : 1)
