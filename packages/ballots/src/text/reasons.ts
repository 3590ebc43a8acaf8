import type { Reason } from '../reasons.ts'
import { archiveReasonTexts } from './archive-reasons.ts'
import type { Text } from './language.ts'
import { makingReasonTexts } from './making-reasons.ts'

/** One sentence for each reason, in both languages. */
export const reasonTexts: Readonly<Record<Reason, Text>> = { ...archiveReasonTexts, ...makingReasonTexts }
