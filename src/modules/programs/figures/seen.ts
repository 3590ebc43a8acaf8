import type { FactKinds } from '#platform/facts/fact.ts'
import type { Call } from '#platform/http/call.ts'
import { common } from '#platform/http/refusal.ts'
import { localDay } from '#platform/text/day.ts'
import { presentAward } from '../api.awards.ts'
import { findVersions, type Version } from '../pact.ts'
import { type Calendar, calendarOf, type Period, periodNamed, periodsBetween } from '../periods.ts'
import { refuse } from '../refusals.ts'
import { inForce } from '../rules.pact.ts'
import type { Figure, Value } from '../schema.ts'
import { findDeclared, findIndicators, findTargets } from '../store.definitions.ts'
import { definitionWords } from '../words.ts'
import { findAllPublished, lastNumber, type Published } from './store.ts'

type Row = Version['row']

export type Setting = {
  award: Awaited<ReturnType<typeof presentAward>>
  calendar: Calendar
  period: Period
  /** Every period of the award up to this one. */
  until: Period[]
  isOpen: boolean
}

/** The award and the period that a request speaks of; refused when the calendar has no such period. */
export const settingOf = async (call: Call, awardId: string, periodId: string): Promise<Setting> => {
  const award = await presentAward(call, awardId)
  const calendar = calendarOf(award.calendar)!
  const period = periodNamed(calendar, periodId)
  if (!period || period.until < award.beginsOn) throw refuse('programs.calendar')
  const until = periodsBetween(calendar, award.beginsOn, period.until)
  return { award, calendar, period, until, isOpen: period.until >= localDay(call.now, award.timeZone) }
}

/** Every indicator of an award with the version that it is counted by. */
export const findCounted = async (call: Call, awardId: string) => {
  const indicators = await findIndicators(call.tx, call.actor, awardId)
  const versions = await findVersions(
    call,
    indicators.map(({ id }) => id),
  )
  return indicators.map((indicator) => {
    const own = versions.filter(({ row }) => row.indicatorId === indicator.id)
    const version = inForce(own.map((one) => ({ ...one, version: one.row.version })))
    return { indicator, version }
  })
}

/** The figures of a period as they were last published, each beside its target and what was declared from outside. */
export const seenFigures = async (call: Call, kinds: FactKinds, setting: Setting) => {
  const { tx, actor } = call
  const { award, period } = setting
  const counted = await findCounted(call, award.id)
  const ids = counted.flatMap(({ version }) => (version ? [version.row.id] : []))
  const published = await findAllPublished(tx, actor.orgId, ids)
  const targets = await findTargets(tx, actor)
  const declared = await findDeclared(tx, actor)
  const last = await lastNumber(tx, localDay(call.now, award.timeZone), award.timeZone)
  return counted.map(({ indicator, version }) => {
    const own = published.filter(({ definitionId }) => definitionId === version?.row.id)
    const now = own.find((one) => one.period === period.id && one.scope === 'period')
    const target = targets.find((one) => one.indicatorId === indicator.id && one.period === period.id)
    const achieved = version ? achievedOf(version.row, own, setting, target?.cumulative ?? false) : none
    return {
      indicatorId: indicator.id,
      code: indicator.code,
      title: indicator.title,
      level: indicator.level,
      definition: version
        ? {
            id: version.row.id,
            version: version.row.version,
            digest: version.row.digest,
            state: version.state,
          }
        : null,
      words: version ? definitionWords(version.row.content.counted, kinds) : null,
      figure: dated(now),
      withheld: now?.withheld ?? null,
      declared: declared
        .filter((one) => one.indicatorId === indicator.id && one.period === period.id)
        .map(({ indicatorId: _, period: _period, ...one }) => one),
      target: target ? { value: target.value, cumulative: target.cumulative } : null,
      achieved,
      share: shareOf(achieved, target?.value),
      stale: now !== undefined && now.lastFact < last,
    }
  })
}

/** A figure as it was stored in JSON has its day back. */
export const dated = (published: Published | undefined): Figure | null =>
  published?.parts
    ? { ...published.parts.figure, publishedAt: new Date(published.parts.figure.publishedAt) }
    : null

const none: Value = { kind: 'none' }

/** What adds up over periods is added from the published periods, and hidden when one of them is; the rest was counted as a whole. */
const achievedOf = (
  row: Row,
  own: readonly Published[],
  { until, period }: Setting,
  cumulative: boolean,
): Value => {
  const of = (id: string, scope: string) =>
    own.find((one) => one.period === id && one.scope === scope)?.parts?.figure
  if (!cumulative || row.content.counted.measure.measure === 'stock')
    return of(period.id, 'period')?.value ?? none
  if (row.content.counted.measure.measure !== 'flow') return of(period.id, 'cumulative')?.value ?? none
  const values = until.map(({ id }) => of(id, 'period')?.value ?? none)
  if (values.some(({ kind }) => kind === 'hidden')) return { kind: 'hidden' }
  const shown = values.flatMap((value) => (value.kind === 'shown' ? [value.value] : []))
  return shown.length < values.length
    ? none
    : { kind: 'shown', value: shown.reduce((sum, value) => sum + value, 0) }
}

export const shareOf = (achieved: Value, target: number | undefined): number | null =>
  achieved.kind === 'shown' && target !== undefined && target > 0 ? achieved.value / target : null

export const presentFigure = async (call: Call, kinds: FactKinds, indicatorId: string, periodId: string) => {
  const indicator = (await findIndicators(call.tx, call.actor)).find(({ id }) => id === indicatorId)
  if (!indicator) throw common.refuse('missing')
  const setting = await settingOf(call, indicator.awardId, periodId)
  const figure = (await seenFigures(call, kinds, setting)).find((one) => one.indicatorId === indicatorId)!
  const { version } = (await findCounted(call, indicator.awardId)).find(
    (one) => one.indicator.id === indicatorId,
  )!
  return { setting, figure, version }
}
