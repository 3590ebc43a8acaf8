import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import { plain } from '#platform/text/plain.ts'

/** A state of Mexico: INEGI's code, its name, and the time zone most of it keeps (IANA); a plant may keep another. */
export type State = { code: string; name: string; abbr: string; northBorder: boolean; timeZone: string }

const read = (file: string) =>
  Papa.parse<Record<string, string>>(readFileSync(join(import.meta.dirname, 'data', file), 'utf8'), {
    header: true,
    skipEmptyLines: true,
  }).data

export const states: readonly State[] = read('states.csv').map((row) => ({
  code: row.code!,
  name: row.name!,
  abbr: row.abbr!,
  northBorder: row.north_border === '1',
  timeZone: row.time_zone!,
}))

const shortNames: Record<string, string> = {
  coahuila: '05',
  michoacan: '16',
  veracruz: '30',
  'estado de mexico': '15',
  edomex: '15',
  'mexico state': '15',
  'mexico city': '09',
  cdmx: '09',
}

/** The state that a name means, with or without accents, long or short; `undefined` when it means none or several. */
export const stateNamed = (name: string): State | undefined => {
  const wanted = plain(name)
  const code =
    shortNames[wanted] ??
    states.find((state) => plain(state.name) === wanted || plain(state.abbr) === wanted)?.code
  return states.find((state) => state.code === code)
}

/** A branch of industry: a code of our own, its names, and the words by which the public catalogue calls it. */
export type Sector = { code: string; es: string; en: string; words: readonly string[] }

export const sectors: readonly Sector[] = read('sectors.csv').map((row) => ({
  code: row.code!,
  es: row.es!,
  en: row.en!,
  words: row.catalogue_words!.split('|'),
}))

/** The code of the sector that the catalogue's own word means. */
export const sectorOf = (word: string): string =>
  sectors.find(({ words }) => words.includes(word.trim()))?.code ?? 'other'

/** The rows of the public catalogue as they were collected, each with its source. */
export const catalogueRows = () => read('plants.csv')
