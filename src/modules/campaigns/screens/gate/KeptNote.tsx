import { useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { gateTexts } from '../../messages.gate.ts'
import styles from './gate.module.css'
import type { Keeping } from './kept.ts'

/** Says where a half-filled form is. */
export function KeptNote({ keeping }: { keeping: Keeping }) {
  const text = useTexts(gateTexts)
  if (keeping === 'no room') return <Notice kind="bad">{text.formNoRoom}</Notice>
  return (
    <p className={styles.soft} data-keeping={keeping}>
      {keeping === 'nothing' ? '' : text.formKept}
    </p>
  )
}
