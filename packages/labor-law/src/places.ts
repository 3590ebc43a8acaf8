import { municipalities } from './data/municipalities.ts'
import { states } from './data/states.ts'
import type { Municipality, Refused, State, WageZone } from './rule.ts'

/** A place of work by INEGI codes: state 01-32 and, where the clock or the wage differs, the municipality's three digits. */
export type Place = { readonly state: string; readonly municipality?: string | undefined }

export type PlaceRefusal =
  | Refused<'unknown-place', { state: string }>
  | Refused<'unknown-municipality', { municipality: string; known: readonly string[] }>

/** The 32 states with their IANA time zones (Ley de los Husos Horarios, DOF 28-10-2022). */
export const allStates: readonly State[] = states

/** The municipalities whose clock or minimum wage differs from their state's (LFT 96; Ley de los Husos Horarios). */
export const borderMunicipalities: readonly Municipality[] = municipalities

/** A place from what people write: codes, names or abbreviations, accents or not (INEGI codes). */
export const findPlace = (state: string, municipality?: string): Place | PlaceRefusal => {
  const found = named(states, state)
  if (!found) return { refusal: 'unknown-place', state }
  if (municipality === undefined) return { state: found.code }
  if (/^\d{3}$/.test(municipality)) return { state: found.code, municipality }
  const local = municipalities.filter((place) => place.state === found.code)
  const town = named(local, municipality)
  if (!town) return { refusal: 'unknown-municipality', municipality, known: local.map(({ name }) => name) }
  return { state: found.code, municipality: town.code }
}

/** The IANA time zone of a place, border municipalities included; null if the state does not exist. */
export const timezoneOf = ({ state, municipality }: Place): string | null =>
  municipalityAt(state, municipality)?.timezone ?? states.find(({ code }) => code === state)?.timezone ?? null

/** The minimum-wage zone of a place (LFT 91, 96): northern border or the rest of the country. */
export const wageZoneOf = ({ state, municipality }: Place): WageZone =>
  municipalityAt(state, municipality)?.wage ?? 'general'

/** Whether part of a state keeps another clock (Ley de los Husos Horarios): its hours need the municipality. */
export const clockNeedsMunicipality = (state: string): boolean =>
  municipalities.some((place) => place.state === state && place.timezone !== null)

const municipalityAt = (state: string, municipality: string | undefined) =>
  municipalities.find((place) => place.state === state && place.code === municipality)

type Named = { readonly code: string; readonly name: string; readonly abbr?: string }

/** By code, abbreviation, whole name, or the beginning of a name if only one starts so. */
const named = <T extends Named>(places: readonly T[], text: string): T | undefined => {
  const wanted = folded(text)
  const whole = places.find(({ code, name, abbr = code }) => [code, abbr, name].map(folded).includes(wanted))
  const begin = places.filter(({ name }) => wanted.length > 3 && folded(name).startsWith(wanted))
  return whole ?? (begin.length === 1 ? begin[0] : undefined)
}

const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
