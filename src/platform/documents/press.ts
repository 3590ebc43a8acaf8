import { Worker } from 'node:worker_threads'
import type { Document } from './document.ts'
import type { Misfit, PrintedPdf } from './pdf.ts'

/** What the thread is doing: `done` of `figures` are drawn; then it sets the pages. */
export type Progress = { done: number; figures: number }

/** A document takes longer than this only if it is far larger than any we know of. */
const mostMilliseconds = 120_000

/**
 * Prints a document as PDF in a thread of its own, so that the server answers others meanwhile. Documents wait for each other: one at a time keeps memory
 * within what one needs. What does not fit is a value; a fault of ours throws.
 */
export const pdfOf = (
  document: Document,
  onProgress: (progress: Progress) => void = () => {},
): Promise<PrintedPdf | Misfit> => {
  const made = waiting.then(() => printed(document, onProgress))
  waiting = made.then(
    () => {},
    () => {},
  )
  return made
}

let waiting: Promise<void> = Promise.resolve()
let thread: Worker | undefined

type Answer = { progress: Progress } | { made: PrintedPdf | Misfit } | { fault: string }

const printed = (document: Document, onProgress: (progress: Progress) => void) =>
  new Promise<PrintedPdf | Misfit>((resolve, reject) => {
    thread ??= new Worker(new URL('./press.thread.ts', import.meta.url))
    const worker = thread
    const end = (settle: () => void) => {
      clearTimeout(clock)
      worker.off('error', fail).off('exit', stopped).off('message', heard)
      worker.unref()
      settle()
    }
    const fail = (reason: unknown) => {
      thread = undefined
      void worker.terminate()
      end(() => reject(reason instanceof Error ? reason : new Error(String(reason))))
    }
    const stopped = () => fail('the press stopped')
    const heard = (answer: Answer) => {
      if ('progress' in answer) onProgress(answer.progress)
      else if ('fault' in answer) fail(answer.fault)
      else end(() => resolve(answer.made))
    }
    const clock = setTimeout(() => fail('the document took too long to print'), mostMilliseconds)
    worker.ref()
    worker.on('error', fail).on('exit', stopped).on('message', heard)
    worker.postMessage(document)
  })
