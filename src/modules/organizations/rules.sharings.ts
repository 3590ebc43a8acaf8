import type { FactKinds } from '#platform/facts/fact.ts'
import { localDay } from '#platform/text/day.ts'

type Agreement = {
  id: string
  giverId: string
  receiverId: string
  receiverName: string
  kinds: readonly string[]
  factsFrom: string
  factsUntil: string | null
  signedAt: Date | null
  withdrawnAt: Date | null
}

/**
 * To whom else an organization gives any of the same kinds over any of the same days. Two receivers each protect what they publish,
 * but not from each other: one total less the other is a number of whoever stands in one alone. Public kinds keep nothing.
 */
export const sharedElsewhere = (wanted: Agreement, all: readonly Agreement[], kinds: FactKinds): string[] => {
  const kept = wanted.kinds.filter((kind) => kinds[kind]?.tier !== 0)
  const meet = (one: Agreement) =>
    one.factsFrom <= (wanted.factsUntil ?? forever) && wanted.factsFrom <= lastDay(one)
  const others = all.filter(
    (one) =>
      one.id !== wanted.id &&
      one.giverId === wanted.giverId &&
      one.receiverId !== wanted.receiverId &&
      one.signedAt !== null &&
      one.kinds.some((kind) => kept.includes(kind)) &&
      meet(one),
  )
  return [...new Set(others.map(({ receiverName }) => receiverName))]
}

const forever = '9999-12-31'

/** What was withdrawn was counted until then, and what was issued of it stays. */
const lastDay = ({ factsUntil, withdrawnAt }: Agreement): string => {
  const withdrawn = withdrawnAt ? localDay(withdrawnAt, 'UTC') : forever
  return factsUntil !== null && factsUntil < withdrawn ? factsUntil : withdrawn
}
