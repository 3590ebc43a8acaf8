import { NativeSelect } from '@mantine/core'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { programWords } from '../../messages.ts'
import { capital } from './numbers.ts'

export type Period = { id: string; es: string; en: string; open: boolean }

/** One of an award's periods; the newest stands first, and an open one says so. */
export function PeriodSelect({ periods, value, onChange }: Props) {
  const words = useTexts(programWords)
  const [language] = useLanguage()
  return (
    <NativeSelect
      label={words.period}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={periods.toReversed().map((period) => ({
        value: period.id,
        label: capital(period[language]) + (period.open ? ` (${words.open})` : ''),
      }))}
    />
  )
}

/** The period a screen begins with: the last one that has closed. */
export const lastClosed = (periods: readonly Period[]): string | undefined =>
  (periods.findLast(({ open }) => !open) ?? periods.at(-1))?.id

type Props = { periods: readonly Period[]; value: string; onChange: (id: string) => void }
