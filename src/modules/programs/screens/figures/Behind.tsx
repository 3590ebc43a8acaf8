import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { longDay, moment } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Section } from '#ui/Page.tsx'
import { figureTexts } from '../../messages.figures.ts'
import { FigureValue } from '../parts/FigureValue.tsx'
import type { FigureOpen } from '../parts/queries.ts'
import styles from '../programs.module.css'
import figures from './figure.module.css'

const firstRecords = 8

/** What a figure counts as far as one's rights go: others' records by kind alone, one's own one by one. */
export function Behind({ opened, period }: { opened: FigureOpen; period: string }) {
  const text = useTexts(figureTexts)
  const [language] = useLanguage()
  const [more, setMore] = useState<FigureOpen['own']>([])
  const [next, setNext] = useState(opened.ownNext)
  const load = useMutation({
    mutationFn: (after: NonNullable<typeof next>) =>
      api.programs.ownRecords({ indicatorId: opened.indicatorId, period, after }),
    onSuccess: (page) => {
      setMore([...more, ...page.own])
      setNext(page.ownNext)
    },
  })
  const [unfolded, setUnfolded] = useState(false)
  const all = [...opened.own, ...more]
  const own = unfolded ? all : all.slice(0, firstRecords)
  const unit = opened.figure?.unit ?? 'records'
  return (
    <>
      {opened.evidence.length > 0 && (
        <Section title={text.evidence}>
          <p className={styles.soft}>{text.evidenceHelp}</p>
          <ul className={styles.list} style={{ gap: 0, marginTop: '0.5rem' }}>
            {opened.evidence.map(({ kind, label, facts }) => (
              <li key={kind} className={figures.line}>
                <span>{label[language]}</span>
                <FigureValue value={facts} unit="records" />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {own.length > 0 && (
        <Section title={text.own}>
          <p className={styles.soft}>{text.ownHelp}</p>
          <ul className={styles.list} style={{ gap: 0, marginTop: '0.5rem' }}>
            {own.map((record) => (
              <li key={record.id} className={figures.record}>
                <strong>{record.label[language]}</strong>
                <span className={styles.soft}>
                  {[
                    longDay(record.happenedOn, language),
                    ...record.at.map(({ value }) => value[language]),
                  ].join(' · ')}
                </span>
              </li>
            ))}
          </ul>
          <Failure error={load.error} />
          {(next || own.length < all.length) && (
            <Button
              className="no-print"
              variant="default"
              size="sm"
              style={{ marginTop: '0.75rem' }}
              onClick={() => (unfolded && next ? load.mutate(next) : setUnfolded(true))}
              loading={load.isPending}
            >
              {text.more}
            </Button>
          )}
        </Section>
      )}
      {opened.history.length > 1 && (
        <Section title={text.history}>
          <ul className={styles.list} style={{ gap: 0 }}>
            {opened.history.map((one) => (
              <li key={one.edition} className={figures.line}>
                <span>
                  {text.edition(one.edition)} · {moment(one.publishedAt, language)}
                </span>
                <FigureValue value={one.value} unit={unit} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
