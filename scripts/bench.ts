// `npm run bench -- NAME`: one measurement of bench/, beside its peer or its limit in the same run.
import { runNamed } from './named.ts'

await runNamed('bench')
