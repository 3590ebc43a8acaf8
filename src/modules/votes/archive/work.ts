import type { Vote } from '@asamblea/ballots/question'
import type { Finding } from '@asamblea/ballots/verdict'
import type { Place } from '../trustees/custodian.ts'

export type LotToMake = { readonly tableId: string | null; readonly count: number }
export type LotMade = {
  readonly tableId: string | null
  readonly codes: readonly string[]
  readonly list: string
}

/** What a page asks of its worker, and what the worker answers: secrets pass between these two and go nowhere else. */
export type Works = {
  /** Encrypts and commits; the ballot stays in the worker under its number. */
  prepare: {
    asked: { election: string; code: string; votes: readonly Vote[] }
    told: { ballot: number; seal: string }
  }
  cast: { asked: { ballot: number }; told: { text: string; tracker: string } }
  challenge: { asked: { ballot: number }; told: { opening: string; seal: string } }
  inspect: { asked: { election: string; opening: string }; told: { seal: string; votes: readonly Vote[] } }
  /** SHA-256 of the public credential of a code, in hexadecimal. */
  identify: { asked: { election: string; code: string }; told: { credential: string } }
  issue: { asked: { uuid: string; lots: readonly LotToMake[] }; told: readonly LotMade[] }
  begin: {
    asked: Pick<Place, 'threshold' | 'size' | 'number'>
    told: { printed: string; certificate: string }
  }
  deal: { asked: { code: string; place: Place }; told: { message: string } }
  conclude: { asked: { code: string; place: Place; sent: string | null }; told: { message: string } }
  verify: { asked: { uuid: string }; told: Finding }
  decrypt: { asked: { uuid: string; code: string; place: Place }; told: { text: string } }
}
export type Work = keyof Works

export type Asked = { [Kind in Work]: { kind: Kind; number: number; asked: Works[Kind]['asked'] } }[Work]
export type Told =
  | { readonly number: number; readonly progress: number }
  | { readonly number: number; readonly told: unknown }
  | { readonly number: number; readonly refused: string }
