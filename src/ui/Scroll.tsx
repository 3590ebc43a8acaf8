import type { ReactNode } from 'react'
import styles from './Scroll.module.css'

type Props = { label: string; className?: string | undefined; children: ReactNode }

/** What may be wider than the screen: it scrolls in a frame of its own, by finger or by keyboard, and the page stays still. */
export function Scroll({ label, className = '', children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keyboard.
    <section className={`${styles.scroll} ${className}`} aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
