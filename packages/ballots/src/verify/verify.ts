import type { Source } from '../archive/byte-queue.ts'
import { readEvents } from '../archive/read-events.ts'
import type { Groups } from '../group/group.ts'
import { pureGroups } from '../group/pure.ts'
import { isUnreadable } from '../reasons.ts'
import type { Refused } from '../result.ts'
import { type Checker, checkHere } from './checker.ts'
import { type Progress, reportOf, type Verdict } from './report.ts'
import { beginStory, soundStory, tell } from './story.ts'

export type VerifyOptions = {
  /** Faster groups, as `@asamblea/ballots/node` and `/wasm` make them. Plain JavaScript when absent. */
  readonly groups?: Groups
  /** Where the long work is done. In the calling thread when absent. */
  readonly checker?: Checker
  readonly onProgress?: (progress: Progress) => void
}

/**
 * Verifies an archive in one pass, in memory that grows only with the number of voters: that the file is exactly
 * what its events say, and every trustee, credential, ballot, total, decryption and result. Stops at the first
 * thing that is wrong. Never throws for what an archive holds; throws when reading or a worker fails.
 */
export const verifyArchive = async (source: Source, options: VerifyOptions = {}): Promise<Verdict> => {
  const groups = options.groups ?? pureGroups
  const story = beginStory({
    groups,
    checker: options.checker ?? checkHere(groups),
    onProgress: options.onProgress ?? (() => {}),
  })
  for await (const read of readEvents(source)) {
    const refused = read.ok ? await tell(story, read.value) : read
    if (refused) return verdictOn((await story.checksDone()) ?? refused)
  }
  const refused = await story.checksDone()
  if (refused) return verdictOn(refused)
  const verified = soundStory(story)
  return { outcome: 'sound', report: reportOf(verified), verified }
}

const verdictOn = ({ refusal }: Refused): Verdict => ({
  outcome: isUnreadable(refusal.reason) ? 'unreadable' : 'refused',
  refusal,
})
