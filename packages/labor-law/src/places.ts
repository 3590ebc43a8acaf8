import { municipalities } from './data/municipalities.ts'
import { states } from './data/states.ts'
import type { Municipality, State, WageZone } from './rule.ts'

/** A place of work by INEGI codes: state 01-32 and, where the clock or the wage differs, the municipality's three digits. */
export type Place = { readonly state: string; readonly municipality?: string | undefined }

/** The 32 states with their IANA time zones (Ley de los Husos Horarios, DOF 28-10-2022). */
export const allStates: readonly State[] = states

/** The municipalities whose clock or minimum wage differs from their state's (LFT 96; Ley de los Husos Horarios). */
export const borderMunicipalities: readonly Municipality[] = municipalities

/** The IANA time zone of a place, border municipalities included; null if the state does not exist. */
export const timezoneOf = ({ state, municipality }: Place): string | null =>
  municipalityAt(state, municipality)?.timezone ?? states.find(({ code }) => code === state)?.timezone ?? null

/** The minimum-wage zone of a place (LFT 91, 96): northern border or the rest of the country. */
export const wageZoneOf = ({ state, municipality }: Place): WageZone =>
  municipalityAt(state, municipality)?.wage ?? 'general'

/** Whether part of a state keeps another clock, so that the municipality must be known to count hours. */
export const clockNeedsMunicipality = (state: string): boolean =>
  municipalities.some((place) => place.state === state && place.timezone !== null)

const municipalityAt = (state: string, municipality: string | undefined) =>
  municipalities.find((place) => place.state === state && place.code === municipality)
