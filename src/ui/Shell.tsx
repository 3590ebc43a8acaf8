import type { ReactNode } from 'react'
import styles from './Shell.module.css'
import { Tabs } from './Tabs.tsx'

/** The frame of every screen: a mark, at most five words of menu, and where the work stands. At the bottom on a phone. */
export function Shell({ brand, menu, label, parts, partsLabel, status, banner, children }: ShellProps) {
  return (
    <div className={styles.shell}>
      <header className={`${styles.side} no-print`}>
        <div className={styles.top}>
          <div className={styles.brand}>
            <span className={styles.mark} aria-hidden="true" />
            {brand}
          </div>
          <div className={styles.status}>{status}</div>
        </div>
        <nav className={styles.menu} aria-label={label}>
          {menu}
        </nav>
      </header>
      <div className={styles.content}>
        {banner && <div className={`${styles.banner} no-print`}>{banner}</div>}
        {parts && (
          <Tabs label={partsLabel ?? ''} className={styles.parts}>
            {parts}
          </Tabs>
        )}
        {children}
      </div>
    </div>
  )
}

/** For screens that come before the menu: signing in, the PIN, an invitation. */
export function Doorway({ children, foot }: { children: ReactNode; foot?: ReactNode }) {
  return (
    <div className={styles.doorway}>
      <div className={styles.doorwayCard}>
        <span className={styles.mark} aria-hidden="true" />
        {children}
      </div>
      {foot && <footer className={styles.foot}>{foot}</footer>}
    </div>
  )
}

type ShellProps = {
  brand: ReactNode
  menu: ReactNode
  label: string
  parts?: ReactNode
  partsLabel?: string | undefined
  status?: ReactNode
  banner?: ReactNode
  children: ReactNode
}
