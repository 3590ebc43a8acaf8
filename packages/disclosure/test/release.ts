import { protect } from '../src/disclosure.ts'
import { fileOf } from '../src/file.ts'
import { ledger, record } from '../src/ledger.ts'
import { defaultPolicy, type Policy } from '../src/policy.ts'
import { type PublicationSpec, publication } from '../src/publication.ts'
import type { PublishedTable } from '../src/table.ts'

export const policy = { ...defaultPolicy, coarsenAbove: 1 }

/** Releases a history one publication after the other, as the program would. */
export const releaseAll = async (publications: readonly PublicationSpec[], rules: Policy = policy) => {
  let books = ledger()
  const tables: PublishedTable[] = []
  const withheld: string[] = []
  let unavoidable = 0
  for (const spec of publications) {
    const outcome = await protect(publication(spec), rules, books)
    if (outcome.kind === 'withheld') {
      withheld.push(outcome.reason)
      continue
    }
    unavoidable += fileOf(outcome).audit.unavoidable
    books = record(books, outcome)!
    tables.push(outcome)
  }
  return { tables, withheld, unavoidable, books }
}
