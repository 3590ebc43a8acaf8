import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { api } from '#api'
import { Choice } from '#ui/Choice.tsx'
import { useTexts } from '#ui/language.tsx'
import { awardTexts } from '../../messages.awards.ts'
import { programWords } from '../../messages.ts'
import type { Both, Indicator } from '../../schema.ts'
import { BothField } from '../parts/BothField.tsx'
import { FormDialog } from '../parts/FormDialog.tsx'
import type { FigureSeen } from '../parts/queries.ts'

const levels = ['objective', 'outcome', 'output'] as const satisfies readonly Indicator['level'][]

/** A new indicator, or one put right: its code, its level and its question. What it counts is written in its definition. */
export function IndicatorDialog({ awardId, position, known, onClose }: Props) {
  const text = useTexts(awardTexts)
  const words = useTexts(programWords)
  const [id] = useState(() => known?.indicatorId ?? crypto.randomUUID())
  const [level, setLevel] = useState<Indicator['level']>(known?.level ?? 'outcome')
  const [title, setTitle] = useState<Both>(known?.title ?? { es: '', en: '' })
  return (
    <FormDialog
      title={known ? text.changeIndicator(known.code) : text.addIndicator}
      refreshes={[['figures'], ['indicators'], ['definitions']]}
      disabled={title.es.trim() === '' || title.en.trim() === ''}
      onClose={onClose}
      keep={(field) =>
        api.programs.keepIndicator({ id, awardId, code: field('code'), level, title, position })
      }
    >
      <TextInput name="code" label={text.code} defaultValue={known?.code} required maxLength={20} />
      <Choice
        label={text.level}
        value={level}
        onChange={setLevel}
        options={levels.map((value) => ({ value, label: words.levels[value]! }))}
      />
      <BothField label={text.indicatorTitle} value={title} onChange={setTitle} required />
    </FormDialog>
  )
}

type Props = {
  awardId: string
  position: number
  known?: Pick<FigureSeen, 'indicatorId' | 'code' | 'level' | 'title'>
  onClose: () => void
}
