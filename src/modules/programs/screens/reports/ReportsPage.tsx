import { Button, NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { useMay, useMembership } from '#platform/access/screens/session.tsx'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Empty, Page } from '#ui/Page.tsx'
import { reportTexts } from '../../messages.reports.ts'
import { programWords } from '../../messages.ts'
import { officers } from '../../roles.ts'
import { FormDialog } from '../parts/FormDialog.tsx'
import { capital } from '../parts/numbers.ts'
import { lastClosed, PeriodSelect } from '../parts/PeriodSelect.tsx'
import { useAwards, usePeriods } from '../parts/queries.ts'
import styles from '../programs.module.css'
import { Issued } from './Issued.tsx'

/** A program's own reports; for a funder, those it received. */
export function ReportsPage() {
  const runs = useMay(officers)
  const { kind } = useMembership()
  return runs && kind !== 'funder' ? <OwnReports /> : <Issued />
}

function OwnReports() {
  const text = useTexts(reportTexts)
  const [language] = useLanguage()
  const [starting, setStarting] = useState(false)
  const { data, error } = useQuery({ queryKey: ['reports'], queryFn: () => api.programs.reports() })
  return (
    <Page
      title={text.title}
      lead={text.lead}
      actions={<Button onClick={() => setStarting(true)}>{text.start}</Button>}
    >
      <Failure error={error} />
      {data?.length === 0 && (
        <Empty title={text.none}>
          <p>{text.noneHelp}</p>
        </Empty>
      )}
      <ul className={styles.list}>
        {data?.map((report) => (
          <li key={report.id}>
            <Link to="/programs/reports/$reportId" params={{ reportId: report.id }} className={styles.card}>
              <span className={styles.cardHead}>
                <strong>{capital(report.periodLabel[language])}</strong>
                <span className={styles.badge} data-state={report.state.state}>
                  {text.states[report.state.state]}
                </span>
              </span>
              <span className={styles.soft}>
                {report.awardName} · {report.templateName[language]}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {starting && <StartDialog onClose={() => setStarting(false)} />}
    </Page>
  )
}

function StartDialog({ onClose }: { onClose: () => void }) {
  const text = useTexts(reportTexts)
  const words = useTexts(programWords)
  const [language] = useLanguage()
  const navigate = useNavigate()
  const [id] = useState(() => crypto.randomUUID())
  const awards = useAwards()
  const [chosenAward, setAward] = useState('')
  const [chosenPeriod, setPeriod] = useState('')
  const templates = useQuery({ queryKey: ['templates'], queryFn: () => api.programs.templates() })
  const awardId = chosenAward || (awards.data?.[0]?.id ?? '')
  const periods = usePeriods(awardId)
  const period = chosenPeriod || (lastClosed(periods.data ?? []) ?? '')
  const broken = templates.data?.filter(({ problems }) => problems.length > 0) ?? []
  const start = async (field: (name: string) => string) => {
    await api.programs.startReport({ id, awardId, period, template: field('template') })
    await navigate({ to: '/programs/reports/$reportId', params: { reportId: id } })
  }
  return (
    <FormDialog
      title={text.start}
      submit={text.start}
      refreshes={[['reports']]}
      disabled={!period || !templates.data}
      onClose={onClose}
      keep={start}
    >
      <Failure error={awards.error ?? periods.error ?? templates.error} />
      <NativeSelect
        label={words.program}
        value={awardId}
        onChange={(event) => {
          setAward(event.currentTarget.value)
          setPeriod('')
        }}
        data={awards.data?.map((award) => ({ value: award.id, label: award.name })) ?? []}
      />
      <PeriodSelect periods={periods.data ?? []} value={period} onChange={setPeriod} />
      <NativeSelect
        name="template"
        label={text.template}
        data={templates.data?.map(({ code, name }) => ({ value: code, label: name[language] })) ?? []}
      />
      {broken.map(({ code, name, problems }) => (
        <p key={code} className={styles.soft}>
          {name[language]}: {text.templateBroken(problems.join(', '))}
        </p>
      ))}
    </FormDialog>
  )
}
