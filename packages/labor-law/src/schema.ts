import * as z from 'zod'

const words = z.string().trim().min(1)
const text = z.strictObject({ es: words, en: words })
const isoDate = z.iso.date()
const effect = z.enum(['void', 'loss', 'sanction', 'delay', 'warning', 'none'])
const absence = z.strictObject({ es: words, en: words, effect })
const peso = z.string().regex(/^\d+\.\d{2}$/, 'pesos with two decimals, in quotes: "315.04"')
const seal = z.string().regex(/^[0-9a-f]{8}$/, 'the eight digits that npm run generate asks for')
const share = z.string().regex(/^\d+\/\d+$/, 'a fraction in quotes: "2/3"')

const provision = {
  id: z.string().regex(/^[A-Z]+(-[A-Z0-9]+)+[A-Za-z0-9-]*$/, 'an id such as "ELE-01"'),
  article: words,
  text: words,
  valid_from: isoDate,
  valid_to: isoDate.optional(),
  basis: z.enum(['read', 'secondary', 'knowledge']),
  source: words.optional(),
  signed_by: z.string(),
  signed_on: z.union([z.literal(''), isoDate]),
  seal: seal.optional(),
}

type Signed = {
  basis: string
  source?: string | undefined
  signed_by: string
  signed_on: string
  valid_from?: string | undefined
  valid_to?: string | undefined
}

/** What a shape alone cannot say: a sign-off is whole or absent, nobody signs hearsay, what was not read names its source. */
const honest = (rule: Signed, context: z.core.$RefinementCtx) => {
  const refuse = (message: string) => context.addIssue({ code: 'custom', message })
  if ((rule.signed_by === '') !== (rule.signed_on === '')) refuse('signed_by and signed_on go together')
  if (rule.signed_by !== '' && rule.basis === 'knowledge')
    refuse('a rule still to be confirmed cannot be signed: read it first and change basis')
  if (rule.basis !== 'read' && !rule.source && rule.valid_from === undefined) refuse('name the source')
  if (rule.valid_to && rule.valid_from && rule.valid_to < rule.valid_from)
    refuse('valid_to is before valid_from')
}

/** One deadline as a lawyer writes it (rules/terms/*.toml). Refuses an incomplete rule. Sources: LFT, T-MEC 31-A. */
export const termSchema = z
  .strictObject({
    ...provision,
    topic: words,
    title: text,
    who: z.enum([
      'union',
      'leadership',
      'requesters',
      'workers',
      'worker',
      'employer',
      'other_union',
      'claimant',
      'respondent',
      'cfcrl',
      'court',
      'center',
      'us_committee',
      'mexico',
      'panel',
    ]),
    from: words,
    amount: z.int().min(0),
    unit: z.enum([
      'business',
      'calendar',
      'unspecified',
      'hours',
      'calendar_hours',
      'months',
      'real_months',
      'years',
      'none',
    ]),
    why: text,
    absence,
    papers: z.array(words),
    note: text.optional(),
  })
  .superRefine(honest)
  .refine(({ amount, unit }) => (amount === 0) === (unit === 'none'), 'amount 0 only with unit "none"')

/** A majority, share or count (rules/thresholds.toml). Shares are exact fractions (LFT 371, 390 Bis, 390 Ter). */
export const thresholdSchema = z
  .strictObject({
    ...provision,
    topic: words,
    title: text,
    of: z.enum(['workers', 'members', 'covered', 'persons', 'years']),
    share: share.optional(),
    count: z.int().positive().optional(),
    compare: z.enum(['at_least', 'more_than', 'at_most']),
    why: text,
    absence,
    note: text.optional(),
  })
  .superRefine(honest)
  .refine(({ share, count }) => (share === undefined) !== (count === undefined), 'either share or count')

/** How terms are counted (rules/counting.toml; LFT 715-747, 522). */
export const countingSchema = z
  .strictObject({ ...provision, title: text, amount: z.string(), unit: words, why: text })
  .superRefine(honest)

/** One item of a checklist (rules/checklists/*.toml; LFT 365, 371, 373, 390-390 Ter, 920). */
export const requirementSchema = z
  .strictObject({
    ...provision,
    checklist: words,
    says: text,
    absence,
    todo: text,
    electronic: z.enum(['yes', 'no', 'silent']).optional(),
    note: text.optional(),
  })
  .superRefine(honest)

