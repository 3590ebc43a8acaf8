import { type ReactNode, useEffect, useRef } from 'react'
import styles from './Tabs.module.css'

type Props = {
  label: string
  className?: string | undefined
  /** Links; the one with `aria-current="page"` is where one is. */
  children: ReactNode
}

/** The parts of one thing, in one line at any width: what does not fit is a swipe away, and the edge that is cut says so. */
export function Tabs({ label, className = '', children }: Props) {
  const line = useRef<HTMLElement>(null)
  useEffect(() => {
    const here = line.current?.querySelector<HTMLElement>('[aria-current=page]')
    if (here) line.current!.scrollLeft = here.offsetLeft - line.current!.offsetLeft - 16
  })
  return (
    <nav ref={line} aria-label={label} className={`${styles.tabs} ${className} no-print`}>
      {children}
    </nav>
  )
}
