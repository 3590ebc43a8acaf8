import type { Day } from '#platform/text/day.ts'
import type { Dice } from '#platform/text/dice.ts'
import type { Headcount, Unit, UnitId } from './schema.ts'

export type ShiftName = 'Mañana' | 'Tarde' | 'Noche' | 'Único'

// How many work where on the three shifts: 1,200 in all. Not everybody takes a company bus.
const departments: Record<string, readonly [number, number, number]> = {
  Corte: [60, 55, 40],
  'Ensamble A': [110, 105, 60],
  'Ensamble B': [105, 95, 55],
  Moldeo: [50, 50, 45],
  'Prueba eléctrica': [45, 40, 25],
  Calidad: [35, 30, 15],
  Almacén: [45, 35, 20],
  Mantenimiento: [30, 25, 25],
}
const routes: Record<string, readonly [number, number, number]> = {
  'Ruta 1 · Silao centro': [60, 55, 30],
  'Ruta 2 · Silao sur': [55, 45, 25],
  'Ruta 3 · Irapuato': [70, 60, 35],
  'Ruta 4 · León Delta': [60, 55, 30],
  'Ruta 5 · León Las Joyas': [55, 50, 28],
  'Ruta 6 · Guanajuato': [40, 35, 20],
  'Ruta 7 · Romita': [35, 35, 48],
  'Ruta 8 · La Aldea': [15, 15, 14],
  'Ruta 9 · Salamanca': [12, 10, 10],
}

const workshop = {
  departments: { Corte: [14], Costura: [31], Empaque: [9] },
  routes: {},
  shifts: ['Único'],
} as const
const plant = { departments, routes, shifts: ['Mañana', 'Tarde', 'Noche'] } as const
export type DemoSize = 'large' | 'small'

/** The map of the demo plant, and its units by name. */
export type DemoMap = {
  units: Unit[]
  headcounts: Headcount[]
  idOf: (name: string) => UnitId
  routes: readonly string[]
}

export const demoMap = (dice: Dice, countedOn: Day, size: DemoSize): DemoMap => {
  const { departments, routes, shifts } = size === 'large' ? plant : workshop
  const unit = (kind: Unit['kind']) => (name: string) => ({ id: dice.id() as UnitId, kind, name })
  const shiftUnits = shifts.map(unit('shift'))
  const units = [
    ...Object.keys(departments).map(unit('department')),
    ...shiftUnits,
    ...Object.keys(routes).map(unit('route')),
  ]
  const idOf = (name: string) => units.find((one) => one.name === name)!.id
  const counted: Record<string, readonly number[]> = { ...departments, ...routes }
  const headcounts = Object.entries(counted).flatMap(([name, counts]) =>
    counts.map((people, at) => ({ unitId: idOf(name), shiftId: shiftUnits[at]!.id, people, countedOn })),
  )
  return { units, headcounts, idOf, routes: Object.keys(routes) }
}

/** Where an organizer of the demo works: the shift, its departments, and the buses they can take. */
export type Beat = {
  alias: string
  /** Signs in at a desk; the others carry a phone. */
  login?: string
  list: string
  shift: ShiftName
  departments: readonly string[]
  people: number
  /** How often a conversation moves somebody closer. */
  pull: number
  without?: readonly string[]
}

// The night shift has one organizer, who joined late; almost nobody is known on the night bus to Romita.
export const beats: readonly Beat[] = [
  {
    alias: 'Lupita',
    login: 'lupita',
    list: 'Mañana · Ensamble A y Corte',
    shift: 'Mañana',
    departments: ['Ensamble A', 'Ensamble A', 'Corte'],
    people: 95,
    pull: 0.46,
  },
  {
    alias: 'Chava',
    list: 'Mañana · Ensamble B y Almacén',
    shift: 'Mañana',
    departments: ['Ensamble B', 'Ensamble B', 'Almacén', 'Prueba eléctrica'],
    people: 75,
    pull: 0.4,
  },
  {
    alias: 'Nena',
    list: 'Tarde · Ensamble A y B',
    shift: 'Tarde',
    departments: ['Ensamble A', 'Ensamble B', 'Corte'],
    people: 90,
    pull: 0.42,
  },
  {
    alias: 'Toño',
    list: 'Tarde · Moldeo, Calidad y Mantenimiento',
    shift: 'Tarde',
    departments: ['Moldeo', 'Calidad', 'Mantenimiento', 'Prueba eléctrica'],
    people: 55,
    pull: 0.3,
  },
  {
    alias: 'Rocío',
    login: 'rocio',
    list: 'Noche',
    shift: 'Noche',
    departments: ['Ensamble A', 'Ensamble B', 'Moldeo', 'Corte'],
    people: 25,
    pull: 0.14,
    without: ['Ruta 7 · Romita'],
  },
]

export const smallBeat: Beat = {
  alias: 'Amparo',
  list: 'Taller',
  shift: 'Único',
  departments: ['Costura', 'Costura', 'Corte', 'Empaque'],
  people: 14,
  pull: 0.4,
}
