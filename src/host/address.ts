import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { replaceText } from '#platform/db/keep.ts'

const fileIn = (dataDir: string) => join(dataDir, 'address')

/** Where the server of a data folder was last reached: what a terminal's links lead to when no setting says it. */
export const addressIn = (dataDir: string): string | undefined =>
  existsSync(fileIn(dataDir)) ? readFileSync(fileIn(dataDir), 'utf8').trim() : undefined

export const keepAddress = (dataDir: string, publicUrl: string) =>
  replaceText(fileIn(dataDir), `${publicUrl}\n`)
