import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, TomlDate, TomlError } from 'smol-toml'
import type * as z from 'zod'
import { refuseBrokenSeal } from './seal.ts'

export type Fields = Record<string, unknown>

/** The `[[key]]` blocks of a file, or of every file of a folder, each checked; throws naming the file and the rule. */
export const load = <T extends Fields>(folder: string, name: string, key: string, shape: z.ZodType<T>): T[] =>
  filesOf(folder, name).flatMap((file) => {
    const found = read(folder, file)[key]
    if (!Array.isArray(found)) throw new Error(`rules/${file}: no [[${key}]] block`)
    return found.map((item: Fields, at) => {
      const label = String(item.id ?? `${key} number ${at + 1}`)
      const rule = check(file, label, item, shape)
      refuseBrokenSeal(`rules/${file}, ${label}`, rule)
      return rule
    })
  })

/** A `[key]` table of a file, each entry checked. */
export const loadTable = <T>(
  folder: string,
  file: string,
  key: string,
  shape: z.ZodType<T>,
): Record<string, T> =>
  Object.fromEntries(
    Object.entries(read(folder, file)[key] as Fields).map(([id, item]) => [id, check(file, id, item, shape)]),
  )

type Versioned = { id: string; valid_from: string; valid_to?: string | undefined }

/** Refuses two versions of a rule that hold on the same day. */
export const refuseOverlaps = (rules: readonly Versioned[]) => {
  const byId = Map.groupBy(rules, ({ id }) => id)
  for (const [id, versions] of byId) {
    const inOrder = versions.toSorted((a, b) => a.valid_from.localeCompare(b.valid_from))
    inOrder.forEach((version, at) => {
      const before = inOrder[at - 1]
      if (before && (before.valid_to === undefined || before.valid_to >= version.valid_from))
        throw new Error(
          `${id}: two versions hold on ${version.valid_from}: close the older one with valid_to`,
        )
    })
  }
}

export const camel = (key: string) => key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

const filesOf = (folder: string, name: string) =>
  name.endsWith('.toml')
    ? [name]
    : readdirSync(join(folder, name))
        .filter((file) => file.endsWith('.toml'))
        .sort()
        .map((file) => `${name}/${file}`)

const read = (folder: string, file: string): Fields => {
  try {
    return plain(parse(readFileSync(join(folder, file), 'utf8'))) as Fields
  } catch (error) {
    if (error instanceof TomlError) throw new Error(`rules/${file}, line ${error.line}: ${error.message}`)
    throw error
  }
}

const check = <T>(file: string, label: string, item: unknown, shape: z.ZodType<T>): T => {
  const result = shape.safeParse(item)
  if (result.success) return result.data
  const why = result.error.issues.map((issue) => `${issue.path.join('.') || 'rule'}: ${issue.message}`)
  throw new Error(`rules/${file}, ${label}: ${why.join('; ')}`)
}

/** TOML's own dates become ISO strings, so that a lawyer may write them with or without quotes. */
const plain = (value: unknown): unknown => {
  if (value instanceof TomlDate) return value.toISOString().slice(0, 10)
  if (Array.isArray(value)) return value.map(plain)
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]))
  return value
}
