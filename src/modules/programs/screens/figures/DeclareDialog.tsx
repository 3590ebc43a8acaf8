import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { api } from '#api'
import { useTexts } from '#ui/language.tsx'
import { figureTexts } from '../../messages.figures.ts'
import { programWords } from '../../messages.ts'
import type { Unit } from '../../schema.ts'
import { FormDialog } from '../parts/FormDialog.tsx'
import { PickFile, type Upload } from '../parts/PickFile.tsx'

const units = [
  'people',
  'records',
  'organizations',
  'hours',
  'percent',
  'days',
] as const satisfies readonly Unit[]

/** A number from outside never comes in without the document that says it. */
export function DeclareDialog({ indicatorId, period, unit: counted, onClose }: Props) {
  const text = useTexts(figureTexts)
  const words = useTexts(programWords)
  const [id] = useState(() => crypto.randomUUID())
  const [unit, setUnit] = useState<Unit>(counted)
  const [document, setDocument] = useState<Upload>()
  const scale = unit === 'percent' ? 100 : 1
  return (
    <FormDialog
      title={text.declare}
      lead={text.declaredHelp}
      refreshes={[['figures']]}
      disabled={!document}
      onClose={onClose}
      keep={(field) =>
        api.programs.declareValue({
          id,
          indicatorId,
          period,
          value: Number(field('value')) / scale,
          base: field('base') === '' ? null : Number(field('base')),
          unit,
          source: field('source'),
          document: document!,
        })
      }
    >
      <NativeSelect
        label={text.unit}
        value={unit}
        onChange={(event) => setUnit(event.currentTarget.value as Unit)}
        data={units.map((value) => ({ value, label: words.units[value]! }))}
      />
      <TextInput name="value" type="number" step="any" label={text.declareValue} required />
      <TextInput
        name="base"
        type="number"
        step="any"
        label={text.declareBase}
        description={text.declareBaseHelp}
      />
      <TextInput name="source" label={text.source} required maxLength={200} />
      <PickFile label={text.document} accept=".pdf,.jpg,.jpeg,.png" onPick={setDocument} />
    </FormDialog>
  )
}

type Props = { indicatorId: string; period: string; unit: Unit; onClose: () => void }
