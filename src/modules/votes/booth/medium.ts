import { saveFile } from '../archive/save.ts'
import type { BoothKit } from './contract.ts'
import type { Entry } from './tablet.ts'

/** A folder on a memory card or stick, where every ballot is written a second time. */
export type Medium = {
  readonly kind: 'directory'
  readonly name: string
  getFileHandle: (name: string, options: { create: boolean }) => Promise<FileHandle>
  requestPermission?: (options: { mode: 'readwrite' }) => Promise<string>
}
type FileHandle = {
  getFile: () => Promise<File>
  createWritable: (options: { keepExistingData: boolean }) => Promise<Writable>
}
type Writable = {
  write: (part: { type: 'write'; position: number; data: string }) => Promise<void>
  close: () => Promise<void>
}

type Picker = { showDirectoryPicker?: (options: { mode: 'readwrite' }) => Promise<Medium> }

/** Whether this browser can write a second copy by itself. */
export const canHoldMedium = (): boolean => typeof (globalThis as Picker).showDirectoryPicker === 'function'

export const pickMedium = (): Promise<Medium> =>
  (globalThis as Picker).showDirectoryPicker!({ mode: 'readwrite' })

const fileName = ({ boothId }: BoothKit) => `urna-${boothId}.jsonl`

/** Adds a ballot to the second copy. Throws when the medium was taken out. */
export const copyEntry = async (medium: Medium, kit: BoothKit, { ballot }: Entry): Promise<void> => {
  await medium.requestPermission?.({ mode: 'readwrite' })
  const file = await medium.getFileHandle(fileName(kit), { create: true })
  const { size } = await file.getFile()
  const writable = await file.createWritable({ keepExistingData: true })
  await writable.write({ type: 'write', position: size, data: `${ballot}\n` })
  await writable.close()
}

/** The whole box as a file, for a browser that cannot write the second copy by itself. */
export const saveCopy = (kit: BoothKit, entries: readonly Entry[]): void =>
  saveFile(fileName(kit), new Blob(entries.map(({ ballot }) => `${ballot}\n`)))

export const ballotsInCopy = (text: string): string[] => text.split('\n').filter(Boolean)
