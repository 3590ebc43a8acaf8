import type { Definition } from '#platform/facts/definition.ts'
import type { FactKinds } from '#platform/facts/fact.ts'
import type { Call } from '#platform/http/call.ts'
import { clashOf, type Shape, shapeOf } from './figures/beside.ts'
import { findShapes } from './figures/store.ts'
import { sumsOf, termsIn } from './figures/terms.ts'
import { findVersions } from './pact.ts'
import { calendarOf, cutOfTime } from './periods.ts'
import { besideText, type Problem } from './problems.ts'
import { inForce } from './rules.pact.ts'
import { findAwards } from './store.awards.ts'

type Indicator = { id: string; awardId: string }

/**
 * What a definition could not be published beside: what was released already, which is never taken back, and what the program's
 * other indicators count, whoever comes first. Said while it is written, so that nobody signs what would only be withheld.
 */
export const besideProblems = async (
  call: Call,
  kinds: FactKinds,
  counted: Definition,
  indicator: Indicator | undefined,
): Promise<Problem[]> => {
  const { tx, actor, deployment } = call
  const awards = new Map((await findAwards(tx, actor)).map((award) => [award.id as string, award.calendar]))
  const shapesOf = (definition: Definition, awardId: string | undefined): Shape[] => {
    const calendar = calendarOf(awards.get(awardId ?? '') ?? '')
    return termsIn(sumsOf(definition, kinds)).map((term) => shapeOf(term, calendar && cutOfTime(calendar)))
  }
  const released = await deployment.doors.asJob(actor.orgId, (job) => findShapes(job, actor.orgId))
  const rows = (await findVersions(call)).filter(({ row }) => row.programId === actor.orgId)
  const others = [...Map.groupBy(rows, ({ row }) => row.indicatorId)].flatMap(([id, versions]) => {
    const counting = inForce(versions.map((one) => ({ ...one, version: one.row.version })))
    return counting && id !== indicator?.id ? [counting.row] : []
  })
  const known: { shape: Shape; code?: string }[] = [
    ...others.flatMap(({ content, awardId, code }) =>
      shapesOf(content.counted, awardId).map((shape) => ({ shape, code })),
    ),
    ...released.map((shape) => ({ shape })),
  ]
  const own = shapesOf(counted, indicator?.awardId)
  const found = own.flatMap((shape) => {
    const other = known.find((one) => clashOf(shape, one.shape, kinds))
    const clash = other && clashOf(shape, other.shape, kinds)
    return clash
      ? [{ problem: 'beside' as const, name: clash.name, text: besideText(clash, kinds, other.code) }]
      : []
  })
  return [...new Map(found.map((one) => [one.name, one])).values()]
}
