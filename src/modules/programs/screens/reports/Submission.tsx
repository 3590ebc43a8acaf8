import { Button, Checkbox } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { Dialog, DialogActions } from '#ui/Dialog.tsx'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { reportTexts } from '../../messages.reports.ts'
import { programWords } from '../../messages.ts'
import { Following, useFollowing } from '../parts/Following.tsx'
import type { ReportSeen } from '../parts/queries.ts'
import programs from '../programs.module.css'
import styles from './report.module.css'

/** What still stands in the way, and the two steps by which a report is submitted and frozen. */
export function Submission({ report }: { report: ReportSeen }) {
  const text = useTexts(reportTexts)
  const words = useTexts(programWords)
  const [language] = useLanguage()
  const client = useQueryClient()
  const [asking, setAsking] = useState(false)
  const [read, setRead] = useState(false)
  const stops = report.lacks.filter((one) => one.stops)
  const warns = report.lacks.filter((one) => !one.stops)
  const following = useFollowing()
  const submit = useMutation({
    mutationFn: () => api.programs.submitReport({ id: report.id, follow: following.begin() }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['report', report.id] })
      await client.invalidateQueries({ queryKey: ['reports'] })
      setAsking(false)
    },
  })
  return (
    <Notice kind={stops.length > 0 ? 'warn' : 'good'} title={stops.length > 0 ? text.lacksTitle : text.ready}>
      <div className={programs.stack}>
        {[
          { title: text.lacksStop, lacks: stops },
          { title: text.lacksWarn, lacks: warns },
        ].map(
          ({ title, lacks }) =>
            lacks.length > 0 && (
              <div key={title}>
                <h2>{title}</h2>
                <ul className={styles.lacks}>
                  {lacks.map((one) => (
                    <li key={`${one.lack} ${one.name}`}>{one.text[language]}</li>
                  ))}
                </ul>
              </div>
            ),
        )}
        <div className="no-print">
          <Button onClick={() => setAsking(true)} disabled={stops.length > 0}>
            {text.submitStep1}
          </Button>
        </div>
      </div>
      {asking && (
        <Dialog title={text.submit} onClose={() => setAsking(false)}>
          <p>{text.submitSure}</p>
          <Checkbox
            label={text.submitCheck}
            checked={read}
            onChange={(event) => setRead(event.currentTarget.checked)}
          />
          {submit.isPending && <Following {...following} title={text.submitting} />}
          <Failure error={submit.error} />
          <DialogActions>
            <Button variant="default" onClick={() => setAsking(false)}>
              {words.cancel}
            </Button>
            <Button onClick={() => submit.mutate()} loading={submit.isPending} disabled={!read}>
              {text.submit}
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </Notice>
  )
}
