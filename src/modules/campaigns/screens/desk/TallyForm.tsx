import { Button, NativeSelect, NumberInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { deviceToday, shortDay } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page, Section } from '#ui/Page.tsx'
import { deskTexts } from '../../messages.desk.ts'
import { campaignWords } from '../../messages.ts'
import styles from './desk.module.css'
import { useCampaign, useCampaignId } from './queries.ts'

type Where = { departmentId: string | null; shiftId: string | null; routeId: string | null }
const nowhere: Where = { departmentId: null, shiftId: null, routeId: null }
const levels = [1, 2, 3, 4, 5] as const

/** A count of hands or of a paper sheet: how many stand where in one unit, without anybody's name. */
export function TallyForm() {
  const text = useTexts(deskTexts)
  const words = useTexts(campaignWords)
  const [language] = useLanguage()
  const id = useCampaignId()
  const client = useQueryClient()
  const campaign = useCampaign()
  const [where, setWhere] = useState(nowhere)
  const [counts, setCounts] = useState([0, 0, 0, 0, 0])
  const chart = useQuery({ queryKey: ['campaigns', id, 'chart'], queryFn: () => api.campaigns.chart({ id }) })
  const refresh = () => client.invalidateQueries({ queryKey: ['campaigns', id, 'chart'] })
  const save = useMutation({
    mutationFn: () =>
      api.campaigns.keepTally({
        id,
        tallyId: crypto.randomUUID(),
        ...where,
        countedOn: deviceToday(),
        counts,
      }),
    onSuccess: async () => {
      setCounts([0, 0, 0, 0, 0])
      await refresh()
    },
  })
  const undo = useMutation({
    mutationFn: (tallyId: string) => api.campaigns.undoTally({ id, tallyId }),
    onSuccess: refresh,
  })
  const units = campaign.data?.units ?? []
  const nameOf = (unitId: string | null) => units.find((unit) => unit.id === unitId)?.name
  const total = counts.reduce((sum, count) => sum + count, 0)
  return (
    <Page title={text.tally} lead={text.tallyLead}>
      <div className={styles.stack}>
        <h2>{text.tallyWhere}</h2>
        <div className={styles.two}>
          {(['department', 'shift', 'route'] as const).map((kind) => (
            <NativeSelect
              key={kind}
              label={words.kinds[kind]}
              value={where[`${kind}Id`] ?? ''}
              onChange={(event) => setWhere({ ...where, [`${kind}Id`]: event.currentTarget.value || null })}
              data={[
                { value: '', label: '—' },
                ...units
                  .filter((unit) => unit.kind === kind)
                  .map((unit) => ({ value: unit.id, label: unit.name })),
              ]}
            />
          ))}
        </div>
        <h2>{text.tallyCounts}</h2>
        {levels.map((level, at) => (
          <NumberInput
            key={level}
            label={`${level} · ${words.levels[level]}`}
            value={counts[at]!}
            onChange={(count) =>
              setCounts(counts.map((one, index) => (index === at ? Number(count) || 0 : one)))
            }
            min={0}
            max={999}
            allowDecimal={false}
          />
        ))}
        <Failure error={save.error ?? undo.error} />
        {save.isSuccess && total === 0 && <Notice kind="good">{text.tallySaved}</Notice>}
        <div className={styles.bar}>
          <Button onClick={() => save.mutate()} disabled={total === 0} loading={save.isPending}>
            {text.save}
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
              <span className={styles.soft}>
                {tally.counts.map((count, at) => `${at + 1}: ${count}`).join('  ')}
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
