import { type ReactNode, useId } from 'react'
import styles from './Choice.module.css'

/** One of a few, by a tap: radio buttons that look like buttons, so that the keyboard and a screen reader know them. */
export function Choice<Value extends string>({
  label,
  options,
  value,
  onChange,
  columns,
  clearable,
}: ChoiceProps<Value>) {
  const name = useId()
  return (
    <fieldset className={styles.choice}>
      <legend>{label}</legend>
      <div className={styles.options} data-columns={columns}>
        {options.map((option) => (
          <label key={option.value} className={styles.option} data-mark={option.mark}>
            <input
              type="radio"
              name={name}
              checked={value === option.value}
              onChange={() => onChange(option.value)}
              onClick={() => {
                if (clearable && value === option.value) onChange(null as never)
              }}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** Some of a few, by a tap each. */
export function Choices<Value extends string>({
  label,
  options,
  value,
  onChange,
  columns,
}: ChoicesProps<Value>) {
  const toggle = (one: Value) =>
    onChange(value.includes(one) ? value.filter((other) => other !== one) : [...value, one])
  return (
    <fieldset className={styles.choice}>
      <legend>{label}</legend>
      <div className={styles.options} data-columns={columns}>
        {options.map((option) => (
          <label key={option.value} className={styles.option}>
            <input
              type="checkbox"
              checked={value.includes(option.value)}
              onChange={() => toggle(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

export type Option<Value extends string> = { value: Value; label: ReactNode; mark?: string }
type ChoiceProps<Value extends string> = {
  label: ReactNode
  options: readonly Option<Value>[]
  value: Value | null
  onChange: (value: Value) => void
  columns?: number
  clearable?: boolean
}
type ChoicesProps<Value extends string> = {
  label: ReactNode
  options: readonly Option<Value>[]
  value: readonly Value[]
  onChange: (value: Value[]) => void
  columns?: number
}
