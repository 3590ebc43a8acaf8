import { askedWorker } from '#platform/http/trusted.ts'
import type { VotersAsked, VotersTold } from './voters.worker.ts'
import votersWorker from './voters.worker.ts?worker&url'

export type VotersReader = ReturnType<typeof openVotersReader>

/** The file of voters, held by a worker. */
export const openVotersReader = () =>
  askedWorker<VotersAsked, VotersTold>(votersWorker, { answer: 'failed', reason: 'unreadable' })