/** One legal minimum and the dates it holds (rules/minimums.toml; LFT 61-89, 117-127, 162; CPEUM 123 A). */
export const minimumSchema = z
  .strictObject({
    ...provision,
    key: words,
    value: z.number().min(0),
    unit: words,
    better: z.enum(['more', 'less']),
    through_years: z.int().positive().optional(),
    says: text,
  })
  .superRefine(honest)

/** A fine in UMA (rules/fines.toml; LFT 992-1004-C). */
export const fineSchema = z
  .strictObject({
    ...provision,
    min_uma: z.int().positive(),
    max_uma: z.int().positive(),
    per_worker: z.boolean(),
    conduct: text,
    note: text.optional(),
  })
  .superRefine(honest)
  .refine(({ min_uma, max_uma }) => min_uma <= max_uma, 'min_uma is above max_uma')

const dated = {
  basis: provision.basis,
  source: words,
  signed_by: z.string(),
  signed_on: provision.signed_on,
  seal: provision.seal,
}

/** One year of minimum wages, daily pesos by zone (rules/wages.toml; LFT 90-96). */
export const wageSchema = z
  .strictObject({
    ...dated,
    from: isoDate,
    to: isoDate,
    general: peso,
    north_border: peso.optional(),
  })
  .superRefine(honest)

/** One year of the UMA, daily pesos (rules/wages.toml; LFT 992, CPEUM 26 B). */
export const umaSchema = z
  .strictObject({ ...dated, from: isoDate, to: isoDate, daily: peso })
  .superRefine(honest)

/** The days an authority does not work in a year (rules/calendar.toml; LFT 715, 734). */
export const closuresSchema = z
  .strictObject({
    ...dated,
    authority: z
      .string()
      .regex(/^(cfcrl|federal_court|state_(court|center)_\d{2})$/, 'cfcrl, federal_court, state_court_19…'),
    year: z.int(),
    name: text,
    days: z.array(isoDate),
    ranges: z.array(z.tuple([isoDate, isoDate])),
  })
  .superRefine(honest)
  .superRefine(({ year, days, ranges }, context) => {
    const refuse = (message: string) => context.addIssue({ code: 'custom', message })
    for (const [from, to] of ranges) if (to < from) refuse(`the range ${from} to ${to} runs backward`)
    for (const day of [...days, ...ranges.flat()])
      if (!day.startsWith(`${year}-`)) refuse(`${day} is not of ${year}: each year has its own block`)
  })

/** An election day: mandatory rest (rules/calendar.toml; LFT 74 IX). `scope` is "federal" or a state's INEGI code. */
export const electionSchema = z
  .strictObject({ ...dated, day: isoDate, scope: z.string().regex(/^(federal|\d{2})$/) })
  .superRefine(honest)

/** A reform, by date (rules/changelog.toml). */
export const reformSchema = z.strictObject({
  published: isoDate,
  in_force: isoDate,
  law: words,
  says: text,
  affects: z.array(words),
  basis: provision.basis,
})

/** A state and its IANA time zone (rules/places.toml; Ley de los Husos Horarios, DOF 28-10-2022). */
export const stateSchema = z.strictObject({
  code: z.string().regex(/^\d{2}$/),
  name: words,
  abbr: words,
  timezone: words,
  basis: provision.basis,
  source: words,
})

/** A municipality whose wage zone or clock differs from its state's (rules/places.toml; LFT 96). */
export const municipalitySchema = z.strictObject({
  state: z.string().regex(/^\d{2}$/),
  code: z.string().regex(/^\d{3}$/),
  name: words,
  wage: z.enum(['general', 'north_border']),
  wage_basis: provision.basis,
  timezone: words.optional(),
  timezone_basis: provision.basis.optional(),
})

/** A word of the trade (rules/glossary.toml). `article` says where the law uses it. */
export const glossarySchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9_]+$/),
  term: text,
  means: text,
  article: words,
  forms_es: z.array(words).min(1),
  forms_en: z.array(words).min(1),
})

/** A paper some step asks for (rules/documents.toml). */
export const documentSchema = z.strictObject({ es: words, en: words, article: words })
