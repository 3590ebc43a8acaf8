import { randomUUID } from 'node:crypto'
import type { Call } from '#platform/http/call.ts'
import { refuse } from './refusals.ts'
import { insertFile } from './store.definitions.ts'

type Upload = { fileName: string; mediaType: string; base64: string }

/** Kept as what its bytes say it is: a file that calls itself an image and is a page of code is refused. */
export const keepDocument = async ({ tx, actor }: Call, parties: string[], upload: Upload) => {
  const bytes = Buffer.from(upload.base64, 'base64')
  const mediaType = documentType(bytes)
  if (!mediaType) throw refuse('programs.file')
  const id = randomUUID()
  await insertFile(tx, actor, { id, parties, fileName: upload.fileName, mediaType, bytes })
  return id
}

export const documentType = (bytes: Uint8Array): string | undefined => {
  const starts = (...wanted: number[]) => wanted.every((byte, at) => bytes[at] === byte)
  if (starts(0x25, 0x50, 0x44, 0x46, 0x2d)) return 'application/pdf'
  if (starts(0x89, 0x50, 0x4e, 0x47)) return 'image/png'
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg'
  return undefined
}
