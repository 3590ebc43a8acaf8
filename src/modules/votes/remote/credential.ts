type Named = { credential?: unknown }

/** The public credential that a ballot names, or the ballot inside an opening, before anything else of it is believed. */
export const credentialIn = (text: string, within?: 'ballot'): string | undefined => {
  try {
    const parsed = JSON.parse(text) as Named & { ballot?: Named }
    const credential = within ? parsed.ballot?.credential : parsed.credential
    return typeof credential === 'string' ? credential : undefined
  } catch {
    return undefined
  }
}
