import { describe, expect, test } from 'vitest'
import { complaintIn } from '#platform/text/complaints.ts'
import { readSettings } from './settings.ts'

const refused = (env: NodeJS.ProcessEnv): string | undefined => {
  try {
    readSettings(env)
    return undefined
  } catch (error) {
    return complaintIn(error)?.en
  }
}

describe('settings', () => {
  test('that cannot be meant are refused by name', () => {
    for (const PORT of ['http', '70000', '-1', '3000.5']) expect(refused({ PORT })).toMatch(/PORT/)
    expect(refused({ DEMO: 'yes' })).toMatch(/DEMO/)
    for (const TRUSTED_PROXY of ['caddy', '0.0.0.0/0'])
      expect(refused({ TRUSTED_PROXY })).toMatch(/TRUSTED_PROXY/)
    expect(readSettings({ TRUSTED_PROXY: '10.89.7.0/24' }).proxies?.('10.89.7.1')).toBe(true)
    expect(refused({ DATABASE_URL: 'postgres://app@db/x' })).toMatch(/both/)
    expect(refused({ DATABASE_OWNER_URL: 'postgres://owner@db/x' })).toMatch(/both/)
    const both = { DATABASE_URL: 'postgres://app@db/x', DATABASE_OWNER_URL: 'postgres://owner@db/x' }
    expect(refused({ ...both, DATABASE_URL: 'mysql://app@db/x' })).toMatch(/DATABASE_URL/)
    expect(refused({ ...both, DEMO: 'on' })).toMatch(/demo world/)
  })

  test('an address beyond this machine must be https and nothing but a name', () => {
    for (const PUBLIC_URL of [
      'http://union.example',
      'http://192.168.1.20:3000',
      'http://localhost.union.example',
      'https://union.example/app',
      'https://union.example/?a=1',
      'https://me:secret@union.example',
      'ftp://localhost',
      'union.example',
    ])
      expect(refused({ PUBLIC_URL }), PUBLIC_URL).toMatch(/PUBLIC_URL/)
  })

  test('are the project’s own where nothing is said, and an empty variable says nothing', () => {
    expect(readSettings({ PORT: '', PUBLIC_URL: '', DATABASE_URL: '' })).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: undefined,
      database: { kind: 'embedded' },
      demo: 'first',
    })
    expect(readSettings({}).dataDir).toMatch(/\/\.data$/)
    expect(readSettings({}, ['--empty']).demo).toBe('off')
    expect(readSettings({ DEMO: 'off' }).demo).toBe('off')
    for (const PUBLIC_URL of [
      'https://union.example',
      'http://localhost:3000/',
      'http://127.0.0.1',
      'http://[::1]:80',
    ])
      expect(readSettings({ PUBLIC_URL }).publicUrl).not.toMatch(/\/$/)
  })
})
