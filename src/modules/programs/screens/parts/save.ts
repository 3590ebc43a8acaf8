/** Hands a file that the server made to the browser's own downloads. */
export const saveFile = (file: Blob, fileName: string): void => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = file instanceof File && file.name ? file.name : fileName
  link.click()
  // A download begun by a click may still read the address after this turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
