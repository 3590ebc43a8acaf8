/** The two languages of the screen; Spanish unless English is asked for. */
export type Language = 'es' | 'en'

export const languageOf = (headers: Headers): Language =>
  headers.get('accept-language')?.toLowerCase().startsWith('en') ? 'en' : 'es'
