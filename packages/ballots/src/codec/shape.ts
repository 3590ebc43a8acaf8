/**
 * The form of one piece of JSON, read and written by the same description, so that a text has exactly one
 * accepted spelling. `read` answers undefined when the value has another form; it never repairs.
 */
export type Shape<T> = {
  readonly read: (json: unknown) => T | undefined
  readonly write: (value: T) => string
}

/** The value in a text that is written exactly as `shape` writes it; undefined when it is not. */
export const readExactly = <T>(shape: Shape<T>, text: string): T | undefined => {
  const value = readLoosely(shape, text)
  return value !== undefined && shape.write(value) === text ? value : undefined
}

const readLoosely = <T>(shape: Shape<T>, text: string): T | undefined => {
  try {
    return shape.read(JSON.parse(text))
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** Compact JSON; the delete character is escaped because Belenios escapes it and JSON.stringify does not. */
export const jsonText = (value: unknown): string => JSON.stringify(value).replaceAll('\x7f', '\\u007f')

export const text: Shape<string> = {
  read: (json) => (typeof json === 'string' ? json : undefined),
  write: jsonText,
}

/** A string that matches a pattern. */
export const pattern = <T extends string = string>(regex: RegExp): Shape<T> => ({
  read: (json) => (typeof json === 'string' && regex.test(json) ? (json as T) : undefined),
  write: jsonText,
})

/** One of a few strings. */
export const oneOf = <const T extends string>(...values: readonly T[]): Shape<T> => ({
  read: (json) => values.find((value) => value === json),
  write: jsonText,
})

/** A JSON integer from 0 to 2³⁰ − 1, the range in which Belenios writes plain integers. */
export const integer: Shape<number> = {
  read: (json) => (Number.isInteger(json) && isPlain(json as number) ? (json as number) : undefined),
  write: String,
}

/** A count that may pass 2³⁰ − 1: a JSON integer up to there, a decimal string beyond it. */
export const count: Shape<number> = {
  read: (json) => {
    if (typeof json === 'number') return integer.read(json)
    if (typeof json !== 'string' || !/^[1-9]\d{9,15}$/.test(json)) return undefined
    const value = Number(json)
    return Number.isSafeInteger(value) && !isPlain(value) ? value : undefined
  },
  write: (value) => (isPlain(value) ? String(value) : `"${value}"`),
}

const isPlain = (value: number) => value >= 0 && value < 2 ** 30

export const literal = <const T extends number | boolean>(expected: T): Shape<T> => ({
  read: (json) => (json === expected ? expected : undefined),
  write: String,
})

export const boolean: Shape<boolean> = {
  read: (json) => (typeof json === 'boolean' ? json : undefined),
  write: String,
}

export const list = <T>(item: Shape<T>): Shape<readonly T[]> => ({
  read: (json) => {
    if (!Array.isArray(json)) return undefined
    const values: T[] = []
    for (const part of json) {
      const value = item.read(part)
      if (value === undefined) return undefined
      values.push(value)
    }
    return values
  },
  write: (values) => `[${values.map(item.write).join(',')}]`,
})

export const pair = <A, B>(first: Shape<A>, second: Shape<B>): Shape<readonly [A, B]> => ({
  read: (json) => {
    if (!Array.isArray(json) || json.length !== 2) return undefined
    const [a, b] = [first.read(json[0]), second.read(json[1])]
    return a === undefined || b === undefined ? undefined : [a, b]
  },
  write: ([a, b]) => `[${first.write(a)},${second.write(b)}]`,
})

/** A two-part list whose first part names what the second is, as `["Single", {…}]`. */
export const tagged = <F extends Fields>(kinds: F): Shape<Tagged<F>> => ({
  read: (json) => {
    if (!Array.isArray(json) || json.length !== 2 || typeof json[0] !== 'string') return undefined
    const kind = Object.hasOwn(kinds, json[0]) ? kinds[json[0]] : undefined
    const value = kind?.read(json[1])
    return value === undefined ? undefined : ([json[0], value] as Tagged<F>)
  },
  write: ([kind, value]) => `["${String(kind)}",${kinds[kind]!.write(value)}]`,
})

type Tagged<F> = { [K in keyof F]: readonly [K, Value<F[K]>] }[keyof F]

type Optional<T> = Shape<T> & { readonly optional: true }

/** Marks a key of `object` that may be absent (it is never null). */
export const optional = <T>(shape: Shape<T>): Optional<T> => ({ ...shape, optional: true })

// biome-ignore lint/suspicious/noExplicitAny: a record of shapes of unrelated types, each kept by the mapped type below
type Fields = Readonly<Record<string, Shape<any>>>
type Value<S> = S extends Shape<infer T> ? T : never
type OptionalKeys<F> = { [K in keyof F]: F[K] extends { optional: true } ? K : never }[keyof F]
type Read<F> = { readonly [K in Exclude<keyof F, OptionalKeys<F>>]: Value<F[K]> } & {
  readonly [K in OptionalKeys<F>]?: Value<F[K]>
}

/** An object with these keys and no other, written in this order. */
export const object = <F extends Fields>(fields: F): Shape<Read<F>> => ({
  read: (json) => {
    if (typeof json !== 'object' || json === null || Array.isArray(json)) return undefined
    if (Object.keys(json).some((key) => !Object.hasOwn(fields, key))) return undefined
    const read: Record<string, unknown> = {}
    for (const [key, shape] of Object.entries(fields)) {
      if (!Object.hasOwn(json, key) && 'optional' in shape) continue
      const value = shape.read((json as Record<string, unknown>)[key])
      if (value === undefined) return undefined
      read[key] = value
    }
    return read as Read<F>
  },
  write: (value) => {
    const present = Object.entries(fields).filter(([key]) => Object.hasOwn(value, key))
    return `{${present.map(([key, shape]) => `"${key}":${shape.write((value as Record<string, unknown>)[key])}`).join(',')}}`
  },
})
