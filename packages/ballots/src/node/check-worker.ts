import { parentPort } from 'node:worker_threads'
import type { Request } from '../verify/pool.ts'
import { serveChecks } from '../verify/serve.ts'
import { nodeGroups } from './groups.ts'

const serve = serveChecks(nodeGroups())

parentPort!.on('message', async (request: Request) => {
  parentPort!.postMessage(await serve(request))
})
