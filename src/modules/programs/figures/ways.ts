import type { Release } from '@asamblea/disclosure/ledger'
import type { FactKinds } from '#platform/facts/fact.ts'
import type { Both } from '../schema.ts'
import type { Scope } from './store.ts'
import type { Term } from './terms.ts'

// Releases of one population are attacked together; what crosses populations is not. These rules keep apart what would give
// something away together:
//
// - A stock and what flows into it or out of it. What stands now, less what stood before, is what began less what ended: two of
//   the three tell the third, exactly.
// - Two ways of counting the same facts, each broken down. Nobody is counted more often as a person than by their facts. Where the
//   two totals are alike, so is every part, and what one of the tables hides the other shows. Broken down in one alone, the total
//   of the other says nothing of any part.
// - Different people over kinds that overlap without being the same.

/** The kinds of fact that a population counts, and how. */
const wayOf = (population: string) => {
  const at = population.indexOf(':')
  const kinds = population
    .slice(at + 1)
    .replace(/#.*$/, '')
    .split(/[+>]/)
  return { way: population.slice(0, at), kinds }
}

export const kindsOf = (population: string): string[] => wayOf(population).kinds

/** How two populations may stand beside each other: freely, never, or only while one of the two is not broken down. */
export const beside = (one: string, other: string, kinds: FactKinds): 'freely' | 'never' | 'one_whole' => {
  const [first, second] = [wayOf(one), wayOf(other)]
  const shared = first.kinds.filter((kind) => second.kinds.includes(kind))
  if (one === other || shared.length === 0) return 'freely'
  if (first.way === second.way && first.way.startsWith('distinct.')) return 'never'
  // What public registers hold is nobody's secret, however it is counted.
  if (shared.every((kind) => kinds[kind]?.tier === 0)) return 'freely'
  return first.way === 'stock' || second.way === 'stock' ? 'never' : 'one_whole'
}

/** Evidence stands beside a figure that is shown, at that figure's own coordinates: it tells no parts apart. */
export const isBrokenDown = ({ definition, at }: Term, scope: Scope): boolean =>
  scope !== 'evidence' && definition.breakdown.length + Object.keys(at).length > 0

export const wereBrokenDown = (releases: readonly Pick<Release, 'publication' | 'figures'>[]): boolean =>
  releases.some(
    ({ publication, figures }) =>
      publication.split('/')[2] !== 'evidence' &&
      figures.some(({ at }) => Object.keys(at).some((dimension) => !dimension.startsWith('period.'))),
  )

export const neverText: Both = {
  es: 'No se publica: otra cifra ya cuenta estos hechos de una manera con la que, juntas, se podrían deducir números pequeños: lo que hay al cierre junto con lo que empieza o termina, o personas de otros tipos de hecho. Cuenta lo mismo en las dos.',
  en: 'Not published: another figure already counts these facts in a way that, together, could give small numbers away: what stands at the end beside what begins or ends, or people over other kinds of fact. Count the same in both.',
}

export const wholeText: Both = {
  es: 'No se publica separada: otra cifra ya cuenta estos mismos hechos de otra manera y por grupos, y de las dos juntas se podrían deducir números pequeños. Quita la separación y los filtros, o cuenta de la misma manera.',
  en: 'Not published in parts: another figure already counts these same facts in another way and by groups, and from the two together small numbers could be worked out. Take out the breakdown and the filters, or count in the same way.',
}
