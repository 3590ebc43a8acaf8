import { useTexts } from '#ui/language.tsx'
import { offlineTexts } from '../messages.ts'
import styles from './DeliveryStatus.module.css'
import { type Delivery, usePhone } from './PhoneProvider.tsx'

/** Always on screen on a phone: where what was written is. */
export function DeliveryStatus() {
  const text = useTexts(offlineTexts)
  const { delivery } = usePhone()
  const { kind, label } = described(delivery, text)
  return (
    <span className={`${styles.status} ${styles[kind]}`} role="status" aria-live="polite">
      <span className={styles.dot} aria-hidden="true" />
      {label}
    </span>
  )
}

type OfflineTexts = (typeof offlineTexts)['es']

const described = ({ waiting, refused, held, sending, reached }: Delivery, text: OfflineTexts) => {
  const here = waiting + held
  if (refused > 0) return { kind: 'bad' as const, label: text.refused(refused) }
  if (!reached) return { kind: 'warn' as const, label: here > 0 ? text.noSignal(here) : text.noSignalClean }
  if (sending && waiting > 0) return { kind: 'warn' as const, label: text.sending }
  if (here > 0) return { kind: 'warn' as const, label: text.onPhone(here) }
  return { kind: 'good' as const, label: text.sent }
}
