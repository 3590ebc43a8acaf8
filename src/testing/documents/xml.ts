/** What is wrong with an XML text: tags that do not pair, attributes that end early, characters that none may hold. `undefined` when it is well formed. */
export const xmlFault = (xml: string): string | undefined => {
  const open: string[] = []
  const body = xml.replace(/^\ufeff?<\?xml [^>]*\?>/, '')
  const token =
    /<!--(?:(?!--)[\s\S])*-->|<(\/?)([A-Za-z_][\w.:-]*)((?:\s+[A-Za-z_][\w.:-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/y
  while (token.lastIndex < body.length) {
    const at = token.lastIndex
    const match = token.exec(body)
    if (!match) return `no markup at ${at}: ${body.slice(at, at + 40)}`
    const [, closing, name, attributes = '', empty, text = ''] = match
    if (/&(?!(amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)/.test(text + attributes)) return `a bare & at ${at}`
    if (text.includes(']]>')) return `the end of a CDATA section at ${at}`
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is sought
    if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(text + attributes))
      return `a control character at ${at}`
    if (!name) continue
    const names = [...attributes.matchAll(/\s([\w.:-]+)\s*=/g)].map(([, attribute]) => attribute)
    if (new Set(names).size < names.length) return `an attribute twice at ${at}`
    if (closing && open.pop() !== name) return `</${name}> closes another at ${at}`
    if (!closing && !empty) open.push(name)
  }
  return open.length > 0 ? `${open.at(-1)} is not closed` : undefined
}
