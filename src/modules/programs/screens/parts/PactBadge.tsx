import { useTexts } from '#ui/language.tsx'
import { programWords } from '../../messages.ts'
import styles from '../programs.module.css'

/** Where a definition stands. */
export function PactBadge({ state }: { state: 'draft' | 'disputed' | 'signed' | 'superseded' }) {
  const words = useTexts(programWords)
  return (
    <span className={styles.badge} data-state={state}>
      {words.states[state]}
    </span>
  )
}
