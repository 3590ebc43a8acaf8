import { paperHandlers } from './api.paper.ts'
import { planHandlers } from './api.plan.ts'
import { resultHandlers } from './api.result.ts'
import { rollHandlers } from './api.roll.ts'

export const votesHandlers = { ...planHandlers, ...rollHandlers, ...paperHandlers, ...resultHandlers }
