import type { ReactNode } from 'react'
import styles from './Notice.module.css'

/** A message that stays until it no longer holds. `bad` is read aloud at once. */
export function Notice({ kind = 'plain', title, children }: NoticeProps) {
  return (
    <div className={`${styles.notice} ${styles[kind]}`} role={kind === 'bad' ? 'alert' : 'status'}>
      {title && <strong>{title}</strong>}
      {children && <div>{children}</div>}
    </div>
  )
}

type NoticeProps = { kind?: 'plain' | 'good' | 'bad' | 'warn'; title?: ReactNode; children?: ReactNode }
