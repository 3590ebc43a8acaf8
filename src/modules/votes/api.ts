import { afterHandlers } from './api.after.ts'
import { paperMakers } from './api.papers.ts'
import { planHandlers } from './api.plan.ts'
import { resultHandlers } from './api.result.ts'
import { rollHandlers } from './api.roll.ts'
import { urnHandlers } from './api.urns.ts'

export const votesHandlers = {
  ...planHandlers,
  ...rollHandlers,
  ...urnHandlers,
  ...paperMakers,
  ...resultHandlers,
  ...afterHandlers,
}
