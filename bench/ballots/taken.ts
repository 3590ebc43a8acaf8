import type { Result } from '../../packages/ballots/src/result.ts'

export const taken = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.refusal.reason)
  return result.value
}
