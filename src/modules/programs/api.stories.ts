import { implement } from '@orpc/server'
import type { Call } from '#platform/http/call.ts'
import { common } from '#platform/http/refusal.ts'
import { storiesContract } from './contract.stories.ts'
import { refuse } from './refusals.ts'
import { attributionOf, isUsable, pointsOut } from './reports/story.ts'
import * as store from './store.reports.ts'

const os = implement(storiesContract).$context<Call>()

export const storiesHandlers = os.router({
  stories: os.stories.handler(async ({ context: { tx, actor, today } }) => {
    const editions = (await store.findEditions(tx, actor)).filter(
      ({ programId }) => programId === actor.orgId,
    )
    return (await store.findStories(tx, actor)).map((story) => ({
      ...story,
      usable: isUsable(story, today),
      attribution: attributionOf(story),
      usedIn: usesOf(editions, story.id),
    })) as never
  }),
  keepStory: os.keepStory.handler(async ({ input, context: { tx, actor } }) => {
    if (input.expiresOn <= input.consentedOn) throw refuse('programs.story-consent')
    if (pointsOut(input)) throw refuse('programs.story-points')
    await store.keepStory(tx, actor, input)
    return {}
  }),
  withdrawStory: os.withdrawStory.handler(async ({ input: { id }, context: { tx, actor, today, log } }) => {
    if (!(await store.withdrawStory(tx, actor, id, today))) throw common.refuse('missing')
    await log('withdraw story', 'story', id)
    const editions = (await store.findEditions(tx, actor)).filter(
      ({ programId }) => programId === actor.orgId,
    )
    return { usedIn: usesOf(editions, id).map(({ period, edition }) => `${period.es} · ${edition}`) }
  }),
})

const usesOf = (editions: readonly store.EditionRow[], storyId: string) =>
  editions
    .filter(({ content }) => content.stories.some(({ id }) => id === storyId))
    .map(({ reportId, edition, content: { period } }) => ({
      reportId,
      edition,
      period: { es: period.es, en: period.en },
    }))
