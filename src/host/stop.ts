/**
 * Resolves when somebody wants the process to end: Ctrl-C, a service manager, a closed terminal, or the death of the launcher
 * that started us. A signal repeated within a second is the same one: the terminal and the launcher both pass it on.
 */
export const untilToldToStop = (): Promise<void> =>
  new Promise((resolve) => {
    let first = 0
    const told = () => {
      if (first === 0) resolve()
      else if (Date.now() - first > 1_000) process.exit(130)
      first ||= Date.now()
    }
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, told)
    watchLauncher(resolve)
  })

/** A launcher killed with -9 passes nothing on: its child would hold the port for ever. */
const watchLauncher = (gone: () => void) => {
  const launcher = Number(process.env.ASAMBLEA_LAUNCHER)
  if (process.ppid !== launcher) return
  const timer = setInterval(() => {
    if (process.ppid === launcher) return
    clearInterval(timer)
    gone()
  }, 500)
  timer.unref()
}
