// `npm run prove -- NAME`: one proof of prove/ at full size.
import { runNamed } from './named.ts'

await runNamed('prove')
