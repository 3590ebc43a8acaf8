import type { Table } from './table.ts'

/**
 * What each table's file or sheet is called: its number and its caption, without what Excel forbids in a sheet's name or a system in a file's, and no
 * longer than `most`.
 */
export const tableNames = (tables: readonly Pick<Table, 'caption'>[], most: number): string[] =>
  tables.map(({ caption }, at) => {
    const plain = caption
      .normalize('NFC')
      .replaceAll(/[\\/?*[\]:<>|"'\p{C}]+/gu, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim()
    return cut(`${at + 1} ${plain}`, most)
  })

const cut = (text: string, most: number): string => {
  let short = ''
  for (const { segment } of new Intl.Segmenter('es').segment(text)) {
    if (short.length + segment.length > most) break
    short += segment
  }
  return short.replace(/[\s.]+$/, '')
}
