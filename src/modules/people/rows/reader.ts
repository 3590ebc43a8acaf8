import { trustedWorker } from '#platform/http/trusted.ts'
import type { RowsAnswer, RowsRequest } from './rows.worker.ts'
import rowsWorker from './rows.worker.ts?worker&url'

/** The list being imported, held by a worker: one question at a time, answered in order. */
export const openReader = () => {
  const worker = trustedWorker(rowsWorker)
  let last: Promise<unknown> = Promise.resolve()
  const ask = (request: RowsRequest): Promise<RowsAnswer> => {
    const answer = last.then(
      () =>
        new Promise<RowsAnswer>((resolve) => {
          worker.onmessage = ({ data }) => resolve(data)
          worker.onerror = () => resolve({ answer: 'failed', reason: 'unreadable' })
          worker.postMessage(request)
        }),
    )
    last = answer
    return answer
  }
  return { ask, close: () => worker.terminate() }
}
