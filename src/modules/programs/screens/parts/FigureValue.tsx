import { useLanguage, useTexts } from '#ui/language.tsx'
import { programWords } from '../../messages.ts'
import type { Unit, Value } from '../../schema.ts'
import styles from '../programs.module.css'
import { quantity } from './numbers.ts'

/** A number as anybody may read it: shown, protected or not there. A protected one says so in words, not in color alone. */
export function FigureValue({ value, unit }: { value: Value; unit: Unit }) {
  const words = useTexts(programWords)
  const [language] = useLanguage()
  if (value.kind === 'shown')
    return <span className={styles.number}>{quantity(value.value, unit, language)}</span>
  if (value.kind === 'none') return <span className={styles.soft}>{words.none}</span>
  return (
    <span className={styles.protected} title={words.hiddenWhy}>
      {words.hidden}
    </span>
  )
}
