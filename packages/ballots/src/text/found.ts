import type { FoundBallot } from '../verify/find.ts'
import type { Language } from './language.ts'

/** What to tell somebody who looked for a ballot. */
export const foundText = (found: FoundBallot | undefined, language: Language): string => {
  if (!found)
    return language === 'es' ? 'Esa boleta no está en este archivo.' : 'That ballot is not in this archive.'
  const { position, counts } = found
  if (language === 'es')
    return counts
      ? `Es la boleta número ${position}, y es la que cuenta.`
      : `Es la boleta número ${position}. No cuenta, porque la misma credencial envió otra después.`
  return counts
    ? `It is ballot number ${position}, and it is the one that counts.`
    : `It is ballot number ${position}. It does not count, because the same credential cast another later.`
}
