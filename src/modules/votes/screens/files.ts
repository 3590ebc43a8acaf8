import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { FilePart, VoteFileId } from '../schema.ts'

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
export const photograph = async (file: File): Promise<Uint8Array> => {
  const picture = await createImageBitmap(file)
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  const context = canvas.getContext('2d')!
  context.filter = 'grayscale(1)'
  context.drawImage(picture, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.6))
  if (!blob) throw new Error('The photograph could not be drawn.')
  return new Uint8Array(await blob.arrayBuffer())
}
