import { programsFacts } from '../facts.ts'
import { valueLabel } from '../labels.ts'
import type { Both, Story } from '../schema.ts'

type Told = Pick<
  Story,
  'role' | 'sector' | 'stateCode' | 'consent' | 'audience' | 'consentedOn' | 'expiresOn'
> & {
  withdrawnOn?: string | null
}

/** Whether a story may stand in a report that leaves on a day: consent in force, not withdrawn, given for readers outside. */
export const isUsable = ({ consentedOn, expiresOn, withdrawnOn, audience }: Told, day: string): boolean =>
  !withdrawnOn && consentedOn <= day && day <= expiresOn && audience !== 'own'

/** What stands under it: no more than was agreed to. */
export const attributionOf = ({ role, sector, stateCode, consent }: Told): Both => {
  const more = (language: 'es' | 'en') => [
    ...(consent !== 'role' && sector ? [valueLabel('sector', sector, programsFacts)[language]] : []),
    ...(consent === 'role_sector_state' && stateCode
      ? [valueLabel('state', stateCode, programsFacts)[language]]
      : []),
  ]
  return { es: [role, ...more('es')].join(', '), en: [role, ...more('en')].join(', ') }
}

/** A role in one sector of one state may be one person: together they are not for everybody to read. */
export const pointsOut = ({ consent, audience, sector, stateCode }: Told): boolean =>
  audience === 'public' && consent === 'role_sector_state' && sector !== null && stateCode !== null
