import { type Knowledge, outsider, type Requirement } from './attacker.ts'
import type { Policy } from './policy.ts'
import type { Problem } from './problem.ts'
import type { Universe } from './universe.ts'

/** Somebody who took part and knows their own figures. */
export type Insider = {
  readonly kind: 'person' | 'organization'
  readonly knowledge: Knowledge
}

/** What must stay possible for a reader who knows only what was published. */
export const outsiderRequirements = (problem: Problem): readonly Requirement[] =>
  problem.targets.flatMap(({ form, low, high }, target): Requirement[] => [
    ...(low < 0 ? [{ target, form, knowledge: outsider, sign: -1 as const, goal: -low }] : []),
    ...(high > 0 ? [{ target, form, knowledge: outsider, sign: 1 as const, goal: high }] : []),
  ])

/** No insider may learn exactly what is hidden about somebody else. */
export const insiderRequirements = (problem: Problem, insiders: readonly Insider[]): readonly Requirement[] =>
  insiders.flatMap(({ knowledge }) =>
    problem.targets.flatMap(({ target, form }, index): Requirement[] => {
      const own = target.terms.some(([figure]) => {
        const known = knowledge.get(figure)
        return known !== undefined && known[0] === known[1]
      })
      return own ? [] : [{ target: index, form, knowledge, sign: 'either' }]
    }),
  )

/**
 * Who is attacked from within: each figure of so few people that any of them may know it whole, each figure of one
 * organization, and each organization with all it contributed anywhere (it knows at least its own part).
 */
export const insidersOf = (universe: Universe, problem: Problem, policy: Policy): readonly Insider[] => {
  const organizations = new Map<string, Map<number, readonly [number, number]>>()
  const alone: Insider[] = []
  for (const index of problem.varying) {
    const figure = universe.figures[index]!
    if (figure.state === 'published' || figure.tier === 0 || figure.value === 0) continue
    const exactly: Knowledge = new Map([[index, [0, 0]]])
    if (figure.persons > 0 && figure.persons <= policy.insiderPersons)
      alone.push({ kind: 'person', knowledge: exactly })
    if (figure.contributions)
      for (const [id, part] of Object.entries(figure.contributions)) {
        if (part <= 0) continue
        const sole = figure.organizations === 1
        const known = organizations.get(id) ?? new Map()
        organizations.set(
          id,
          known.set(index, sole ? [0, 0] : [part - figure.value, Number.POSITIVE_INFINITY]),
        )
      }
    else if (figure.organizations === 1) alone.push({ kind: 'organization', knowledge: exactly })
  }
  return [
    ...alone,
    ...[...organizations.values()].map((knowledge): Insider => ({ kind: 'organization', knowledge })),
  ]
}
