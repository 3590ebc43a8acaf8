import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * The box of one tablet: every ballot is tied to all before it by a link, so that nothing can be taken out, added or
 * moved without changing the last link, which the table writes on its acta. It holds no time.
 */
export type Chained = { readonly head: string; readonly ballots: readonly string[] }

const hex = (text: string) => bytesToHex(sha256(utf8ToBytes(text)))

/** The link before the first ballot: it names the election and the booth, so that one box cannot pass for another. */
export const firstLink = (uuid: string, boothId: string): string => hex(`${uuid}|${boothId}`)

export const nextLink = (link: string, ballot: string): string => hex(`${link}|${hex(ballot)}`)

/** Whether a box begins with all that was received before: then it adds to it, and takes nothing back. */
export const goesOnFrom = (
  uuid: string,
  boothId: string,
  { ballots }: Chained,
  received: { readonly head: string; readonly ballots: number },
): boolean =>
  ballots.length >= received.ballots &&
  ballots.slice(0, received.ballots).reduce(nextLink, firstLink(uuid, boothId)) === received.head

export const isWhole = (uuid: string, boothId: string, { head, ballots }: Chained): boolean =>
  ballots.reduce(nextLink, firstLink(uuid, boothId)) === head
