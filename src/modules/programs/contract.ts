import { auditsContract } from './contract.audits.ts'
import { awardsContract } from './contract.awards.ts'
import { definitionsContract } from './contract.definitions.ts'
import { evidenceContract } from './contract.evidence.ts'
import { figuresContract } from './contract.figures.ts'
import { reportsContract } from './contract.reports.ts'
import { storiesContract } from './contract.stories.ts'

/** From facts to the report: awards, definitions, figures, reports, and what they are held against. */
export const programsContract = {
  ...awardsContract,
  ...definitionsContract,
  ...figuresContract,
  ...reportsContract,
  ...storiesContract,
  ...evidenceContract,
  ...auditsContract,
}
