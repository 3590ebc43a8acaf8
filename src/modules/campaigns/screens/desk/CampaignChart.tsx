import { Button, NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { field } from '#platform/access/roles.ts'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { useMay } from '#platform/access/screens/session.tsx'
import { Choice } from '#ui/Choice.tsx'
import { percent } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Page, Section } from '#ui/Page.tsx'
import { chartOf, type Side } from '../../chart.ts'
import { deskTexts } from '../../messages.desk.ts'
import { coverageOf, gaps, sumOf } from '../../rules.ts'
import { CampaignTabs } from './CampaignTabs.tsx'
import styles from './desk.module.css'
import { useCampaign, useCampaignId } from './queries.ts'
import { StageActions } from './StageActions.tsx'
import { Legend, WallChart } from './WallChart.tsx'

/** Where a campaign stands: the wall chart, its totals and its gaps. Whoever may only count sees bands. */
export function CampaignChart() {
  const text = useTexts(deskTexts)
  const seesChart = useMay(field)
  const campaign = useCampaign()
  if (!campaign.data)
    return (
      <Page title={text.campaigns} wide>
        <Failure error={campaign.error} />
      </Page>
    )
  const { plant, company, city } = campaign.data
  return (
    <Page
      title={plant}
      lead={`${company} · ${city}`}
      wide
      actions={
        <>
          <StageActions campaign={campaign.data} />
          <Button variant="default" onClick={() => print()}>
            {text.print}
          </Button>
        </>
      }
    >
      <CampaignTabs />
      {seesChart ? <FullChart campaign={campaign.data} /> : <Bands />}
    </Page>
  )
}

type Campaign = NonNullable<ReturnType<typeof useCampaign>['data']>

function FullChart({ campaign }: { campaign: Campaign }) {
  const text = useTexts(deskTexts)
  const [side, setSide] = useState<Side>('department')
  const [routeId, setRouteId] = useState<string | null>(null)
  const { data, error } = useQuery({
    queryKey: ['campaigns', campaign.id, 'chart'],
    queryFn: () => api.campaigns.chart({ id: campaign.id }),
  })
  if (!data) return <Failure error={error} />
  const source = { units: campaign.units, headcounts: campaign.headcounts, ...data }
  const chart = chartOf(source, side, side === 'department' ? routeId : null)
  const routes = campaign.units.filter(({ kind }) => kind === 'route')
  const sides = [
    { value: 'department' as const, label: text.byDepartment },
    { value: 'route' as const, label: text.byRoute },
  ]
  return (
    <>
      <Totals cells={chartOf(source, 'department', null).rows.flatMap(({ cells }) => cells)} />
      <div className={`${styles.controls} no-print`}>
        <Choice
          label={<span className={styles.hidden}>{text.chart}</span>}
          options={sides}
          value={side}
          onChange={setSide}
        />
        {side === 'department' && routes.length > 0 && (
          <NativeSelect
            aria-label={text.onlyRoute}
            value={routeId ?? ''}
            onChange={(event) => setRouteId(event.currentTarget.value || null)}
            data={[
              { value: '', label: text.allRoutes },
              ...routes.map(({ id, name }) => ({ value: id, label: `${text.onlyRoute} ${name}` })),
            ]}
          />
        )}
      </div>
      <WallChart chart={chart} caption={text.chartLead} />
      <Legend />
      <Gaps campaign={campaign} cells={chart.rows.flatMap(({ cells }) => cells)} />
    </>
  )
}

type Cells = ReturnType<typeof chartOf>['rows'][number]['cells']

/** Three figures, largest first: whom we know, who is with us, how many activists there are. */
function Totals({ cells }: { cells: Cells }) {
  const text = useTexts(deskTexts)
  const [language] = useLanguage()
  const all = sumOf(cells)
  const size = Math.max(all.people, all.known)
  const { activists, needed } = coverageOf(all)
  const share = (count: number) => (size === 0 ? '—' : percent(count / size, language))
  const figures = [
    { label: text.known, value: share(all.known), help: `${all.known} ${text.knownHelp}` },
    {
      label: text.support,
      value: share(all.levels[0] + all.levels[1]),
      help: `${all.levels[0] + all.levels[1]} ${text.supportHelp}`,
    },
    { label: text.covered, value: `${activists} / ${needed}`, help: text.coveredHelp },
  ]
  return (
    <dl className={styles.figures}>
      {figures.map(({ label, value, help }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {value}
            <small>{help}</small>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Gaps({ campaign, cells }: { campaign: Campaign; cells: Cells }) {
  const text = useTexts(deskTexts)
  const worst = gaps(cells, 5)
  const name = (id: string | null) => campaign.units.find((unit) => unit.id === id)?.name ?? text.unplaced
  return (
    <Section title={text.gaps}>
      {worst.length === 0 && <p>{text.noGaps}</p>}
      <ol className={styles.gaps}>
        {worst.map((cell) => (
          <li key={`${cell.unitId}/${cell.shiftId}`}>
            <strong>
              {name(cell.unitId)}, {name(cell.shiftId).toLowerCase()}
            </strong>
            <span className={styles.bad}>{text.gap(coverageOf(cell).missing)}</span>
            <span className={styles.soft}>
              {text.ofPeople(cell.known, Math.max(cell.people, cell.known))}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  )
}

function Bands() {
  const text = useTexts(deskTexts)
  const id = useCampaignId()
  const { data, error } = useQuery({
    queryKey: ['campaigns', id, 'coverage'],
    queryFn: () => api.campaigns.coverage({ id }),
  })
  return (
    <>
      <Failure error={error} />
      <p>{text.coverageOnly}</p>
      {data && (
        <dl className={styles.figures}>
          <div>
            <dt>{text.known}</dt>
            <dd>
              {data.known}
              <small>{text.knownHelp}</small>
            </dd>
          </div>
          <div>
            <dt>{text.covered}</dt>
            <dd>
              {data.covered}
              <small>{text.coveredHelp}</small>
            </dd>
          </div>
        </dl>
      )}
    </>
  )
}
