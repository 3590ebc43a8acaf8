import type { EvidenceOffers } from '#platform/documents/evidence.ts'
import type { FactKinds } from '#platform/facts/fact.ts'
import type { RecordViews } from '#platform/facts/record.ts'
import { auditsHandlers } from './api.audits.ts'
import { awardsHandlers } from './api.awards.ts'
import { definitionsHandlers } from './api.definitions.ts'
import { evidenceHandlers } from './api.evidence.ts'
import { figuresHandlers } from './api.figures.ts'
import { reportsHandlers } from './api.reports.ts'
import { storiesHandlers } from './api.stories.ts'

/** The handlers; `kinds` are the facts that all modules declare, `offers` the blocks they have for reports, `views` how they show their records. */
export const programsHandlers = (kinds: FactKinds, offers: EvidenceOffers, views: RecordViews) => ({
  ...awardsHandlers,
  ...definitionsHandlers(kinds),
  ...figuresHandlers(kinds),
  ...reportsHandlers(kinds, offers),
  ...storiesHandlers,
  ...evidenceHandlers(kinds),
  ...auditsHandlers(kinds, views),
})
