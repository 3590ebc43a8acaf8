import { type RuleBook, ruleBook } from './book.ts'
import type { Text } from './rule.ts'
import { marked } from './say.ts'
import type { BadCount } from './thresholds.ts'

/** The text gives no rounding: a setting until counsel answers. `nearest` rounds halves up. */
export type Rounding = 'nearest' | 'down' | 'up'

export type GenderCount = { readonly women: number; readonly men: number }

export type Proportion = {
  /** Women's share of the roll and of the slate, as fractions of their own totals. */
  readonly roll: { readonly women: number; readonly total: number }
  readonly slate: { readonly women: number; readonly total: number }
  /** Seats for women by the roll's proportion, before and after rounding. */
  readonly exactSeats: number
  readonly seats: number
  readonly verdict: 'proportional' | 'fewer_women' | 'fewer_men'
  readonly says: readonly Text[]
}

/**
 * Whether a slate mirrors the proportion of women and men of the roll (LFT 371 IX Bis, 358 II). The law sets neither
 * rounding nor tolerance: both numbers are shown, and `rounding` is a setting.
 */
export const checkProportion = (
  { roll, slate }: { readonly roll: GenderCount; readonly slate: GenderCount },
  { rounding = 'nearest', book = ruleBook }: { readonly rounding?: Rounding; readonly book?: RuleBook } = {},
): Proportion | BadCount => {
  for (const [field, value] of [
    ['roll.women', roll.women],
    ['roll.men', roll.men],
    ['slate.women', slate.women],
    ['slate.men', slate.men],
  ] as const)
    if (!Number.isSafeInteger(value) || value < 0) return { refusal: 'bad-count', field, value }
  const rollTotal = roll.women + roll.men
  const slateTotal = slate.women + slate.men
  if (rollTotal === 0) return { refusal: 'bad-count', field: 'roll', value: 0 }
  const exactSeats = (roll.women * slateTotal) / rollTotal
  const seats = rounders[rounding](exactSeats)
  const verdict =
    slate.women < seats ? 'fewer_women' : slate.women > seats ? 'fewer_men' : ('proportional' as const)
  const rule = book.requirements.filter(({ id }) => id === 'ELEC-13')
  const figures = { roll: roll.women, rollTotal, slate: slate.women, slateTotal, exactSeats, seats }
  return {
    roll: { women: roll.women, total: rollTotal },
    slate: { women: slate.women, total: slateTotal },
    exactSeats,
    seats,
    verdict,
    says: sentences(figures, verdict, rounding).map((sentence) => marked(sentence, rule)),
  }
}

const rounders: Record<Rounding, (seats: number) => number> = {
  nearest: (seats) => Math.floor(seats + 0.5),
  down: Math.floor,
  up: Math.ceil,
}

type Figures = Record<'roll' | 'rollTotal' | 'slate' | 'slateTotal' | 'exactSeats' | 'seats', number>

const percent = (part: number, whole: number) =>
  whole === 0 ? '0' : String(Math.round((part * 1000) / whole) / 10)

const sentences = (f: Figures, verdict: Proportion['verdict'], rounding: Rounding): Text[] => [
  {
    es: `Mujeres en el padrón: ${f.roll} de ${f.rollTotal} (${percent(f.roll, f.rollTotal)} %). En la planilla: ${f.slate} de ${f.slateTotal} (${percent(f.slate, f.slateTotal)} %).`,
    en: `Women on the roll: ${f.roll} of ${f.rollTotal} (${percent(f.roll, f.rollTotal)} %). On the slate: ${f.slate} of ${f.slateTotal} (${percent(f.slate, f.slateTotal)} %).`,
  },
  {
    es: `La proporción da ${Math.round(f.exactSeats * 100) / 100} lugares para mujeres; con el redondeo ${ROUNDINGS[rounding].es}, ${f.seats}.`,
    en: `The proportion gives ${Math.round(f.exactSeats * 100) / 100} seats for women; rounding ${ROUNDINGS[rounding].en}, ${f.seats}.`,
  },
  VERDICTS[verdict],
  {
    es: 'La ley no dice cómo redondear ni qué tolerancia cabe: que lo fijen los estatutos y lo revise el abogado.',
    en: 'The law does not say how to round nor what tolerance is allowed: let the statutes set it and counsel review it.',
  },
]

const ROUNDINGS: Record<Rounding, Text> = {
  nearest: { es: 'al entero más cercano', en: 'to the nearest whole' },
  down: { es: 'hacia abajo', en: 'down' },
  up: { es: 'hacia arriba', en: 'up' },
}

const VERDICTS: Record<Proportion['verdict'], Text> = {
  proportional: { es: 'La planilla guarda la proporción.', en: 'The slate keeps the proportion.' },
  fewer_women: { es: 'Faltan mujeres en la planilla.', en: 'The slate is short of women.' },
  fewer_men: { es: 'Faltan hombres en la planilla.', en: 'The slate is short of men.' },
}
