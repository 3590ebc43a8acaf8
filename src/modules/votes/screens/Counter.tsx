import { useId } from 'react'
import { useTexts } from '#ui/language.tsx'
import { dayTexts } from '../messages.day.ts'
import styles from './votes.module.css'

/** A number that goes up by one at a tap; it can also be written. */
export function Counter({
  label,
  value,
  onChange,
}: {
  label: string
  value: number
  onChange: (value: number) => void
}) {
  const text = useTexts(dayTexts)
  const id = useId()
  return (
    <div className={styles.counter}>
      <span id={id}>{label}</span>
      <div className={styles.keys}>
        <button
          type="button"
          aria-label={`${label}: ${text.less}`}
          onClick={() => onChange(Math.max(0, value - 1))}
          disabled={value === 0}
        >
          −
        </button>
        <input
          aria-labelledby={id}
          inputMode="numeric"
          pattern="[0-9]*"
          value={value}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) =>
            onChange(Math.min(100_000, Number(event.currentTarget.value.replaceAll(/\D/g, '')) || 0))
          }
        />
        <button
          type="button"
          data-key="more"
          aria-label={`${label}: ${text.more}`}
          onClick={() => onChange(value + 1)}
        >
          +
        </button>
      </div>
    </div>
  )
}
