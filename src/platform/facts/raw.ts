/** One cell of a figure: its value, the base of a ratio, and how many persons and organizations stand behind it. */
export type Cell = {
  /** The value of each dimension this cell is not a total over; `null` where it is not known. */
  key: Readonly<Record<string, string | null>>
  value: number
  base: number | null
  persons: number
  organizations: number
}

/** A cell that also says how much of it came from whom: the two largest contributions, and the reader's own. */
export type WeighedCell = Cell & { largest: number; second: number; own: number }

declare const unprotected: unique symbol

/**
 * What was counted, before anything protected it. It holds nothing that can be read, printed or sent: an answer that carries
 * one does not compile, and one forced through throws. `ownCells` opens what is the reader's own; the rest only `publish` opens.
 */
export type Raw<Content> = { readonly [unprotected]: Content; readonly toJSON: () => never }

const contents = new WeakMap<object, { content: unknown; isOwn: boolean }>()

/** `isOwn`: nothing in it is another organization's. */
export const sealRaw = <Content>(content: Content, isOwn: boolean): Raw<Content> => {
  const refuse = (): never => {
    throw new TypeError('A count leaves only through a protected table.')
  }
  const sealed = Object.create(null, {
    toJSON: { value: refuse },
    [Symbol.toPrimitive]: { value: refuse },
    [Symbol.for('nodejs.util.inspect.custom')]: { value: () => 'Raw' },
  })
  contents.set(sealed, { content, isOwn })
  return Object.freeze(sealed) as Raw<Content>
}

/** The cells, when all of them count the reader's own facts; `undefined` when somebody else's are among them. */
export const ownCells = <Content>(raw: Raw<Content>): Content | undefined => {
  const found = contents.get(raw)
  return found?.isOwn ? (found.content as Content) : undefined
}

/** The cells whoever they belong to. Only what protects them before they leave, and tests, may call this. */
export const openRaw = <Content>(raw: Raw<Content>): Content => {
  const found = contents.get(raw)
  if (!found) throw new TypeError('Not a count.')
  return found.content as Content
}
