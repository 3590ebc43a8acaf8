import type { FactKinds } from '#platform/facts/fact.ts'
import { awardsHandlers } from './api.awards.ts'
import { definitionsHandlers } from './api.definitions.ts'
import { figuresHandlers } from './api.figures.ts'

/** The handlers; `kinds` are the facts that all modules declare. */
export const programsHandlers = (kinds: FactKinds) => ({
  ...awardsHandlers,
  ...definitionsHandlers(kinds),
  ...figuresHandlers(kinds),
})
