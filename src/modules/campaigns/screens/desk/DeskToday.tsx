import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '#api'
import { field, leadership } from '#platform/access/roles.ts'
import { useMay, useMembership } from '#platform/access/screens/session.tsx'
import { deviceToday, shortDay } from '#ui/format.ts'
import { LinkButton } from '#ui/LinkButton.tsx'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Empty, Page, Section } from '#ui/Page.tsx'
import { chartOf } from '../../chart.ts'
import { deskTexts } from '../../messages.desk.ts'
import { gateTexts } from '../../messages.gate.ts'
import { sheetTexts } from '../../messages.sheets.ts'
import { campaignWords } from '../../messages.ts'
import { coverageOf, gaps } from '../../rules.ts'
import styles from './desk.module.css'

type Campaign = Awaited<ReturnType<typeof api.campaigns.list>>[number]

/** What needs somebody's eyes today, campaign by campaign. */
export function DeskToday() {
  const text = useTexts(deskTexts)
  const { todayLead } = useTexts(gateTexts)
  const { alias, name } = useMembership()
  const mayLead = useMay(leadership)
  const inField = useMay(field)
  const { data } = useQuery({ queryKey: ['campaigns'], queryFn: () => api.campaigns.list() })
  const open = data?.filter(({ stage }) => stage !== 'closed') ?? []
  return (
    <Page title={todayLead(alias)} lead={name}>
      {data && open.length === 0 && (
        <Empty title={text.noCampaigns}>
          <p>{text.noCampaignsHelp}</p>
          {mayLead && <LinkButton to="/campaigns/new">{text.newCampaign}</LinkButton>}
        </Empty>
      )}
      {open.map((campaign) =>
        inField ? (
          <Today key={campaign.id} campaign={campaign} />
        ) : (
          <Brief key={campaign.id} campaign={campaign} />
        ),
      )}
    </Page>
  )
}

function Brief({ campaign }: { campaign: Campaign }) {
  return (
    <Section title={campaign.plant}>
      <Link to="/campaigns/$campaignId" params={{ campaignId: campaign.id }}>
        {campaign.company} · {campaign.city}
      </Link>
    </Section>
  )
}

/** Somebody asked for a list with names, and this reader may approve it. */
function AskedNames({ campaignId }: { campaignId: string }) {
  const text = useTexts(sheetTexts)
  const { membershipId } = useMembership()
  const sheets = useQuery({
    queryKey: ['campaigns', campaignId, 'sheets'],
    queryFn: () => api.campaigns.sheets({ id: campaignId }),
  })
  const now = new Date()
  const waiting = sheets.data?.filter(
    ({ askedBy, grantedBy, refused, expiresAt }) =>
      askedBy !== membershipId && !grantedBy && !refused && new Date(expiresAt) > now,
  )
  if (!waiting?.length) return null
  return (
    <Notice kind="warn" title={text.toApprove(waiting.length)}>
      <Link to="/campaigns/$campaignId/sheets" params={{ campaignId }}>
        {text.see}
      </Link>
    </Notice>
  )
}

function Today({ campaign }: { campaign: Campaign }) {
  const mayLead = useMay(leadership)
  const text = useTexts(deskTexts)
  const words = useTexts(campaignWords)
  const [language] = useLanguage()
  const { id } = campaign
  const today = deviceToday()
  const detail = useQuery({ queryKey: ['campaigns', id], queryFn: () => api.campaigns.get({ id }) })
  const chart = useQuery({ queryKey: ['campaigns', id, 'chart'], queryFn: () => api.campaigns.chart({ id }) })
  const promises = useQuery({
    queryKey: ['campaigns', id, 'promises'],
    queryFn: () => api.campaigns.promises({ id }),
  })
  const overdue = promises.data?.filter(({ dueOn }) => dueOn <= today) ?? []
  const cells =
    detail.data && chart.data
      ? chartOf({ ...detail.data, ...chart.data }, 'department', null).rows.flatMap((row) => row.cells)
      : []
  const nameOf = (unitId: string | null) =>
    detail.data?.units.find((unit) => unit.id === unitId)?.name ?? text.unplaced
  return (
    <Section
      title={campaign.plant}
      actions={
        <LinkButton to="/campaigns/$campaignId" params={{ campaignId: id }} variant="default" size="sm">
          {text.chart}
        </LinkButton>
      }
    >
      {mayLead && <AskedNames campaignId={id} />}
      <h3>{text.gaps}</h3>
      <ol className={styles.gaps}>
        {gaps(cells, 3).map((cell) => (
          <li key={`${cell.unitId}/${cell.shiftId}`}>
            <strong>
              {nameOf(cell.unitId)}, {nameOf(cell.shiftId).toLowerCase()}
            </strong>
            <span className={styles.bad}>{text.gap(coverageOf(cell).missing)}</span>
          </li>
        ))}
        {chart.data && gaps(cells, 3).length === 0 && <li>{text.noGaps}</li>}
      </ol>
      <h3 style={{ marginTop: '1.5rem' }}>{text.promises}</h3>
      <ol className={styles.gaps}>
        {overdue.slice(0, 5).map((promise) => (
          <li key={promise.id}>
            <Link
              to="/campaigns/$campaignId/people/$personId"
              params={{ campaignId: id, personId: promise.personId }}
            >
              {promise.handle}
            </Link>
            <span>{words.promises[promise.kind]}</span>
            <span className={promise.dueOn < today ? styles.bad : styles.soft}>
              {shortDay(promise.dueOn, language)}
            </span>
          </li>
        ))}
        {promises.data && overdue.length === 0 && <li className={styles.soft}>{text.noPromises}</li>}
      </ol>
    </Section>
  )
}
