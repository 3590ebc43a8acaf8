import { trustedWorker } from '#platform/http/trusted.ts'
import type { VotersAsked, VotersTold } from './voters.worker.ts'
import votersWorker from './voters.worker.ts?worker&url'

export type VotersReader = ReturnType<typeof openVotersReader>

/** The file of voters, held by a thread of its own: one question at a time. */
export const openVotersReader = () => {
  const worker = trustedWorker(votersWorker)
  const ask = (asked: VotersAsked): Promise<VotersTold> =>
    new Promise((resolve) => {
      worker.onmessage = ({ data }) => resolve(data)
      worker.onerror = () => resolve({ answer: 'failed', reason: 'unreadable' })
      worker.postMessage(asked)
    })
  return { ask, close: () => worker.terminate() }
}
