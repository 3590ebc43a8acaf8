import { Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { type Language, useLanguage, useTexts } from '#ui/language.tsx'
import { reportTexts } from '../../messages.reports.ts'
import { programWords } from '../../messages.ts'
import type { Both } from '../../schema.ts'
import programs from '../programs.module.css'
import styles from './report.module.css'

const restMs = 900

/** What a person writes, kept a moment after they stop typing, and at once when they leave the box. */
export function ReportText({ id, section, title, help, written, fixed }: Props) {
  const text = useTexts(reportTexts)
  const words = useTexts(programWords)
  const [language] = useLanguage()
  const other: Language = language === 'es' ? 'en' : 'es'
  const client = useQueryClient()
  const [typed, setTyped] = useState(written)
  const [kept, setKept] = useState(written)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const keep = useMutation({
    // One after another, so that an older text never arrives after a newer one.
    scope: { id: `report text ${id} ${section}` },
    mutationFn: (value: Both) => api.programs.keepText({ id, section, text: value }),
    onSuccess: async (_, value) => {
      setKept(value)
      await client.invalidateQueries({ queryKey: ['report', id] })
    },
  })
  const isKept = typed.es === kept.es && typed.en === kept.en
  const flush = (value: Both) => {
    clearTimeout(timer.current)
    if (value.es !== kept.es || value.en !== kept.en) keep.mutate(value)
  }
  const type = (value: Both) => {
    setTyped(value)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => keep.mutate(value), restMs)
  }
  useWarning(!isKept)
  const states = keep.isPending
    ? text.saving
    : isKept
      ? kept.es || kept.en
        ? text.saved
        : ''
      : text.notSaved
  return (
    <section className={styles.text}>
      <div className={styles.textHead}>
        <h3>{title}</h3>
        {!fixed && (
          <span className={`${styles.saved} no-print`} aria-live="polite">
            {states}
          </span>
        )}
      </div>
      {help && <p className={programs.soft}>{help}</p>}
      <div className={programs.pair}>
        {[language, other].map((one) =>
          fixed ? (
            written[one] && (
              <p key={one} lang={one} style={{ whiteSpace: 'pre-line' }}>
                {written[one]}
              </p>
            )
          ) : (
            <Textarea
              key={one}
              lang={one}
              label={one === 'es' ? words.spanish : words.english}
              aria-label={`${title}, ${one === 'es' ? words.spanish : words.english}`}
              minRows={4}
              maxLength={20_000}
              value={typed[one]}
              onChange={(event) => type({ ...typed, [one]: event.currentTarget.value })}
              onBlur={() => flush(typed)}
            />
          ),
        )}
      </div>
      <Failure error={keep.error} />
    </section>
  )
}

/** The browser asks before a page with unsaved words is closed. */
const useWarning = (active: boolean) => {
  useEffect(() => {
    if (!active) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [active])
}

type Props = {
  id: string
  section: string
  title: string
  help?: string
  written: Both
  fixed: boolean
}
