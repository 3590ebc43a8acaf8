import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'

/** The text of a file, made and kept on the first call. A process killed halfway leaves no half file behind. */
export const keptText = (file: string, make: () => string): string => {
  if (!existsSync(file)) replaceText(file, make())
  return readFileSync(file, 'utf8')
}

/** Writes a file that only its owner may read: whole and on the disk, or not at all. */
export const replaceText = (file: string, text: string) => {
  const partial = `${file}.partial`
  const descriptor = openSync(partial, 'w', 0o600)
  try {
    writeSync(descriptor, text)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
  renameSync(partial, file)
}
