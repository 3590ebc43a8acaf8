import type { FactKinds } from '#platform/facts/fact.ts'
import { freezeFacts } from '#platform/facts/store.ts'
import type { Call } from '#platform/http/call.ts'
import { common } from '#platform/http/refusal.ts'
import { localDay } from '#platform/text/day.ts'
import { presentAward } from '../api.awards.ts'
import { findVersions } from '../pact.ts'
import { calendarOf, periodsBetween } from '../periods.ts'
import type { Tell } from '../progress.ts'
import type { Value } from '../schema.ts'
import { type Asked, publishFigure } from './publish.ts'

const none: Value = { kind: 'none' }

/**
 * What a new version would make of every past period, beside the version in force. Both are released like any other figure:
 * a preview that was not protected would let whoever drafts definitions ask anything.
 */
export const impactOf = async (call: Call, kinds: FactKinds, id: string, tell: Tell) => {
  const { deployment, actor, now } = call
  const versions = await findVersions(call)
  const draft = versions.find(({ row }) => row.id === id)
  if (!draft || draft.row.programId !== actor.orgId) throw common.refuse('missing')
  const award = await presentAward(call, draft.row.awardId)
  const others = versions.filter(({ row }) => row.indicatorId === draft.row.indicatorId && row.id !== id)
  const before = others.find(({ state }) => state.state === 'signed') ?? others[0]
  const press = { doors: deployment.doors, orgId: actor.orgId, kinds, now }
  const asOf = await deployment.doors.asJob(actor.orgId, freezeFacts)
  const calendar = calendarOf(award.calendar)!
  const past = periodsBetween(calendar, award.beginsOn, localDay(now, award.timeZone)).filter(
    ({ until }) => until < localDay(now, award.timeZone),
  )
  const count = async (version: typeof draft | undefined, period: Asked['period']) =>
    version &&
    publishFigure(press, {
      definitionId: version.row.id as never,
      definition: version.row.content.counted,
      calendar,
      period,
      scope: 'period',
      since: award.beginsOn,
      asOf,
    })
  const periods = []
  for (const [done, period] of past.entries()) {
    tell({ doing: 'counting', done, of: past.length })
    const [old, next] = [await count(before, period), await count(draft, period)]
    const read = (one: typeof old) =>
      one?.outcome === 'published' ? one.figure : { value: none, base: none }
    periods.push({
      period: period.id,
      label: { es: period.es, en: period.en },
      since: period.since,
      until: period.until,
      before: read(old).value,
      beforeBase: read(old).base,
      after: read(next).value,
      afterBase: read(next).base,
      withheld: next?.outcome === 'withheld' ? next.text : null,
    })
  }
  return { against: before?.row.version ?? null, periods }
}
