import { afterHandlers } from './api.after.ts'
import { asideHandlers } from './api.asides.ts'
import { paperMakers } from './api.papers.ts'
import { planHandlers } from './api.plan.ts'
import { resultHandlers } from './api.result.ts'
import { rollHandlers } from './api.roll.ts'
import { urnHandlers } from './api.urns.ts'

export const votesHandlers = {
  ...planHandlers,
  ...rollHandlers,
  ...urnHandlers,
  ...asideHandlers,
  ...paperMakers,
  ...resultHandlers,
  ...afterHandlers,
}
