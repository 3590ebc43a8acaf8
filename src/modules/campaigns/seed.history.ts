import { addDays, type Day } from '#platform/text/day.ts'
import type { Dice } from '#platform/text/dice.ts'
import type { Beat, ShiftName } from './seed.map.ts'
import type { ActionKind, AskKind, ConcernKind, PromiseKind } from './words.ts'

/** One conversation of a made-up history, `ago` days before today. */
export type Told = {
  id: string
  ago: number
  level: number | null
  concerns: ConcernKind[]
  asked: AskKind | null
  promised: PromiseKind | null
  /** What became of the promise, where that is known by now. */
  settled: 'kept' | 'broken' | null
  againOn: Day | null
  settles: string | null
  note: string | null
}
export type Done = { id: string; kind: ActionKind; ago: number }
export type History = { talks: Told[]; actions: Done[] }

const weightOf: Record<ShiftName, readonly (readonly [ConcernKind, number])[]> = {
  Único: [
    ['wages', 40],
    ['hours', 24],
    ['benefits', 16],
    ['treatment', 12],
    ['contract', 8],
  ],
  Mañana: [
    ['wages', 30],
    ['treatment', 18],
    ['safety', 14],
    ['hours', 12],
    ['benefits', 10],
    ['union', 8],
    ['contract', 5],
    ['harassment', 3],
  ],
  Tarde: [
    ['wages', 28],
    ['hours', 20],
    ['transport', 14],
    ['treatment', 14],
    ['safety', 10],
    ['benefits', 8],
    ['union', 6],
  ],
  Noche: [
    ['transport', 40],
    ['wages', 22],
    ['safety', 16],
    ['hours', 14],
    ['harassment', 4],
    ['treatment', 4],
  ],
}
const notes = [
  'Prefiere hablar a la salida, lejos de la caseta.',
  'Dice que en su línea ya lo platicaron entre varias.',
  'Le preocupa que la vean; mejor en fin de semana.',
  'Su supervisor le cambió el turno sin avisar.',
  'Quiere leer el contrato antes de decidir.',
] as const

/** From the assessment on, the day the company announced a bonus made some step back: a movement people recognize. */
const bonusAgo = [64, 48] as const

/** Somebody's last four months: first met, talked to a few times, closer or further each time, and what they did. */
export const historyOf = (dice: Dice, beat: Beat, today: Day): History => {
  const count = dice.weighted([
    [0, 8],
    [1, 30],
    [2, 26],
    [3, 18],
    [4, 12],
    [5, 6],
  ])
  const days = daysOf(dice, beat, count)
  const talks: Told[] = []
  let level = dice.weighted([
    [1, 2],
    [2, 16],
    [3, 46],
    [4, 26],
    [5, 10],
  ])
  for (const [at, ago] of days.entries()) {
    if (at > 0) level = moved(dice, beat, level, ago)
    talks.push(talkOf(dice, beat, { level, ago, before: talks.at(-1), last: at === days.length - 1, today }))
  }
  return { talks, actions: level <= 2 && count > 0 ? actionsOf(dice, level, days.at(-1)!) : [] }
}

/** When somebody was talked to, in days before today, the first time first: most of them lately again. */
const daysOf = (dice: Dice, { shift }: Beat, count: number): number[] => {
  const first = shift === 'Noche' ? dice.between(8, 40) : dice.between(24, 120)
  const last = dice.chance(0.7) ? dice.between(1, Math.min(first, 22)) : dice.between(1, first)
  return Array.from({ length: count }, (_, at) =>
    count === 1 ? last : Math.round(first - ((first - last) * at) / (count - 1)),
  )
}

const moved = (dice: Dice, { pull }: Beat, level: number, ago: number): number => {
  const away = ago < bonusAgo[0] && ago > bonusAgo[1] ? 0.4 : 0.1
  const step = dice.chance(pull) ? -1 : dice.chance(away) ? 1 : 0
  return Math.min(5, Math.max(1, level + step))
}

type Moment = { level: number; ago: number; before: Told | undefined; last: boolean; today: Day }

const talkOf = (dice: Dice, { shift }: Beat, { level, ago, before, last, today }: Moment): Told => {
  const promised = level <= 3 && dice.chance(0.45) ? promiseOf(dice, level) : null
  const old = ago > 9
  return {
    id: dice.id(),
    ago,
    level: dice.chance(0.93) ? level : null,
    concerns: [...new Set(Array.from({ length: dice.between(1, 3) }, () => dice.weighted(weightOf[shift])))],
    asked: dice.chance(0.8) ? askOf(dice, level) : null,
    promised,
    settled: promised && old ? (dice.chance(0.68) ? 'kept' : 'broken') : null,
    againOn: againOn(dice, last, ago, today),
    settles: before?.againOn ? before.id : null,
    note: dice.chance(0.12) ? dice.pick(notes) : null,
  }
}

/** What was planned is behind those who were talked to again; for the others it falls around today. */
const againOn = (dice: Dice, last: boolean, ago: number, today: Day): Day | null => {
  if (!last) return addDays(today, -Math.max(0, ago - dice.between(2, 6)))
  return dice.chance(0.34) ? addDays(today, dice.between(-4, 6)) : null
}

const promiseOf = (dice: Dice, level: number): PromiseKind =>
  level === 1
    ? dice.pick(['will_bring_someone', 'will_join_committee', 'will_come'])
    : dice.weighted([
        ['will_think', level === 3 ? 5 : 1],
        ['will_come', 3],
        ['will_sign', 3],
        ['will_share', 1],
      ])

const askOf = (dice: Dice, level: number): AskKind =>
  level <= 2
    ? dice.pick(['bring_someone', 'join_committee', 'meet', 'sign'])
    : dice.pick(['talk_again', 'meet', 'share', 'talk_again'])

const actionsOf = (dice: Dice, level: number, ago: number): Done[] => {
  const kinds: readonly (readonly [ActionKind, number])[] =
    level === 1
      ? [
          ['signed', 0.9],
          ['brought_someone', 0.7],
          ['came', 0.8],
          ['organized', 0.5],
          ['wore_color', 0.5],
        ]
      : [
          ['signed', 0.55],
          ['came', 0.3],
          ['wore_color', 0.25],
          ['shared', 0.2],
        ]
  return kinds
    .filter(([, share]) => dice.chance(share))
    .map(([kind]) => ({ id: dice.id(), kind, ago: Math.max(0, ago - dice.between(0, Math.min(ago, 9))) }))
}
