/** The public credential that a ballot names, before anything else of it is believed. */
export const credentialIn = (text: string): string | undefined => {
  try {
    const { credential } = JSON.parse(text) as { credential?: unknown }
    return typeof credential === 'string' ? credential : undefined
  } catch {
    return undefined
  }
}
