import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Empty, Section } from '#ui/Page.tsx'
import { awardTexts } from '../../messages.awards.ts'
import { Following, useFollowing } from '../parts/Following.tsx'
import { PeriodSelect } from '../parts/PeriodSelect.tsx'
import type { Award, FigureSeen } from '../parts/queries.ts'
import styles from '../programs.module.css'
import { FigureRow } from './FigureRow.tsx'
import { IndicatorDialog } from './IndicatorDialog.tsx'

type Period = { id: string; es: string; en: string; open: boolean }

/** The indicators of a period; counting is asked for, never typed. */
export function Figures({ award, periods, period, onPeriod }: Props) {
  const text = useTexts(awardTexts)
  const client = useQueryClient()
  const [editing, setEditing] = useState<'new' | FigureSeen>()
  const input = { awardId: award.id, period }
  const { data, error } = useQuery({
    queryKey: ['figures', award.id, period],
    queryFn: () => api.programs.figures(input),
  })
  const following = useFollowing()
  const publish = useMutation({
    mutationFn: () => api.programs.publishFigures({ ...input, follow: following.begin() }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['figures'] }),
  })
  const isOpen = periods.find(({ id }) => id === period)?.open ?? false
  const choose = (id: string) => {
    publish.reset()
    onPeriod(id)
  }
  const countable = data?.figures.some(({ definition }) => definition) && !isOpen
  return (
    <Section
      title={text.figures}
      actions={
        <Button variant="default" size="sm" onClick={() => setEditing('new')}>
          {text.addIndicator}
        </Button>
      }
    >
      <div className={styles.toolbar}>
        <PeriodSelect periods={periods} value={period} onChange={choose} />
        {countable && (
          <span className="no-print">
            <Button onClick={() => publish.mutate()} loading={publish.isPending}>
              {text.count}
            </Button>
          </span>
        )}
      </div>
      {isOpen && <p className={styles.soft}>{text.openPeriod}</p>}
      <div className={styles.stack}>
        {publish.isPending && (
          <Following {...following} title={text.counting}>
            {text.countHelp}
          </Following>
        )}
        {publish.data && (
          <Notice kind="good" title={text.counted(publish.data.published, publish.data.withheld)} />
        )}
        {data?.figures.some(({ stale }) => stale) && !publish.isPending && (
          <Notice kind="warn" title={text.stale} />
        )}
        <Failure error={error ?? publish.error} />
        {data?.figures.length === 0 && (
          <Empty title={text.noIndicators}>
            <p>{text.noIndicatorsHelp}</p>
          </Empty>
        )}
        <ul className={styles.list}>
          {data?.figures.map((figure) => (
            <FigureRow
              key={figure.indicatorId}
              figure={figure}
              period={period}
              periodLabel={data.period}
              onEdit={() => setEditing(figure)}
            />
          ))}
        </ul>
      </div>
      {editing && (
        <IndicatorDialog
          awardId={award.id}
          position={
            editing === 'new'
              ? (data?.figures.length ?? 0)
              : (data?.figures.findIndex((one) => one.indicatorId === editing.indicatorId) ?? 0)
          }
          {...(editing !== 'new' && { known: editing })}
          onClose={() => setEditing(undefined)}
        />
      )}
    </Section>
  )
}

type Props = { award: Award; periods: readonly Period[]; period: string; onPeriod: (id: string) => void }
