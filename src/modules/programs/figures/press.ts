import type { Definition, Facts } from '#platform/facts/definition.ts'
import type { FactKinds } from '#platform/facts/fact.ts'
import { freezeFacts } from '#platform/facts/store.ts'
import type { Call } from '#platform/http/call.ts'
import type { Tell } from '../progress.ts'
import { findTargets } from '../store.definitions.ts'
import { type Asked, type Outcome, publishFigure } from './publish.ts'
import { findCounted, type Setting } from './seen.ts'
import { tierOf } from './terms.ts'

/** Publishes every indicator of an award for a period, all up to the same last fact. */
export const publishAll = async (call: Call, kinds: FactKinds, setting: Setting, tell: Tell = () => {}) => {
  const { deployment, actor, now, tx } = call
  const press = { doors: deployment.doors, orgId: actor.orgId, kinds, now }
  const asOf = await deployment.doors.asJob(actor.orgId, freezeFacts)
  const targets = await findTargets(tx, actor)
  const outcomes: Outcome[] = []
  const counted = (await findCounted(call, setting.award.id)).flatMap(({ indicator, version }) =>
    version ? [{ indicator, version }] : [],
  )
  for (const [done, { indicator, version }] of counted.entries()) {
    tell({ doing: 'counting', done, of: counted.length })
    const { measure } = version.row.content.counted
    const asked = (scope: Asked['scope'], definition: Definition): Asked => ({
      definitionId: version.row.id as Asked['definitionId'],
      definition,
      calendar: setting.calendar,
      period: setting.period,
      scope,
      since: setting.award.beginsOn,
      asOf,
    })
    const outcome = await publishFigure(press, asked('period', version.row.content.counted))
    outcomes.push(outcome)
    const cumulative = targets.some(
      (one) => one.indicatorId === indicator.id && one.period === setting.period.id && one.cumulative,
    )
    if (cumulative && !['flow', 'stock'].includes(measure.measure))
      await publishFigure(press, asked('cumulative', { measure, breakdown: [] }))
    const evidence = evidenceOf(version.row.content.counted, kinds)
    if (evidence && isShown(outcome)) await publishFigure(press, asked('evidence', evidence))
  }
  return { outcomes, asOf }
}

const isShown = (outcome: Outcome) => outcome.outcome === 'published' && outcome.figure.value.kind === 'shown'

/**
 * How many facts stand behind a figure whose own number is not a count of facts, where their kinds are public. Of any other kind
 * the number of facts is another way of counting it, and stands beside no other (see beside.ts). Of a stock nothing is told: what
 * began between two of its figures would tell what ended.
 */
export const evidenceOf = ({ measure }: Definition, kinds: FactKinds): Definition | undefined => {
  if (measure.measure === 'stock' || (measure.measure === 'flow' && measure.of === 'facts')) return undefined
  const { kinds: names, where } = factsOf(measure)
  if (tierOf(names, kinds) > 0) return undefined
  return { measure: { measure: 'flow', of: 'facts', kinds: [...new Set(names)], where }, breakdown: [] }
}

/** The facts a figure is drawn from: of a ratio its whole, of a stock what began. */
export const factsOf = (measure: Definition['measure']): Facts => {
  if (measure.measure === 'ratio') return factsOf(measure.whole)
  if (measure.measure === 'duration')
    return { kinds: [...measure.from, ...measure.to].slice(0, 12), where: [] }
  if (measure.measure === 'stock') return measure.began
  return { kinds: measure.kinds, where: measure.where }
}
