// The thread that pdfOf prints in: a document comes in, its progress and its pages go out.
import { parentPort } from 'node:worker_threads'
import { leavesOf } from './blocks.ts'
import { blocksOf, type Document } from './document.ts'
import { lay } from './lay/lay.ts'
import { setPdf } from './pdf.ts'

const port = parentPort!

port.on('message', (document: Document) => {
  try {
    const figures = document.sections
      .flatMap((section) => leavesOf(blocksOf(section)))
      .filter(({ block }) => block === 'figure').length
    const laid = lay(document, (done) => port.postMessage({ progress: { done, figures } }))
    const made = setPdf(laid)
    port.postMessage({ made }, 'bytes' in made ? [made.bytes.buffer as ArrayBuffer] : [])
  } catch (fault) {
    port.postMessage({ fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) })
  }
})
