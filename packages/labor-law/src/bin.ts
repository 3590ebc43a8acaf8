// The only place that knows the time and the process: today in central Mexico, arguments in, text out.
import { run } from './cli.ts'

const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Mexico_City' }).format(new Date())
const { code, out, err } = run(process.argv.slice(2), today)
process.stdout.write(out)
process.stderr.write(err)
process.exitCode = code
