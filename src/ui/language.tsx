import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'

export type Language = 'es' | 'en'

/** A slice's texts: Spanish, and English with the same keys. */
export type Texts<Spanish> = { es: Spanish; en: NoInfer<Spanish> }

/** Keeps both languages whole: a key missing in one does not compile. */
export const texts = <Spanish,>(es: Spanish, en: NoInfer<Widened<Spanish>>): Texts<Widened<Spanish>> =>
  ({ es, en }) as Texts<Widened<Spanish>>

type Widened<T> = T extends string
  ? string
  : T extends (...args: infer Args) => string
    ? (...args: Args) => string
    : { [K in keyof T]: Widened<T[K]> }

const key = 'language'
const Context = createContext<[Language, (language: Language) => void]>(['es', () => {}])

/** What was chosen here; before that English for a browser that asks for it, and Spanish for everybody else. */
export const storedLanguage = (): Language =>
  (localStorage.getItem(key) ?? navigator.language).startsWith('en') ? 'en' : 'es'

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(storedLanguage)
  useEffect(() => {
    localStorage.setItem(key, language)
    document.documentElement.lang = language === 'es' ? 'es-MX' : 'en'
  }, [language])
  return <Context value={[language, setLanguage]}>{children}</Context>
}

export const useLanguage = () => useContext(Context)

/** The texts of a slice in the language of the screen. */
export const useTexts = <T,>(of: Texts<T>): T => of[useContext(Context)[0]]
