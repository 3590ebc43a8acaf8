import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export type ReadNode = { role: string; alt?: string; children: ReadNode[] }
export type ReadPdf = {
  pages: { text: string; width: number; height: number; tree: ReadNode | null }[]
  info: Record<string, unknown>
  xmp: string
  marked: boolean
}

/** A PDF as a reader that is not ours sees it: the text of each page in its order, and the tree of tags. */
export const readPdf = async (bytes: Uint8Array): Promise<ReadPdf> => {
  const task = getDocument({ data: bytes.slice(), verbosity: 0, useSystemFonts: false })
  const pdf = await task.promise
  const { info } = await pdf.getMetadata()
  const pages: ReadPdf['pages'] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
    const { width, height } = page.getViewport({ scale: 1 })
    pages.push({ text, width, height, tree: nodeOf(await page.getStructTree()) })
  }
  const marked = Boolean((await pdf.getMarkInfo())?.Marked)
  const xmp = /<x:xmpmeta[\s\S]*?<\/x:xmpmeta>/.exec(Buffer.from(bytes).toString('utf8'))?.[0] ?? ''
  await task.destroy()
  return { pages, info: info as Record<string, unknown>, xmp, marked }
}

const nodeOf = (node: unknown): ReadNode | null => {
  const { role, alt, children } = (node ?? {}) as { role?: string; alt?: string; children?: unknown[] }
  if (role === undefined) return null
  const inner = (children ?? []).map(nodeOf).filter((child) => child !== null)
  return { role, ...(alt === undefined ? {} : { alt }), children: inner }
}

/** Every node of a tree, in its order. */
export const nodesOf = (node: ReadNode | null): ReadNode[] =>
  node ? [node, ...node.children.flatMap(nodesOf)] : []
