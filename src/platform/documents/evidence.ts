import type { Call } from '../http/call.ts'
import type { BlockInput } from './blocks.ts'

/** What a module has to say in a report about a period, in both languages. */
export type Evidence = { es: BlockInput[]; en: BlockInput[] }

/**
 * A block that a module offers to reports. It may say what is the organization's own, and of others only what was protected:
 * whatever it returns leaves the house.
 */
export type EvidenceOffer = {
  title: { es: string; en: string }
  gather: (call: Pick<Call, 'tx' | 'actor'>, span: { since: string; until: string }) => Promise<Evidence>
}

/** Every block offered, by the name that templates call it by. */
export type EvidenceOffers = Readonly<Record<string, EvidenceOffer>>
