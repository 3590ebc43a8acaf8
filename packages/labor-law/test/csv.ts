import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The rows of a source table kept beside the tests, keyed by its header; quoted cells may hold commas. */
export const sourceTable = (name: string): Record<string, string>[] => {
  const text = readFileSync(join(import.meta.dirname, 'data', name), 'utf8').trim()
  const [header, ...rows] = text.split('\n').map(cellsOf)
  return rows.map((cells) => Object.fromEntries(header!.map((key, at) => [key, cells[at] ?? ''])))
}

const cellsOf = (line: string): string[] =>
  [...line.trimEnd().matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(
    ([, quoted, bare]) => quoted ?? bare ?? '',
  )
