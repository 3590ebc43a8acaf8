import { plain } from '#platform/text/plain.ts'
import type { Mapping } from '../contract.evidence.ts'

type Named = Pick<Mapping, 'day' | 'person' | 'quantity' | 'dimensions'>

/** The columns that a reading names and a workbook lacks, or has more than once: which of the two was meant nobody can say. */
export const unclearColumns = (
  { day, person, quantity, dimensions }: Named,
  headings: readonly string[],
): string[] => {
  const named = [day, person, quantity, ...Object.values(dimensions)].filter((name) => name !== null)
  return [...new Set(named)].filter(
    (name) => headings.filter((one) => plain(one) === plain(name)).length !== 1,
  )
}
