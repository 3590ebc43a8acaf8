import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { Choice } from '#ui/Choice.tsx'
import { deviceToday, shortDay } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page, Section } from '#ui/Page.tsx'
import { deskTexts } from '../../messages.desk.ts'
import { campaignWords } from '../../messages.ts'
import { LevelMark } from '../Level.tsx'
import styles from './desk.module.css'
import { useCampaign, useCampaignId } from './queries.ts'
import { type Counts, levels, TallyGrid, totalOf } from './TallyGrid.tsx'

type By = 'department' | 'route'
const whole = 'whole'

/** Counts of hands or paper sheets, a dozen places at once: how many stand where in each, without anybody's name. */
export function TallyForm() {
  const text = useTexts(deskTexts)
  const words = useTexts(campaignWords)
  const [language] = useLanguage()
  const id = useCampaignId()
  const client = useQueryClient()
  const campaign = useCampaign()
  const [by, setBy] = useState<By>('department')
  const [shiftId, setShiftId] = useState<string | null>(null)
  const [countedOn, setCountedOn] = useState(deviceToday())
  const [counts, setCounts] = useState<Counts>({})
  const [saved, setSaved] = useState(0)
  // Each place has its id until it is saved: saving again after a failure doubles nothing.
  const [tallyIds, setTallyIds] = useState<Record<string, string>>({})
  const chart = useQuery({ queryKey: ['campaigns', id, 'chart'], queryFn: () => api.campaigns.chart({ id }) })
  const refresh = () => client.invalidateQueries({ queryKey: ['campaigns', id, 'chart'] })
  const filled = Object.keys(counts).filter((key) => totalOf(counts[key]) > 0)
  const save = useMutation({
    mutationFn: async () => {
      for (const key of filled) {
        const place = {
          departmentId: null,
          shiftId,
          routeId: null,
          ...(key === whole ? {} : { [`${by}Id`]: key }),
        }
        const numbers = counts[key]!.map((count) => count || 0)
        await api.campaigns.keepTally({
          id,
          tallyId: tallyIds[key]!,
          ...place,
          countedOn,
          counts: numbers,
        } as never)
        setCounts(({ [key]: _, ...rest }) => rest)
        setTallyIds(({ [key]: _, ...rest }) => rest)
        setSaved((count) => count + 1)
      }
    },
    onSettled: refresh,
  })
  const change = (key: string, row: Counts[string]) => {
    setSaved(0)
    setCounts({ ...counts, [key]: row })
    setTallyIds((ids) => ({ ...ids, [key]: ids[key] ?? crypto.randomUUID() }))
  }
  const undo = useMutation({
    mutationFn: (tallyId: string) => api.campaigns.undoTally({ id, tallyId }),
    onSuccess: refresh,
  })
  const units = campaign.data?.units ?? []
  const nameOf = (unitId: string | null) => units.find((unit) => unit.id === unitId)?.name
  const rowsBy = (kind: By) => units.filter((unit) => unit.kind === kind)
  const rows = [
    ...rowsBy(by).map((unit) => ({ key: unit.id, name: unit.name })),
    { key: whole, name: text.tallyWhole },
  ]
  return (
    <Page title={text.tally} lead={text.tallyLead}>
      <div className={styles.stack}>
        <h2>{text.tallyWhere}</h2>
        <div className={styles.two}>
          <NativeSelect
            label={words.kinds.shift}
            value={shiftId ?? ''}
            onChange={(event) => setShiftId(event.currentTarget.value || null)}
            data={[
              { value: '', label: text.tallyNoShift },
              ...units
                .filter((unit) => unit.kind === 'shift')
                .map((unit) => ({ value: unit.id, label: unit.name })),
            ]}
          />
          <TextInput
            type="date"
            label={text.tallyDay}
            value={countedOn}
            max={deviceToday()}
            onChange={(event) => setCountedOn(event.currentTarget.value || deviceToday())}
          />
        </div>
        {rowsBy('department').length > 0 && rowsBy('route').length > 0 && (
          <Choice
            label={text.tallyBy}
            options={(['department', 'route'] as const).map((kind) => ({
              value: kind,
              label: words.kinds[kind],
            }))}
            value={by}
            onChange={(next) => {
              // Another sheet: what was written of the one before would have no row to be seen in.
              setBy(next)
              setCounts({})
            }}
          />
        )}
        <h2>{text.tallyCounts}</h2>
        <p className={styles.soft}>
          {levels.map((level) => `${level} · ${words.levelShort[level]}`).join('   ')}
        </p>
        <TallyGrid rows={rows} counts={counts} onChange={change} />
        <Failure error={save.error ?? undo.error} />
        {saved > 0 && <Notice kind="good">{text.tallySaved(saved)}</Notice>}
        <div className={styles.bar}>
          <Button onClick={() => save.mutate()} disabled={filled.length === 0} loading={save.isPending}>
            {filled.length > 1 ? text.tallySave(filled.length) : text.save}
          </Button>
        </div>
      </div>
      <Section title={text.tallies}>
        {chart.data?.tallies.length === 0 && <p>{text.noTallies}</p>}
        <ul className={styles.gaps}>
          {chart.data?.tallies.map((tally) => (
            <li key={tally.id}>
              <strong>
                {[tally.departmentId, tally.shiftId, tally.routeId]
                  .flatMap((unit) => nameOf(unit) ?? [])
                  .join(' · ') || '—'}
              </strong>
              <span>{shortDay(tally.countedOn, language)}</span>
              <span className={styles.counted}>
                {tally.counts.map((count, at) => (
                  <span key={levels[at]}>
                    <LevelMark level={levels[at]!} short /> {count}
                  </span>
                ))}
              </span>
              <Button variant="subtle" size="sm" onClick={() => undo.mutate(tally.id)}>
                {text.undo}
              </Button>
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  )
}
