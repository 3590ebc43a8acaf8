import { compareCopies } from '../src/archive/compare.ts'
import { sealOf } from '../src/ballot/wire.ts'
import { credentialKey } from '../src/credential/derive.ts'
import { readCredentials } from '../src/credential/list.ts'
import { type Group, parseKey } from '../src/group/group.ts'
import { ballotPrefix, proveKnowledge } from '../src/proof/knowledge.ts'
import { writeProof } from '../src/proof/wire.ts'
import { verifyArchive } from '../src/verify/verify.ts'
import { mutationsOf } from './mutations.ts'
import { type LooseEvent, putTogether, takeApart } from './records.ts'
import { seeded } from './seeded.ts'
import { groups, type Held } from './world.ts'

/** A changed archive, and how to say what was changed. Of some only an earlier copy can tell that they were. */
type Mutant = { readonly what: string; readonly archive: () => Uint8Array; readonly onlyCopyTells?: boolean }

export type Judged = { readonly tried: number; readonly accepted: readonly string[] }

/**
 * Verifies every mutant of an election, or a seeded sample, and answers those that were wrongly accepted: there
 * must be none. The few that are sound elections by themselves must be told by comparing with a copy. Each field of each document is changed with all hashes and links made to fit again, as the one who
 * runs the server could, with ballots sealed again too; and each record is changed without.
 */
export const judgeMutations = async (
  held: Held,
  {
    sample,
    seed = 1,
    onTried,
  }: { sample?: number; seed?: number; onTried?: (tried: number, of: number) => void } = {},
): Promise<Judged> => {
  const all = await mutantsOf(held)
  const choose = seeded(seed)
  const chosen = sample === undefined ? all : Array.from({ length: sample }, () => choose.pick(all))
  const accepted: string[] = []
  for (const [tried, { what, archive, onlyCopyTells }] of chosen.entries()) {
    const changed = archive()
    const isRefused = onlyCopyTells
      ? !(await compareCopies([held.decided], [changed])).ok
      : (await verifyArchive([changed], { groups })).outcome !== 'sound'
    if (!isRefused) accepted.push(what)
    onTried?.(tried + 1, chosen.length)
  }
  return { tried: chosen.length, accepted }
}

const mutantsOf = async (held: Held): Promise<Mutant[]> => {
  const events = await takeApart(held.decided)
  return [
    ...documentMutants(events, held),
    ...frameMutants(events),
    ...byteMutants(held.decided),
    ...orderMutants(events),
  ]
}

/** Every change of every document, with the names, links and seals made to fit. */
function* documentMutants(events: readonly LooseEvent[], held: Held): Generator<Mutant> {
  const { group } = held.election.key
  const sign = signerFor(held)
  for (const [place, event] of events.entries())
    for (const [index, text] of event.documents.entries()) {
      const donor = donorFor(events, place, index)
      for (const { what, text: changed } of mutationsOf(text, donor, group)) {
        const onlyCopyTells = isAnotherElection(event.type, index, what, events, changed, group)
        const mutant = (suffix: string, document: string): Mutant => ({
          what: `${event.type} ${place}.${index} ${what}${suffix}`,
          onlyCopyTells:
            onlyCopyTells || (suffix !== '' && what === '$ from another' && isReplaced(events, place)),
          archive: () =>
            putTogether(events.with(place, { ...event, documents: event.documents.with(index, document) })),
        })
        yield mutant('', changed)
        const signed = event.type === 'Ballot' ? sign(changed) : undefined
        if (signed !== undefined && !sameAnswers(signed, text)) yield mutant(', signed again', signed)
      }
    }
}

/** A document of the same kind from another event, to take parts from. */
const donorFor = (events: readonly LooseEvent[], place: number, index: number): string => {
  const { type, documents } = events[place]!
  const other = events.find((event, at) => at !== place && event.type === type)
  return (other ?? events[place]!).documents[index] ?? documents[index]!
}

/** Whether nothing but the signature differs, so that the change was lost when it was written anew. */
const sameAnswers = (a: string, b: string) => a.split(',"signature":')[0] === b.split(',"signature":')[0]

