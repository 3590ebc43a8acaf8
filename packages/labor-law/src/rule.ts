/** A sentence, name or label in Mexican Spanish and in English; both are always whole. */
export type Text = { readonly es: string; readonly en: string }
export type Lang = keyof Text

/** How a rule was learned: read in the law's text, from a secondary source, or known and still to be confirmed. */
export type Basis = 'read' | 'secondary' | 'knowledge'

/** What every statement of law carries. Dates are ISO 8601 (YYYY-MM-DD); `validTo` is the last day, or null while in force. */
export type Provision = {
  readonly id: string
  readonly article: string
  readonly text: string
  readonly validFrom: string
  readonly validTo: string | null
  readonly basis: Basis
  readonly source: string | null
  readonly signedBy: string | null
  readonly signedOn: string | null
}

export type Actor =
  | 'union'
  | 'leadership'
  | 'requesters'
  | 'workers'
  | 'worker'
  | 'employer'
  | 'other_union'
  | 'claimant'
  | 'respondent'
  | 'cfcrl'
  | 'court'
  | 'center'
  | 'us_committee'
  | 'mexico'
  | 'panel'

/**
 * `unspecified`: the law says only “days”, so both readings are computed. `months`: the law does not say whether real
 * months or months of thirty days. `calendar_hours`: days counted from an hour to the same hour. `none`: no number.
 */
export type TermUnit =
  | 'business'
  | 'calendar'
  | 'unspecified'
  | 'hours'
  | 'calendar_hours'
  | 'months'
  | 'real_months'
  | 'years'
  | 'none'

/** What missing a step does: the act is void, a warning, time lost, a right lost, a sanction, or nothing. */
export type Effect = 'void' | 'loss' | 'sanction' | 'delay' | 'warning' | 'none'
export type Absence = Text & { readonly effect: Effect }

export type Term = Provision & {
  readonly topic: string
  readonly title: Text
  readonly who: Actor
  readonly from: string
  readonly amount: number
  readonly unit: TermUnit
  readonly why: Text
  readonly absence: Absence
  readonly papers: readonly string[]
  readonly note: Text | null
}

export type Fraction = { readonly n: number; readonly d: number }

export type Threshold = Provision & {
  readonly topic: string
  readonly title: Text
  readonly of: 'workers' | 'members' | 'covered' | 'persons' | 'years'
  readonly share: Fraction | null
  readonly count: number | null
  readonly compare: 'at_least' | 'more_than' | 'at_most'
  readonly why: Text
  readonly absence: Absence
  readonly note: Text | null
}

/** How terms are counted (arts. 715-747, 522): cited by every date. */
export type CountingRule = Provision & {
  readonly title: Text
  readonly amount: string
  readonly unit: string
  readonly why: Text
}

/**
 * One thing that must be there. `electronic`: the text allows it, the text describes paper or presence, or the text is
 * silent and counsel must say; null where the question does not arise.
 */
export type Requirement = Provision & {
  readonly checklist: string
  readonly says: Text
  readonly absence: Absence
  readonly todo: Text
  readonly electronic: 'yes' | 'no' | 'silent' | null
  readonly note: Text | null
}

export type Minimum = Provision & {
  readonly key: string
  readonly value: number
  readonly unit: string
  readonly better: 'more' | 'less'
  readonly throughYears: number | null
  readonly says: Text
}

export type Fine = Provision & {
  readonly minUma: number
  readonly maxUma: number
  readonly perWorker: boolean
  readonly conduct: Text
  readonly note: Text | null
}

export type Refused<Kind extends string, Details = unknown> = { readonly refusal: Kind } & Details

type Sourced = { readonly basis: Basis; readonly source: string; readonly signedBy: string | null }

/** Minimum wages of a year in centavos a day; `northBorderCents` is null before the zone existed (2019). */
export type Wage = Sourced & {
  readonly from: string
  readonly to: string
  readonly generalCents: number
  readonly northBorderCents: number | null
}

export type Uma = Sourced & { readonly from: string; readonly to: string; readonly dailyCents: number }

/** The days an authority does not work in a year; a range has both ends. */
export type Closures = Sourced & {
  readonly authority: string
  readonly year: number
  readonly name: Text
  readonly days: readonly string[]
  readonly ranges: readonly (readonly [string, string])[]
}

export type Election = Sourced & { readonly day: string; readonly scope: string }

export type Reform = {
  readonly published: string
  readonly inForce: string
  readonly law: string
  readonly says: Text
  readonly affects: readonly string[]
  readonly basis: Basis
}

export type State = {
  readonly code: string
  readonly name: string
  readonly abbr: string
  readonly timezone: string
  readonly basis: Basis
  readonly source: string
}

export type WageZone = 'general' | 'north_border'

export type Municipality = {
  readonly state: string
  readonly code: string
  readonly name: string
  readonly wage: WageZone
  readonly wageBasis: Basis
  readonly timezone: string | null
  readonly timezoneBasis: Basis | null
}

export type TermOfArt = {
  readonly id: string
  readonly term: Text
  readonly means: Text
  readonly article: string
  readonly formsEs: readonly string[]
  readonly formsEn: readonly string[]
}

export type Paper = Text & { readonly article: string }
