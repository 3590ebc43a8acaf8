import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DemoAccount } from '#platform/access/seed.ts'
import { replaceText } from '#platform/db/keep.ts'

/** What the data folder says of its demo world: never one here, one cut short, or one with these accounts. */
export type DemoState = { state: 'off' } | { state: 'begun' } | { state: 'ready'; accounts: DemoAccount[] }

export const demoFile = (dataDir: string) => join(dataDir, 'demo.json')

export const demoStateIn = (dataDir: string): DemoState | undefined =>
  existsSync(demoFile(dataDir)) ? JSON.parse(readFileSync(demoFile(dataDir), 'utf8')) : undefined

export const keepDemoState = (dataDir: string, state: DemoState) =>
  replaceText(demoFile(dataDir), `${JSON.stringify(state, null, 2)}\n`)
