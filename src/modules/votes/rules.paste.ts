import { plain } from '#platform/text/plain.ts'
import type { Slate, Voter, VoterId } from './schema.ts'

type Sex = 'woman' | 'man' | 'other' | null

/** M is mujer and W woman; H is hombre. An M beside a W, in English lists, is a man. */
export const sexOf = (word: string, english: boolean): Sex => {
  const said = plain(word)
  if (/^(mujer|woman|f|femenino|w)$/.test(said)) return 'woman'
  if (/^(hombre|man|h|masculino)$/.test(said)) return 'man'
  if (said === 'm') return english ? 'man' : 'woman'
  return /^(otro|otra|other|x)$/.test(said) ? 'other' : null
}

const cellsOf = (line: string) =>
  line.split(line.includes('\t') ? '\t' : line.includes(';') ? ';' : ',').map((cell) => cell.trim())

type Pasted = { voters: Omit<Voter, 'number'>[]; bad: number }

/**
 * Voters from pasted lines: name, CURP, telephone, section, sex, parted by tabs, semicolons or commas. A first line that names
 * the columns is left out; a line without a name is counted and left out.
 */
export const votersFrom = (
  pasted: string,
  where: Pick<Voter, 'mode' | 'tableId'>,
  english: boolean,
  newId: () => string,
): Pasted => {
  const lines = pasted.split(/\r?\n/).filter((line) => line.trim() !== '')
  const rows = lines
    .map(cellsOf)
    .filter(([first], at) => at > 0 || !/^(nombre|name)/.test(plain(first ?? '')))
  const named = rows.filter(([name]) => (name ?? '').length > 0 && (name ?? '').length <= 160)
  const voters = named.map(([name, identifier, phone, section, sex]) => ({
    id: newId() as VoterId,
    name: name!,
    identifier: identifier?.slice(0, 40) || null,
    phone: phone?.slice(0, 40) || null,
    section: (section ?? '').slice(0, 80),
    sex: sexOf(sex ?? '', english),
    ...where,
    credentialBy: where.mode === 'remote' && phone ? ('phone' as const) : ('hand' as const),
    category: 'entitled' as const,
  }))
  return { voters, bad: rows.length - named.length }
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
