import { Button } from '@mantine/core'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { useMay } from '#platform/access/screens/session.tsx'
import { longDay } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Page, Section } from '#ui/Page.tsx'
import { awardTexts } from '../../messages.awards.ts'
import { officers } from '../../roles.ts'
import { lastClosed } from '../parts/PeriodSelect.tsx'
import { useAwards, usePeriods } from '../parts/queries.ts'
import styles from '../programs.module.css'
import { AwardDialog } from './AwardDialog.tsx'
import { AwardMoney } from './AwardMoney.tsx'
import { AwardWork } from './AwardWork.tsx'
import { Figures } from './Figures.tsx'

/** One award: its indicators for a period, its money, where it works, and what it could not attend to. */
export function AwardPage() {
  const { awardId } = useParams({ strict: false }) as { awardId: string }
  const search = useSearch({ strict: false }) as { period?: string }
  const navigate = useNavigate()
  const text = useTexts(awardTexts)
  const [language] = useLanguage()
  const manages = useMay(officers)
  const [editing, setEditing] = useState(false)
  const awards = useAwards()
  const periods = usePeriods(awardId)
  const award = awards.data?.find(({ id }) => id === awardId)
  if (!award || !periods.data)
    return <Page title={text.title}>{<Failure error={awards.error ?? periods.error} />}</Page>
  const period = search.period ?? lastClosed(periods.data)
  const choose = (id: string) =>
    navigate({ to: '/programs/awards/$awardId', params: { awardId }, search: { period: id }, replace: true })
  return (
    <Page
      title={award.name}
      lead={[
        award.code,
        text.funder(award.funderName),
        award.endsOn ? text.endsOn(longDay(award.endsOn, language)) : text.noEnd,
      ].join(' · ')}
      wide
      actions={
        manages && (
          <Button variant="default" onClick={() => setEditing(true)}>
            {text.edit}
          </Button>
        )
      }
    >
      {period && manages && (
        <Figures award={award} periods={periods.data} period={period} onPeriod={(id) => void choose(id)} />
      )}
      <AwardMoney award={award} manages={manages} />
      <Section title={text.states_}>
        <p className={styles.soft}>{text.statesHelp}</p>
        {award.activeStates.length === 0 ? (
          <p>{text.noStates}</p>
        ) : (
          <p>{award.activeStates.map(({ name }) => name).join(', ')}</p>
        )}
      </Section>
      {manages && <AwardWork award={award} />}
      {editing && <AwardDialog award={award} onClose={() => setEditing(false)} />}
    </Page>
  )
}
