import { compareCopies } from '../archive/compare.ts'
import { type Port, poolOf, type Reply, type Request } from '../verify/pool.ts'
import { serveChecks } from '../verify/serve.ts'
import { verifyArchive } from '../verify/verify.ts'
import { fastGroups } from '../wasm.ts'
import type { News, Order } from './messages.ts'

/** One script for both roles. */
self.onmessage = async ({ data }: MessageEvent<Order>) => {
  if (data.role === 'verify') tell(await verify(data))
  else answerThrough(data.port)
}

const answerThrough = (port: MessagePort) => {
  const serve = serveChecks(fastGroups())
  port.onmessage = async ({ data }: MessageEvent<Request>) => port.postMessage(await serve(data))
}

const tell = (news: News) => self.postMessage(news)

type Verification = Extract<Order, { role: 'verify' }>

const verify = async ({ file, earlier, helpers }: Verification): Promise<News> => {
  try {
    const compared = earlier && (await compareCopies(chunksOf(earlier), chunksOf(file)))
    if (compared && !compared.ok)
      return { kind: 'finding', finding: { outcome: 'refused', refusal: compared.refusal }, receipts: [] }
    const verdict = await verifyArchive(chunksOf(file), {
      groups: await fastGroups(),
      checker: poolOf(helpers.map(helperPort)),
      onProgress: (progress) => tell({ kind: 'progress', progress }),
    })
    if (verdict.outcome !== 'sound') return { kind: 'finding', finding: verdict, receipts: [] }
    const { outcome, report, verified } = verdict
    const comparison = compared ? { comparison: compared.value } : {}
    return { kind: 'finding', finding: { outcome, report }, receipts: verified.receipts, ...comparison }
  } catch (error) {
    return { kind: 'fault', message: error instanceof Error ? error.message : String(error) }
  }
}

/** A file a megabyte at a time, so that a large one never stands whole in memory. */
async function* chunksOf(file: Blob): AsyncGenerator<Uint8Array> {
  for (let offset = 0; offset < file.size; offset += 2 ** 20)
    yield new Uint8Array(await file.slice(offset, offset + 2 ** 20).arrayBuffer())
}

/** A helper that fails is noticed by the page, which started it. */
const helperPort = (port: MessagePort): Port => ({
  post: (request) => port.postMessage(request),
  listen: (onReply) => {
    port.onmessage = ({ data }: MessageEvent<Reply>) => onReply(data)
  },
  close: () => port.close(),
})
