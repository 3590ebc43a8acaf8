import { Textarea, TextInput } from '@mantine/core'
import { useTexts } from '#ui/language.tsx'
import { programWords } from '../../messages.ts'
import type { Both } from '../../schema.ts'
import styles from '../programs.module.css'

/** The same thing in Spanish and in English, side by side where there is room. */
export function BothField({ label, help, value, onChange, long, required }: Props) {
  const words = useTexts(programWords)
  const Field = long ? Textarea : TextInput
  return (
    <fieldset className={styles.both}>
      <legend>{label}</legend>
      {help && <p className={styles.soft}>{help}</p>}
      <div className={styles.pair}>
        {(['es', 'en'] as const).map((language) => (
          <Field
            key={language}
            lang={language}
            label={language === 'es' ? words.spanish : words.english}
            value={value[language]}
            required={required ?? false}
            maxLength={long ? 2000 : 200}
            onChange={(event) => onChange({ ...value, [language]: event.currentTarget.value })}
          />
        ))}
      </div>
    </fieldset>
  )
}

type Props = {
  label: string
  help?: string
  value: Both
  onChange: (value: Both) => void
  long?: boolean
  required?: boolean
}
