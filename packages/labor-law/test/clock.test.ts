import { describe, expect, it } from 'vitest'
import { instantOf, wallOf } from '../src/clock.ts'
import {
  allStates,
  borderMunicipalities,
  clockNeedsMunicipality,
  timezoneOf,
  wageZoneOf,
} from '../src/places.ts'

const hoursBetween = (zone: string, from: string, to: string) =>
  (instantOf(to, zone)! - instantOf(from, zone)!) / 60

describe('wall clocks', () => {
  it.each(['2026-11-22', '2026-02-30T10:00', '2026-11-22T24:00', '2026-11-22T10:60', '2026-11-22 10:00'])(
    'refuse %s',
    (text) => expect(instantOf(text, 'America/Mexico_City')).toBeNull(),
  )

  it('do not change in central Mexico, Sonora or Quintana Roo', () => {
    for (const zone of ['America/Mexico_City', 'America/Hermosillo', 'America/Cancun'])
      expect(hoursBetween(zone, '2026-10-30T12:00', '2026-11-02T12:00')).toBe(72)
  })

  it('change on the northern border', () => {
    expect(hoursBetween('America/Matamoros', '2026-10-30T12:00', '2026-11-02T12:00')).toBe(73)
    expect(hoursBetween('America/Tijuana', '2027-03-13T12:00', '2027-03-14T12:00')).toBe(23)
  })

  it('take the first of an hour that happens twice, and move on from one that does not exist', () => {
    const zone = 'America/Ciudad_Juarez'
    expect(wallOf(instantOf('2026-11-01T01:30', zone)!, zone)).toBe('2026-11-01T01:30')
    expect(hoursBetween(zone, '2026-11-01T01:30', '2026-11-01T02:30')).toBe(2)
    expect(wallOf(instantOf('2027-03-14T02:30', zone)!, zone)).toBe('2027-03-14T03:30')
  })

  it('go there and back for every zone in the data', () => {
    const zones = new Set([...allStates, ...borderMunicipalities].flatMap(({ timezone }) => timezone ?? []))
    expect(zones.size).toBeGreaterThan(10)
    for (const zone of zones)
      for (const wall of ['2026-01-15T00:00', '2026-07-15T23:59', '2028-02-29T12:30'])
        expect(wallOf(instantOf(wall, zone)!, zone)).toBe(wall)
  })
})

describe('offsets kept by year', () => {
  it('agree with the system at every hour near a change and at year ends', () => {
    for (const zone of ['America/Tijuana', 'America/Matamoros', 'America/Ojinaga', 'America/Mexico_City'])
      for (const start of [
        '2022-10-29',
        '2022-11-30',
        '2022-12-31',
        '2026-03-07',
        '2026-10-31',
        '2026-12-31',
      ])
        for (let hour = 0; hour < 72; hour++) {
          const at = Date.parse(`${start}T00:00Z`) / 60_000 + 60 * hour
          const asked = new Intl.DateTimeFormat('sv-SE', {
            timeZone: zone,
            dateStyle: 'short',
            timeStyle: 'short',
          }).format(at * 60_000)
          expect(wallOf(at, zone)).toBe(asked.replace(' ', 'T'))
        }
  })
})

describe('places', () => {
  it('keep their own hour and wage on the border and in Quintana Roo', () => {
    expect(timezoneOf({ state: '23' })).toBe('America/Cancun')
    expect(timezoneOf({ state: '08' })).toBe('America/Chihuahua')
    expect(timezoneOf({ state: '08', municipality: '037' })).toBe('America/Ciudad_Juarez')
    expect(timezoneOf({ state: '08', municipality: '052' })).toBe('America/Ojinaga')
    expect(timezoneOf({ state: '28', municipality: '032' })).toBe('America/Matamoros')
    expect(timezoneOf({ state: '26', municipality: '043' })).toBe('America/Hermosillo')
    expect(timezoneOf({ state: '18', municipality: '020' })).toBe('America/Bahia_Banderas')
    expect(timezoneOf({ state: '33' })).toBeNull()
    expect(wageZoneOf({ state: '02', municipality: '004' })).toBe('north_border')
    expect(wageZoneOf({ state: '11', municipality: '037' })).toBe('general')
    expect(clockNeedsMunicipality('28')).toBe(true)
    expect(clockNeedsMunicipality('23')).toBe(false)
  })

  it('are 32 states and the 45 municipalities of the wage zone', () => {
    expect(allStates.map(({ code }) => code)).toEqual(
      Array.from({ length: 32 }, (_, at) => String(at + 1).padStart(2, '0')),
    )
    expect(borderMunicipalities.filter(({ wage }) => wage === 'north_border')).toHaveLength(45)
  })
})
