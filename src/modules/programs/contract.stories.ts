import * as z from 'zod'
import { operation } from '#platform/http/operation.ts'
import { officers } from './roles.ts'
import { Both, Day, ReportId, Story, StoryId } from './schema.ts'

const managed = { may: officers } as const
const Done = z.strictObject({})

export const storiesContract = {
  stories: operation(managed, 'GET', '/programs/stories').output(
    z.array(
      z.strictObject({
        ...Story.shape,
        withdrawnOn: Day.nullable(),
        usable: z.boolean(),
        attribution: Both,
        usedIn: z.array(z.strictObject({ reportId: ReportId, edition: z.int(), period: Both })),
      }),
    ),
  ),
  keepStory: operation(managed, 'PUT', '/programs/stories/{id}').input(Story).output(Done),
  /** Later editions leave it out; those already issued are listed. */
  withdrawStory: operation(managed, 'POST', '/programs/stories/{id}/withdrawal')
    .input(z.strictObject({ id: StoryId }))
    .output(z.strictObject({ usedIn: z.array(z.string()) })),
}
