import { Checkbox, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { awardTexts } from '../../messages.awards.ts'
import { FormDialog } from '../parts/FormDialog.tsx'
import type { FigureSeen } from '../parts/queries.ts'

/** What was agreed for a period. A share is typed as a percentage. */
export function TargetDialog({ figure, period, periodLabel, onClose }: Props) {
  const text = useTexts(awardTexts)
  const [language] = useLanguage()
  const [cumulative, setCumulative] = useState(figure.target?.cumulative ?? false)
  const definition = useQuery({
    queryKey: ['definition', figure.definition?.id],
    queryFn: () => api.programs.definition({ id: figure.definition!.id }),
    enabled: figure.definition !== null,
  })
  if (figure.definition && !definition.data) return null
  const scale = definition.data?.content.counted.measure.measure === 'ratio' ? 100 : 1
  return (
    <FormDialog
      title={text.targetFor(periodLabel)}
      lead={figure.title[language]}
      refreshes={[['figures'], ['indicators']]}
      onClose={onClose}
      keep={(field) =>
        api.programs.keepTarget({
          indicatorId: figure.indicatorId,
          period,
          value: Number(field('value')) / scale,
          cumulative,
        })
      }
    >
      <TextInput
        name="value"
        type="number"
        step="any"
        label={scale === 100 ? text.targetPercent : text.targetValue}
        rightSection={scale === 100 ? '%' : undefined}
        defaultValue={figure.target ? Number((figure.target.value * scale).toFixed(4)) : undefined}
        required
      />
      <Checkbox
        label={text.cumulative}
        checked={cumulative}
        onChange={(event) => setCumulative(event.currentTarget.checked)}
      />
    </FormDialog>
  )
}

type Props = { figure: FigureSeen; period: string; periodLabel: string; onClose: () => void }
