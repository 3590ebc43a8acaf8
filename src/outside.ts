/**
 * Screens for people without an account: voters, trustees, observers, a tablet at a table. Nothing of a session or of a
 * delegate's phone is loaded around them, so that no request tells who is looking when.
 */
export const isOutside = (path: string): boolean =>
  /^\/(ballot|opened|archive|custody|booth|observe|observers)(\/|$)/.test(path)
