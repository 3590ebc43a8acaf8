import { NativeSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Empty } from '#ui/Page.tsx'
import { auditTexts } from '../../messages.audits.ts'
import { FormDialog } from '../parts/FormDialog.tsx'
import { capital } from '../parts/numbers.ts'

type Figure = Awaited<ReturnType<typeof api.programs.auditable>>[number]

const keyOf = ({ indicatorId, period }: Pick<Figure, 'indicatorId' | 'period'>) => `${indicatorId} ${period}`
const usual = 5

/** Which figure, and how many of its records chance shall choose. */
export function DrawDialog({ wanted, onClose }: Props) {
  const text = useTexts(auditTexts)
  const [language] = useLanguage()
  const [id] = useState(() => crypto.randomUUID())
  const [chosen, setChosen] = useState(`${wanted.indicator} ${wanted.period}`)
  const { data, error } = useQuery({ queryKey: ['auditable'], queryFn: () => api.programs.auditable() })
  const figures = data ?? []
  const figure = figures.find((one) => keyOf(one) === chosen) ?? figures[0]
  return (
    <FormDialog
      title={text.draw}
      lead={text.drawLead}
      submit={text.draw}
      refreshes={[['audits'], ['asked']]}
      disabled={!figure}
      onClose={onClose}
      keep={(field) => {
        const { indicatorId, period } = figure!
        return api.programs.drawAudit({ id, indicatorId, period, size: Number(field('size')) })
      }}
    >
      <Failure error={error} />
      {data && !figure && (
        <Empty title={text.noneToDraw}>
          <p>{text.noneToDrawHelp}</p>
        </Empty>
      )}
      {figure && (
        <>
          <NativeSelect
            label={text.indicator}
            value={keyOf(figure)}
            onChange={(event) => setChosen(event.currentTarget.value)}
            data={figures.map((one) => ({
              value: keyOf(one),
              label: `${one.code} · ${one.title[language]} · ${capital(one.periodLabel[language])}`,
            }))}
          />
          <TextInput
            key={keyOf(figure)}
            name="size"
            type="number"
            min={1}
            max={figure.most}
            defaultValue={Math.min(usual, figure.most)}
            label={text.size}
            description={text.most(figure.most)}
            required
          />
        </>
      )}
    </FormDialog>
  )
}

type Props = { wanted: { indicator?: string; period?: string }; onClose: () => void }
