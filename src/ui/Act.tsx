import type { ReactNode } from 'react'
import styles from './Act.module.css'

type Props = { label?: string; onClick: () => void; children: ReactNode }

/** A small act beside what it is about: a word with a dotted line, large enough for a thumb, and not on paper. */
export function Act({ label, onClick, children }: Props) {
  return (
    <button type="button" className={`${styles.act} no-print`} aria-label={label} onClick={onClick}>
      {children}
    </button>
  )
}
