type Allocation = { staffId: string; awardId: string; percent: number; since: string; until: string | null }

const onDay =
  (day: string) =>
  ({ since, until }: { since: string; until: string | null }) =>
    since <= day && (until === null || until >= day)

/** People once each, and full-time equivalents summed, on a day: all together and by award. */
export const teamOn = (allocations: readonly Allocation[], day: string) => {
  const now = allocations.filter(onDay(day))
  const of = (some: readonly Allocation[]) => ({
    people: new Set(some.map(({ staffId }) => staffId)).size,
    fte: Math.round(some.reduce((sum, { percent }) => sum + percent, 0)) / 100,
  })
  const byAward = [...Map.groupBy(now, ({ awardId }) => awardId)].map(([awardId, some]) => ({
    awardId,
    ...of(some),
  }))
  return { ...of(now), byAward }
}

/** The first day on which somebody would be allocated to more than all their time; `undefined` when there is none. */
export const overfull = (
  allocations: readonly Omit<Allocation, 'staffId' | 'awardId'>[],
): string | undefined =>
  // A sum can only rise on a day on which something begins.
  allocations
    .map(({ since }) => since)
    .toSorted()
    .find((day) => allocations.filter(onDay(day)).reduce((sum, { percent }) => sum + percent, 0) > 100 + 1e-9)

type Link = { partnerId: string; fundsSince: string | null; fundsUntil: string | null }

/** An implementing partner receives funds directly: that, and nothing else, makes it count (the seed's fifth brief, note 1). */
export const receivesFunds = ({ fundsSince, fundsUntil }: Omit<Link, 'partnerId'>, day: string): boolean =>
  fundsSince !== null && fundsSince <= day && (fundsUntil === null || fundsUntil >= day)

export const partnersOn = (links: readonly Link[], kinds: ReadonlyMap<string, string>, day: string) => {
  const now = links.filter((link) => receivesFunds(link, day))
  const distinct = [...new Set(now.map(({ partnerId }) => partnerId))]
  return {
    partners: distinct.length,
    partnerLinks: now.length,
    academic: distinct.filter((id) => kinds.get(id) === 'academic').length,
  }
}
