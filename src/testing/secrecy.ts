import type pg from 'pg'

/** What somebody who reads everything would guess: for each voter, by roll id, a ballot, by hash in hexadecimal. */
export type Guess = ReadonlyMap<string, string>
export type Method = { readonly name: string; readonly guess: Guess }

const hexes = async (owner: pg.Pool, text: string, box: string): Promise<string[]> =>
  (await owner.query<{ value: string }>(text, [box])).rows.map(({ value }) => value)

/**
 * Every way to join voters to ballots by what stands in the tables: by order as published, as stored, as written, as
 * numbered and as sorted, on both sides. `vote` and `box` are ids.
 */
export const attackTables = async (owner: pg.Pool, vote: string, box: string): Promise<Method[]> => {
  const voters = (order: string) =>
    hexes(
      owner,
      `select id::text as value from vote_roll where vote_id = $1 and mode = 'remote' order by ${order}`,
      vote,
    )
  const ballots = (order: string) =>
    hexes(
      owner,
      `select encode(a.ballot_hash, 'hex') as value from vote_archive a
       join vote_credentials c on c.box_id = a.box_id and c.hash = a.credential_hash
       where a.box_id = $1 and a.ballot_hash is not null order by ${order}`,
      box,
    )
  const sides = {
    voters: {
      number: await voters('number'),
      id: await voters('id'),
      place: await voters('ctid'),
      write: await voters('xmin::text::bigint, ctid'),
      name: await voters('name_blind'),
    },
    ballots: {
      archive: await ballots('a.height'),
      hash: await ballots('a.ballot_hash'),
      place: await ballots('a.ctid'),
      write: await ballots('a.xmin::text::bigint, a.ctid'),
      credential: await ballots('c.ctid'),
      'credential hash': await ballots('c.hash'),
      'credential digits': await ballots('c.public_text'),
    },
  }
  return Object.entries(sides.voters).flatMap(([by, ids]) =>
    Object.entries(sides.ballots).map(([on, hashes]) => ({
      name: `voters by ${by}, ballots by ${on}`,
      guess: new Map(ids.map((id, at) => [id, hashes[at] ?? ''])),
    })),
  )
}

/** What is written next to what in the write-ahead log: each voter's ballot is the first one written after them, or before. */
export const attackLog = (log: Buffer, voters: readonly string[], ballots: readonly string[]): Method[] => {
  const places = (ids: readonly string[]) =>
    ids
      .flatMap((id) => occurrences(log, Buffer.from(id.replaceAll('-', ''), 'hex')).map((at) => ({ id, at })))
      .sort((a, b) => a.at - b.at)
  const written = places(ballots)
  const near = (pick: (at: number) => string | undefined): Guess =>
    new Map(places(voters).map(({ id, at }) => [id, pick(at) ?? '']))
  return [
    {
      name: 'log, first ballot after the voter',
      guess: near((at) => written.find((one) => one.at > at)?.id),
    },
    {
      name: 'log, last ballot before the voter',
      guess: near((at) => written.findLast((one) => one.at < at)?.id),
    },
    {
      name: 'log, voters and ballots in the order of their last writing',
      guess: new Map(lastOf(places(voters)).map((id, at) => [id, lastOf(written)[at] ?? ''])),
    },
  ]
}

/**
 * What stands next to what in a logical copy: our own backup opened with its key, or the tables as pg_dump reads them. `text`
 * holds ids as the database writes them.
 */
export const attackCopy = (
  what: string,
  text: string,
  voters: readonly string[],
  ballots: readonly string[],
): Method[] => {
  const places = (needles: readonly (readonly [id: string, written: string])[]) =>
    needles
      .map(([id, written]) => ({ id, at: text.indexOf(written) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at)
  const people = places(voters.map((id) => [id, id]))
  const written = places(ballots.map((hash) => [hash, hash]))
  if (people.length < voters.length || written.length < ballots.length)
    throw new Error(`the ${what} does not hold every voter and ballot`)
  const zipped = (order: readonly { id: string }[]) =>
    new Map(people.map(({ id }, at) => [id, order[at]?.id ?? '']))
  return [
    { name: `${what}, in the order they stand`, guess: zipped(written) },
    { name: `${what}, one of them backwards`, guess: zipped(written.toReversed()) },
  ]
}

/** Every table with its rows as they lie, which is how pg_dump writes them. */
export const dumped = async (owner: pg.Pool): Promise<string> => {
  const { rows } = await owner.query<{ name: string }>(
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'public' order by 1`,
  )
  const tables: string[] = []
  for (const { name } of rows) {
    const { rows: lines } = await owner.query<{ line: string }>(`select t::text as line from ${name} t`)
    tables.push(lines.map(({ line }) => line).join('\n'))
  }
  return tables.join('\n')
}

const lastOf = (places: readonly { id: string }[]) =>
  [...new Set(places.map(({ id }) => id).toReversed())].toReversed()

const occurrences = (log: Buffer, needle: Buffer): number[] => {
  const found: number[] = []
  for (let at = log.indexOf(needle); at >= 0; at = log.indexOf(needle, at + 1)) found.push(at)
  return found
}

/** How many voters a guess gives their own ballot. By chance about one, whatever their number. */
export const rightIn = (guess: Guess, truth: Guess): number =>
  [...guess].filter(([voter, ballot]) => truth.get(voter) === ballot).length

/** A method this good by chance is one in a thousand over all methods tried together (Poisson with mean 1). */
export const mostByChance = (methods: number): number => {
  let [tail, term, most] = [1, Math.exp(-1), -1]
  while (tail * methods > 0.001) {
    most += 1
    tail -= term
    term /= most + 1
  }
  return most
}
