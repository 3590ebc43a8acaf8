import * as z from 'zod'
import { idOf } from '#platform/db/brand.ts'
import { activityKinds, audiences, selfQuestions, topics } from './words.ts'

export const ActivityId = idOf('ActivityId')
export type ActivityId = z.infer<typeof ActivityId>
export const SignUpId = idOf('SignUpId')

/** Something held for people. Organizations that hold it together share `sharedId`, and it counts once. */
export const Activity = z.strictObject({
  id: ActivityId,
  kind: z.enum(activityKinds),
  topic: z.enum(topics),
  title: z.string().trim().min(1).max(120),
  heldOn: z.iso.date(),
  place: z.string().trim().max(120),
  stateCode: z.string().regex(/^\d\d$/),
  sector: z.string().max(40),
  audience: z.enum(audiences),
})
export type Activity = z.infer<typeof Activity>

/** The short evaluation of those who came: three taps. */
export const Evaluation = z.strictObject({
  useful: z.int().min(1).max(5),
  clear: z.int().min(1).max(5),
  willUse: z.boolean(),
})

/** Answers about oneself; a question left out is not answered. */
export const SelfAnswers = z.strictObject({
  gender: z.enum(selfQuestions.gender).optional(),
  age: z.enum(selfQuestions.age).optional(),
  indigenous: z.enum(selfQuestions.indigenous).optional(),
  migrant: z.enum(selfQuestions.migrant).optional(),
  disability: z.enum(selfQuestions.disability).optional(),
  lgbtq: z.enum(selfQuestions.lgbtq).optional(),
})
export type SelfAnswers = z.infer<typeof SelfAnswers>
