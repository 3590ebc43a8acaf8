import { useTexts } from '#ui/language.tsx'
import { campaignWords } from '../messages.ts'
import type { Level as LevelNumber } from '../schema.ts'
import styles from './Level.module.css'

/** Where somebody stands: a number, a word and a color, so that none of them is needed alone. */
export function LevelMark({ level, short }: { level: number | null; short?: boolean }) {
  const words = useTexts(campaignWords)
  const label = level ? words.levelShort[level as LevelNumber] : words.noLevel
  return (
    <span className={styles.mark}>
      <span className={styles.number} data-level={level ?? 0} aria-hidden={!short}>
        {level ?? '–'}
      </span>
      {short ? <span className={styles.hidden}>{label}</span> : label}
    </span>
  )
}
