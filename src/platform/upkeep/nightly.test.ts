import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, inject, test } from 'vitest'
import { newWorld } from '../../testing/world.ts'
import { newKey } from '../vault/keys.ts'
import { backUpInto, isDue, keptBackups } from './nightly.ts'

const folder = join(mkdtempSync(join(tmpdir(), 'asamblea-nightly-')), 'backups')
afterAll(() => rmSync(join(folder, '..'), { recursive: true }))
const hour = 3600_000
const start = Date.parse('2026-11-22T03:00:00Z')

describe('nightly backups', () => {
  test('are due when there is none, and then once a day, whatever was made before a migration', () => {
    const at = (hours: number, reason: 'nightly' | 'before-migration') => ({
      file: '',
      at: new Date(start + hours * hour),
      reason,
    })
    expect(isDue([], new Date(start))).toBe(true)
    expect(isDue([at(0, 'nightly')], new Date(start + 23.9 * hour))).toBe(false)
    expect(isDue([at(0, 'nightly')], new Date(start + 24 * hour))).toBe(true)
    expect(isDue([at(20, 'before-migration'), at(0, 'nightly')], new Date(start + 25 * hour))).toBe(true)
  })

  test('seven stay, older ones of ours go, and what is somebody else’s is left alone', async () => {
    const world = await newWorld(inject('server'))
    const key = newKey()
    const night = (n: number, reason: 'nightly' | 'before-migration' = 'nightly') =>
      backUpInto(folder, world.owner, key, reason, new Date(start + n * 24 * hour))
    mkdirSync(folder)
    writeFileSync(join(folder, 'mine.age'), '')
    writeFileSync(join(folder, '2026-11-01-030000-nightly-0123456789ab.age.partial'), 'half of one')
    await night(0, 'before-migration')
    for (let n = 0; n < 7; n++) await night(n)
    expect(keptBackups(folder)).toHaveLength(8)
    await night(7)
    await night(7.5, 'before-migration')
    const left = keptBackups(folder)
    expect(left.filter(({ reason }) => reason === 'nightly')).toHaveLength(7)
    expect(left.at(-1)!.at.toISOString()).toBe('2026-11-23T03:00:00.000Z')
    expect(left[0]!.file).toMatch(/^2026-11-29-150000-before-migration-[0-9a-f]{12}\.age$/)
    expect(readdirSync(folder)).toContain('mine.age')
    expect(readdirSync(folder).filter((file) => file.endsWith('.partial'))).toEqual([])
    await world.end()
  })
})
