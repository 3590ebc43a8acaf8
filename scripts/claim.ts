/**
 * Prints one figure of a bench or a proof as its last line: `NAME: FIGURE, wanted …: holds` or `falls short`.
 * A claim that falls short sets the exit code, so that a script can rely on it.
 */
export const claim = (name: string, figure: string, wanted: string, holds: boolean) => {
  console.log(`${name}: ${figure}, wanted ${wanted}: ${holds ? 'holds' : 'falls short'}`)
  if (!holds) process.exitCode = 1
}