/** Seals a changed ballot and signs it with the credential it names, as a dishonest voter would. */
export const signerFor = ({ uuid, codes, election }: Held) => {
  const { group } = election.key
  const keys = new Map(
    codes.map((code) => credentialKey(group, uuid, code)).map((key) => [key.publicText, key.secret]),
  )
  return (ballot: string): string | undefined => {
    try {
      const parsed = JSON.parse(ballot)
      const hash = sealOf(parsed)
      const secret = keys.get(parsed.credential)
      if (secret === undefined) return undefined
      const proof = writeProof(proveKnowledge(group, ballotPrefix(hash), secret))
      return JSON.stringify({ ...parsed, signature: { hash, proof } })
    } catch {
      return undefined
    }
  }
}

/**
 * Changes that do not make an archive wrong but make it that of another election, which whoever writes the first
 * record may hold: the names of trustees, and who is on the list of credentials beyond those who voted.
 */
const isAnotherElection = (
  type: string,
  index: number,
  what: string,
  events: readonly LooseEvent[],
  after: string,
  group: Group,
): boolean => {
  if (type !== 'Setup') return false
  if (index === 1) return /\.name|without name/.test(what)
  return index === 2 && isSoundList(after, group) && voters(events).every((voter) => after.includes(voter))
}

/** Whether the ballot of this event does not count, because its voter cast another later. */
const isReplaced = (events: readonly LooseEvent[], place: number): boolean => {
  const [own, ...later] = voters(events.slice(place))
  return events[place]?.type === 'Ballot' && own !== undefined && later.includes(own)
}

/** Whether a text is a well-written list of distinct valid credentials. */
const isSoundList = (text: string, group: Group): boolean => {
  const read = readCredentials(text)
  return read.ok && read.value.every(({ publicText }) => parseKey(group, publicText) !== undefined)
}

const voters = (events: readonly LooseEvent[]): string[] =>
  events.filter(({ type }) => type === 'Ballot').map(({ documents }) => JSON.parse(documents[0]!).credential)

/** Every change of the events and of the records that tie documents to them. */
function* frameMutants(events: readonly LooseEvent[]): Generator<Mutant> {
  for (const [place] of events.entries())
    for (const frame of ['link', 'event'] as const) {
      let original = ''
      let donor = ''
      putTogether(events, (text, kind, index) => {
        if (kind === frame && index === place) original = text
        else if (kind === frame) donor = text
        return text
      })
      if (original === '') continue
      for (const { what, text } of mutationsOf(original, donor || original, plainGroup))
        yield {
          what: `${frame} of event ${place} ${what}`,
          archive: () =>
            putTogether(events, (kept, kind, index) => (kind === frame && index === place ? text : kept)),
        }
    }
}

/** Each byte region of the file changed with nothing made to fit. */
function* byteMutants(archive: Uint8Array): Generator<Mutant> {
  const changed = (what: string, make: () => Uint8Array): Mutant => ({ what: `bytes ${what}`, archive: make })
  for (let offset = 0; offset < archive.length; offset += 509)
    yield changed(`flipped at ${offset}`, () => archive.with(offset, archive[offset]! ^ 1))
  for (const cut of [1, 100, 511, 513, archive.length - 1])
    yield changed(`cut by ${cut}`, () => archive.slice(0, archive.length - cut))
  yield changed('with end blocks', () => new Uint8Array([...archive, ...new Uint8Array(1024)]))
  yield changed('after an empty block', () => new Uint8Array([...new Uint8Array(512), ...archive]))
  yield changed('twice', () => new Uint8Array([...archive, ...archive]))
}

/** Events left out, repeated, swapped or brought forward, with every link made to fit. */
function* orderMutants(events: readonly LooseEvent[]): Generator<Mutant> {
  const mutant = (what: string, changed: readonly LooseEvent[], onlyCopyTells = false): Mutant => ({
    what: `events ${what}`,
    archive: () => putTogether(changed),
    onlyCopyTells,
  })
  for (const [place, event] of events.entries()) {
    if (place < events.length - 1)
      yield mutant(`without ${place} ${event.type}`, events.toSpliced(place, 1), isReplaced(events, place))
    yield mutant(`with ${place} ${event.type} twice`, events.toSpliced(place, 0, event))
    const next = events[place + 1]
    if (next && !(event.type === next.type))
      yield mutant(`${place} swapped with the next`, events.with(place, next).with(place + 1, event))
  }
}

/** Knows no elements, so that only the text of frames is changed. */
const plainGroup = { q: 1n, parse: () => undefined } as unknown as Group
