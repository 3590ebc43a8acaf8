import { texts } from '#ui/language.tsx'
import { activityKindNames, audienceNames, topicNames } from './words.ts'

type Named = Record<string, string>

const inLanguage = (names: Record<string, { es: string; en: string }>, language: 'es' | 'en'): Named =>
  Object.fromEntries(Object.entries(names).map(([value, name]) => [value, name[language]]))

const wordsIn = (language: 'es' | 'en') => ({
  kinds: inLanguage(activityKindNames, language),
  audiences: inLanguage(audienceNames, language),
  topics: inLanguage(topicNames, language),
})

/** Words about activities that every screen of them uses. */
export const supportWords = texts(wordsIn('es'), wordsIn('en'))
