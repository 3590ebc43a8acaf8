// Verifies one archive with the built package and writes what it cost: `node verify-once.js FILE WORKERS`.
import { verifyFile } from '../../packages/ballots/dist/node.js'

const [file, workers] = process.argv.slice(2)
const started = performance.now()
const verdict = await verifyFile(file, { workers: Number(workers) })
if (verdict.outcome !== 'sound') throw new Error(verdict.refusal.reason)
const { user, system } = process.cpuUsage()
const wallMs = performance.now() - started
const maxRssMb = process.resourceUsage().maxRSS / 1024
console.log(
  JSON.stringify({ ballots: verdict.report.ballots, cpuMs: (user + system) / 1000, wallMs, maxRssMb }),
)
