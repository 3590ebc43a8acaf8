/**
 * Slows down guessing from one address: `allow` counts an attempt and answers false once more than `most` fell within
 * `windowMs`; `forgive` takes back one that was no guess; `isOver` counts nothing and answers whether the next would be
 * refused. Memory only.
 */
export const newThrottle = (most: number, windowMs: number) => {
  const attempts = new Map<string, { count: number; until: number }>()
  return {
    isOver: (address: string, now: Date): boolean => {
      const entry = attempts.get(address)
      return entry !== undefined && entry.until >= now.getTime() && entry.count >= most
    },
    allow: (address: string, now: Date): boolean => {
      const time = now.getTime()
      if (attempts.size > 50_000) forgetOld(attempts, time)
      const entry = attempts.get(address)
      if (!entry || entry.until < time) {
        attempts.set(address, { count: 1, until: time + windowMs })
        return true
      }
      entry.count += 1
      return entry.count <= most
    },
    forgive: (address: string): void => {
      const entry = attempts.get(address)
      if (entry) entry.count -= 1
    },
  }
}

const forgetOld = (attempts: Map<string, { until: number }>, time: number) => {
  for (const [address, { until }] of attempts) if (until < time) attempts.delete(address)
}
