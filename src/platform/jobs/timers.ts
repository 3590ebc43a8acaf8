/** A piece of work repeated for as long as the server runs. `stop` waits for the run under way. */
export type Timer = { stop: () => Promise<void> }

/**
 * Runs `work` every `ms`, the first time after `first`, never twice at once: the next run is set when the last one ended. What
 * fails is reported and tried again next time. Why this and no job queue: docs/decisions/timers-not-a-queue.md.
 */
export const every = (
  ms: number,
  work: () => Promise<void>,
  report: (error: unknown) => void,
  first: number = ms,
): Timer => {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  let stopped = false
  const plan = (wait: number) => {
    timer = setTimeout(() => {
      running = work()
        .catch(report)
        .then(() => {
          if (!stopped) plan(ms)
        })
    }, wait).unref()
  }
  plan(first)
  const stop = async () => {
    stopped = true
    clearTimeout(timer)
    await running
  }
  return { stop }
}
