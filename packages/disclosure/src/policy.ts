import type { Subject } from './dimension.ts'

/** 0 public registers · 1 participation by sex, age, state · 2 leadership, dismissals, complaints · 3 identities, health, violence. */
export type Tier = 0 | 1 | 2 | 3

export type TierRule = {
  /** A figure with 1 to `persons` − 1 people behind it is hidden. */
  readonly persons: number
  /** A figure with fewer contributing organizations is hidden: it is that organization's secret. */
  readonly organizations: number
  /** Whether "nobody" is hidden where it says something of everyone in the row ("no women among the leaders"). */
  readonly hideZeros: boolean
  /** Whether "(almost) everybody" is hidden: a category that holds its whole row, or all but a few. */
  readonly hideFullRows: boolean
  /** Most dimensions, time apart, that may be crossed in one figure; null for no limit. */
  readonly ways: number | null
  /** Dimensions by which no figure of this tier is shown at all. */
  readonly neverBy: readonly Subject[]
  /** A figure for a place must cover at least so many of the smallest places. */
  readonly places: number
}

export type Policy = {
  readonly id: string
  readonly tiers: Readonly<Record<Tier, TierRule>>
  readonly money: {
    /** Fewer contributors than this: hidden. */
    readonly contributors: number
    /** p %-rule: hidden when the largest contribution can be estimated within this many percent. */
    readonly percent: number
  }
  /**
   * Width, as a share of the value, of what an attacker must be left with on each side of a hidden figure that is not
   * small (one organization's secret, a full row). Small figures are hidden between 0 and their threshold.
   */
  readonly margin: number
  /** A hidden figure of at most so many people is assumed known to each of them (the insider). */
  readonly insiderPersons: number
  /** A figure that did not change since it was last published is assumed to be known not to have changed. */
  readonly unchangedIsKnown: boolean
  /** Whether zeros may be hidden to protect other figures. Often everybody knows that they are zeros. */
  readonly zerosProtect: boolean
  /** When more than this share of the finest figures would be hidden, a coarser table is tried first. */
  readonly coarsenAbove: number
  /** Up to this many figures to choose from, the smallest set to hide is looked for exactly; above, greedily. */
  readonly exactFigures: number
  /** Seconds of search for the smallest set before the greedy one is taken. */
  readonly exactSeconds: number
  /** Seconds for everything. What is not proved safe in time is withheld. */
  readonly seconds: number
  /** Largest joint table the attacker is given; a larger one is withheld. */
  readonly atoms: number
}

const open: TierRule = {
  persons: 0,
  organizations: 0,
  hideZeros: false,
  hideFullRows: false,
  ways: null,
  neverBy: [],
  places: 1,
}

/** The thresholds the project starts with. A deployment may tighten them; loosening is for two people (`weakenings`). */
export const defaultPolicy: Policy = {
  id: 'asamblea-1',
  tiers: {
    0: open,
    1: { ...open, persons: 5, organizations: 2 },
    2: { ...open, persons: 10, organizations: 3, hideZeros: true, hideFullRows: true },
    3: {
      persons: 10,
      organizations: 3,
      hideZeros: true,
      hideFullRows: true,
      ways: 2,
      neverBy: ['employer', 'organization'],
      places: 3,
    },
  },
  money: { contributors: 3, percent: 10 },
  margin: 0.2,
  insiderPersons: 2,
  unchangedIsKnown: true,
  zerosProtect: false,
  coarsenAbove: 0.3,
  exactFigures: 30,
  exactSeconds: 0.5,
  seconds: 20,
  atoms: 20_000,
}

/** Where `policy` protects less than `floor`, as paths such as `tiers.2.persons`. Empty: it may be used without a second approval. */
export const weakenings = (policy: Policy, floor: Policy = defaultPolicy): readonly string[] => [
  ...([0, 1, 2, 3] as const).flatMap((tier) =>
    tierWeakenings(policy.tiers[tier], floor.tiers[tier]).map((name) => `tiers.${tier}.${name}`),
  ),
  ...named({
    'money.contributors': policy.money.contributors < floor.money.contributors,
    'money.percent': policy.money.percent < floor.money.percent,
    margin: policy.margin < floor.margin,
    insiderPersons: policy.insiderPersons < floor.insiderPersons,
    unchangedIsKnown: floor.unchangedIsKnown && !policy.unchangedIsKnown,
    zerosProtect: policy.zerosProtect && !floor.zerosProtect,
  }),
]

const tierWeakenings = (rule: TierRule, floor: TierRule) =>
  named({
    persons: rule.persons < floor.persons,
    organizations: rule.organizations < floor.organizations,
    hideZeros: floor.hideZeros && !rule.hideZeros,
    hideFullRows: floor.hideFullRows && !rule.hideFullRows,
    ways: (rule.ways ?? Number.POSITIVE_INFINITY) > (floor.ways ?? Number.POSITIVE_INFINITY),
    neverBy: floor.neverBy.some((subject) => !rule.neverBy.includes(subject)),
    places: rule.places < floor.places,
  })

const named = (tests: Readonly<Record<string, boolean>>) => Object.keys(tests).filter((name) => tests[name])
