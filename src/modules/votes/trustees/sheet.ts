import { saveFile } from '../archive/save.ts'

/** What a trustee keeps, for whoever opens the file years later. */
export type Sheet = { uuid: string; title: string; number: number; code: string }

/** Saves the sheet encrypted with a passphrase, as an `age` file that any copy of that program opens. */
export const saveClosed = async (passphrase: string, name: string, sheet: Sheet): Promise<void> => {
  const { Encrypter } = await import('age-encryption')
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passphrase)
  const closed = await encrypter.encrypt(JSON.stringify(sheet))
  saveFile(`${name}.age`, new Blob([new Uint8Array(closed)], { type: 'application/octet-stream' }))
}
