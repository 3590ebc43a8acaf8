import { NativeSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { useMay, useMembership } from '#platform/access/screens/session.tsx'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { auditTexts } from '../../messages.audits.ts'
import { officers } from '../../roles.ts'
import { FormDialog } from '../parts/FormDialog.tsx'
import { lastClosed, PeriodSelect } from '../parts/PeriodSelect.tsx'
import { useAwards, usePeriods } from '../parts/queries.ts'

/** Which figure, and how many of its records chance shall choose. */
export function DrawDialog({ wanted, onClose }: Props) {
  const text = useTexts(auditTexts)
  const [language] = useLanguage()
  const [id] = useState(() => crypto.randomUUID())
  const [chosen, setChosen] = useState(wanted.indicator ?? '')
  const [chosenPeriod, setPeriod] = useState(wanted.period ?? '')
  const definitions = useQuery({ queryKey: ['definitions'], queryFn: () => api.programs.definitions() })
  const indicators = [
    ...new Map((definitions.data ?? []).map((one) => [one.indicatorId as string, one])).values(),
  ]
  const indicatorId = chosen || (indicators[0]?.indicatorId ?? '')
  const awardName = indicators.find((one) => one.indicatorId === indicatorId)?.awardName ?? ''
  const periods = useOfferedPeriods(awardName)
  const period = chosenPeriod || (lastClosed(periods) ?? '')
  return (
    <FormDialog
      title={text.draw}
      lead={text.drawLead}
      submit={text.draw}
      refreshes={[['audits']]}
      disabled={!indicatorId || !period}
      onClose={onClose}
      keep={(field) => api.programs.drawAudit({ id, indicatorId, period, size: Number(field('size')) })}
    >
      <NativeSelect
        label={text.indicator}
        value={indicatorId}
        onChange={(event) => setChosen(event.currentTarget.value)}
        data={indicators.map((one) => ({
          value: one.indicatorId,
          label: `${one.code} · ${one.title[language]}`,
        }))}
      />
      <PeriodSelect periods={periods} value={period} onChange={setPeriod} />
      <TextInput name="size" type="number" min={1} max={60} defaultValue={5} label={text.size} required />
    </FormDialog>
  )
}

/** A program knows the periods of its award; a funder, those it received a report of. */
const useOfferedPeriods = (awardName: string) => {
  const { kind } = useMembership()
  const manages = useMay(officers) && kind !== 'funder'
  const awards = useAwards()
  const awardId = awards.data?.find(({ name }) => name === awardName)?.id
  const own = usePeriods(manages ? (awardId ?? '') : '')
  const issued = useQuery({
    queryKey: ['issued'],
    queryFn: () => api.programs.issued(),
    enabled: !manages,
  })
  if (manages) return own.data?.filter(({ open }) => !open) ?? []
  return (issued.data ?? [])
    .filter((report) => report.awardName === awardName)
    .map(({ period, periodLabel }) => ({ id: period, ...periodLabel, open: false }))
}

type Props = { wanted: { indicator?: string; period?: string }; onClose: () => void }
