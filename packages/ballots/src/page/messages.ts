import type { Comparison } from '../text/report.ts'
import type { Finding, Progress } from '../verify/report.ts'
import type { Receipt } from '../verify/verified.ts'

/**
 * What the page asks of each of its workers: to verify a file with the help of the others, which stand behind
 * `helpers`, or to answer the requests that come through `port`. A worker of a page opened from disk may not start
 * workers itself, so the page starts all of them.
 */
export type Order =
  | {
      readonly role: 'verify'
      readonly file: Blob
      readonly earlier?: Blob
      readonly helpers: readonly MessagePort[]
    }
  | { readonly role: 'check'; readonly port: MessagePort }

/** What the worker that verifies tells the page. */
export type News =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | {
      readonly kind: 'finding'
      readonly finding: Finding
      readonly comparison?: Comparison
      readonly receipts: readonly Receipt[]
    }
  | { readonly kind: 'fault'; readonly message: string }
