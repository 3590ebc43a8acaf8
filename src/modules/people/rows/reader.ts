import { askedWorker } from '#platform/http/trusted.ts'
import type { RowsAnswer, RowsRequest } from './rows.worker.ts'
import rowsWorker from './rows.worker.ts?worker&url'

/** The list being imported, held by a worker. */
export const openReader = () =>
  askedWorker<RowsRequest, RowsAnswer>(rowsWorker, { answer: 'failed', reason: 'unreadable' })
