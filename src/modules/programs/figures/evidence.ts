import type { Definition } from '#platform/facts/definition.ts'
import type { FactKinds } from '#platform/facts/fact.ts'
import type { Both, Value } from '../schema.ts'
import { factsOf } from './press.ts'
import type { Published } from './store.ts'
import { sumsOf } from './terms.ts'

type Evidence = { kind: string; label: Both; facts: Value }

/**
 * How many facts of each kind are behind a figure, from what was released: never more than anybody may know. Behind a number that is
 * hidden, hidden too: how many records there are would say how large it can be.
 */
export const evidenceOfFigure = (
  value: Value,
  counted: Definition,
  published: readonly Published[],
  kinds: FactKinds,
): Evidence[] => {
  if (counted.measure.measure === 'stock') return []
  const names = [...new Set(factsOf(counted.measure).kinds)].toSorted()
  const scope = counted.measure.measure === 'flow' && counted.measure.of === 'facts' ? 'period' : 'evidence'
  const tables = published.find((one) => one.scope === scope)?.parts?.tables ?? []
  return names.map((kind) => {
    const { es, en } = kinds[kind] ?? { es: kind, en: kind }
    return {
      kind,
      label: { es, en },
      facts: value.kind === 'hidden' ? value : factsIn(tables, kind, counted, kinds),
    }
  })
}

const factsIn = (
  tables: NonNullable<Published['parts']>['tables'],
  kind: string,
  counted: Definition,
  kinds: FactKinds,
): Value => {
  const { where } = factsOf(counted.measure)
  const alone: Definition = { measure: { measure: 'flow', of: 'facts', kinds: [kind], where }, breakdown: [] }
  const sums = sumsOf(alone, kinds)
  const term = sums.sums === 'one' ? sums.of[0]! : undefined
  const table = tables.find(({ population }) => population === term?.population)
  const wanted = Object.keys(term?.at ?? {}).length + 1
  const cell = table?.cells.find(
    ({ at }) =>
      Object.keys(at).length === wanted &&
      Object.entries(term!.at).every(([name, node]) => at[name] === node),
  )
  if (!cell) return { kind: 'none' }
  return cell.kind === 'shown' ? { kind: 'shown', value: cell.value } : { kind: 'hidden' }
}
