import { Button } from '@mantine/core'
import { useTexts } from '#ui/language.tsx'
import { pactTexts } from '../../messages.pact.ts'
import { programWords } from '../../messages.ts'
import type { Both } from '../../schema.ts'
import { BothField } from '../parts/BothField.tsx'
import programs from '../programs.module.css'
import styles from './pact.module.css'

/** Examples in both languages, one after another. */
export function ExamplesField({ label, value, onChange }: Props) {
  const text = useTexts(pactTexts)
  const words = useTexts(programWords)
  const put = (at: number, example: Both) =>
    onChange(value.map((one, place) => (place === at ? example : one)))
  return (
    <fieldset className={programs.both} style={{ gap: '0.75rem' }}>
      <legend>{label}</legend>
      {value.map((example, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an example being typed has nothing but its place.
        <div key={at} className={styles.example}>
          <BothField label={text.example(at + 1)} value={example} onChange={(changed) => put(at, changed)} />
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => onChange(value.filter((_, place) => place !== at))}
          >
            {words.remove}
          </Button>
        </div>
      ))}
      {value.length < 20 && (
        <div>
          <Button variant="default" size="sm" onClick={() => onChange([...value, { es: '', en: '' }])}>
            {text.addExample}
          </Button>
        </div>
      )}
    </fieldset>
  )
}

type Props = { label: string; value: readonly Both[]; onChange: (value: Both[]) => void }
