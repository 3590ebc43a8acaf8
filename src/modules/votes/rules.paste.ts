import { plain } from '#platform/text/plain.ts'
import type { Slate } from './schema.ts'

type Sex = 'woman' | 'man' | 'other' | null

/** M is mujer and W woman; H is hombre. An M beside a W, in English lists, is a man. */
export const sexOf = (word: string, english: boolean): Sex => {
  const said = plain(word)
  if (/^(mujer|woman|f|femenino|w)$/.test(said)) return 'woman'
  if (/^(hombre|man|h|masculino)$/.test(said)) return 'man'
  if (said === 'm') return english ? 'man' : 'woman'
  return /^(otro|otra|other|x)$/.test(said) ? 'other' : null
}

/** Candidates from lines: post, full name, M or H; an alternate's line ends in its word. */
export const candidatesFrom = (pasted: string, english: boolean, newId: () => string): Slate['candidates'] =>
  pasted
    .split(/\r?\n/)
    .map((line) => line.split(',').map((cell) => cell.trim()))
    .filter(([post, name]) => post && name)
    .map(([post, name, sex, last]) => ({
      id: newId(),
      post: post!.slice(0, 80),
      name: name!.slice(0, 160),
      sex: sexOf(sex ?? '', english) ?? 'other',
      alternate: /^(suplente|alternate)$/.test(plain(last ?? '')),
    }))

/** The lines that `candidatesFrom` reads back as the same candidates. */
export const linesOf = (candidates: Slate['candidates'], english: boolean): string =>
  candidates
    .map(({ post, name, sex, alternate }) =>
      [post, name, letterOf(sex, english), ...(alternate ? [english ? 'alternate' : 'suplente'] : [])].join(
        ', ',
      ),
    )
    .join('\n')

const letterOf = (sex: NonNullable<Sex>, english: boolean) => {
  if (sex === 'other') return 'X'
  return english ? (sex === 'woman' ? 'W' : 'M') : sex === 'woman' ? 'M' : 'H'
}
