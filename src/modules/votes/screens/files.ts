import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { api } from '#api'
import type { FilePart, VoteFileId, VoteId } from '../schema.ts'

type Sent = { fileName: string; mediaType: string; content: string }

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))

/** Hands a file to whoever asked for it; nothing is kept here. */
export const saveFile = ({ fileName, mediaType, content }: Sent) => {
  const url = URL.createObjectURL(new Blob([bytesOf(content)], { type: mediaType }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

export const showable = ({ mediaType, content }: Omit<Sent, 'fileName'>) =>
  URL.createObjectURL(new Blob([bytesOf(content)], { type: mediaType }))

const partBytes = 18_000

/** A file in parts that fit a phone's outbox, each with the digest of the whole. */
export const partsOf = (bytes: Uint8Array, mediaType: FilePart['mediaType']): FilePart[] => {
  const fileId = crypto.randomUUID() as VoteFileId
  const digest = bytesToHex(sha256(bytes))
  const parts = Math.max(1, Math.ceil(bytes.length / partBytes))
  return Array.from({ length: parts }, (_, part) => {
    const slice = bytes.subarray(part * partBytes, (part + 1) * partBytes)
    return { fileId, digest, mediaType, parts, part, content: btoa(String.fromCharCode(...slice)) }
  })
}

const longestSide = 1400

/** A photograph as it is sent: gray, small, and without place, camera or owner, because it is drawn anew. */
export const photograph = (file: File): Promise<Uint8Array> =>
  drawn(file, longestSide, { filter: 'grayscale(1)', type: 'image/jpeg', quality: 0.6 })

const emblemSide = 480

/** A slate's emblem in its colors, drawn anew for the same reason; a PNG, so that its edges print sharp. */
export const emblemFrom = (file: File): Promise<Uint8Array> =>
  drawn(file, emblemSide, { filter: 'none', type: 'image/png' })

type Drawing = { filter: string; type: 'image/jpeg' | 'image/png'; quality?: number }

const drawn = async (file: File, longest: number, { filter, type, quality }: Drawing) => {
  const picture = await createImageBitmap(file)
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  const context = canvas.getContext('2d')!
  context.filter = filter
  context.drawImage(picture, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, quality))
  if (!blob) throw new Error('The picture could not be drawn.')
  return new Uint8Array(await blob.arrayBuffer())
}

/** Sends a file to a vote, part by part, and answers its id once all have arrived. */
export const sendFile = async (voteId: VoteId, bytes: Uint8Array, mediaType: FilePart['mediaType']) => {
  const parts = partsOf(bytes, mediaType)
  for (const part of parts) await api.votes.keepFilePart({ voteId, ...part })
  return parts[0]!.fileId
}
