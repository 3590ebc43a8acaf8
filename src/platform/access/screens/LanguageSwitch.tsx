import { useLanguage, useTexts } from '#ui/language.tsx'
import { accessTexts } from '../messages.ts'
import styles from './forms.module.css'

export function LanguageSwitch() {
  const text = useTexts(accessTexts)
  const [language, setLanguage] = useLanguage()
  const other = language === 'es' ? 'en' : 'es'
  return (
    <button type="button" className={styles.language} lang={other} onClick={() => setLanguage(other)}>
      {text.otherLanguage}
    </button>
  )
}
