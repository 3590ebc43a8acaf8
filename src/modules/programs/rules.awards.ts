import type { AwardAction, ExchangeRate } from './schema.ts'

type Action = Pick<AwardAction, 'kind' | 'signedOn' | 'amountCents' | 'currency' | 'endsOn'>

/** What was obligated in all, by currency. */
export const totalOf = (actions: readonly Pick<Action, 'amountCents' | 'currency'>[]) => {
  const sums = Map.groupBy(actions, ({ currency }) => currency)
  return [...sums]
    .map(([currency, of]) => ({ currency, amountCents: of.reduce((sum, one) => sum + one.amountCents, 0) }))
    .filter(({ amountCents }) => amountCents !== 0)
    .toSorted((a, b) => a.currency.localeCompare(b.currency))
}

/** The last day, as the latest action that names one set it. */
export const endOf = (actions: readonly Pick<Action, 'signedOn' | 'endsOn'>[]): string | null =>
  actions
    .filter(({ endsOn }) => endsOn !== null)
    .toSorted((a, b) => a.signedOn.localeCompare(b.signedOn))
    .at(-1)?.endsOn ?? null

type Rate = Pick<ExchangeRate, 'onDay' | 'from' | 'to' | 'rate'>

/**
 * Cents of one currency in another at the last rate of that day or before, rounded half away from zero; `null` where none is
 * known. Integers throughout: a rate has at most eight decimals.
 */
export const converted = (
  { amountCents, currency }: { amountCents: number; currency: string },
  to: string,
  onDay: string,
  rates: readonly Rate[],
): number | null => {
  if (currency === to) return amountCents
  const rate = rates
    .filter((one) => one.from === currency && one.to === to && one.onDay <= onDay)
    .toSorted((a, b) => a.onDay.localeCompare(b.onDay))
    .at(-1)
  if (!rate) return null
  const [whole = '0', decimals = ''] = rate.rate.split('.')
  const scaled = BigInt(whole + decimals.padEnd(8, '0').slice(0, 8))
  const scale = 100_000_000n
  const product = BigInt(amountCents) * scaled
  const half = product < 0n ? -scale / 2n : scale / 2n
  return Number((product + half) / scale)
}

/** Everything in one currency, each action at the rate of its own day; `null` when a rate is missing. */
export const totalIn = (actions: readonly Action[], to: string, rates: readonly Rate[]): number | null => {
  const parts = actions.map((action) => converted(action, to, action.signedOn, rates))
  return parts.some((part) => part === null) ? null : parts.reduce<number>((sum, part) => sum + part!, 0)
}

/** What any of the lists has, and what all of them have; sorted, each once. */
export const together = (lists: readonly (readonly string[])[]) => {
  const any = [...new Set(lists.flat())].toSorted()
  const shared = lists.length < 2 ? [] : any.filter((one) => lists.every((list) => list.includes(one)))
  return { any, shared }
}
