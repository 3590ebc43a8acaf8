import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { useMembership } from '#platform/access/screens/session.tsx'
import { moment } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { sheetTexts } from '../../messages.sheets.ts'
import { campaignWords } from '../../messages.ts'
import type { Filter } from './CampaignPeople.tsx'
import styles from './desk.module.css'
import { useAlias, useCampaign, useCampaignId } from './queries.ts'

export type Sheet = Awaited<ReturnType<typeof api.campaigns.sheets>>[number]
export type OpenedSheet = { sheet: Sheet; people: Awaited<ReturnType<typeof api.campaigns.openSheet>> }

/** One request for names: whose, what for, who asked, and what this reader may do about it. */
export function SheetCard({ sheet, onOpen }: { sheet: Sheet; onOpen: (opened: OpenedSheet) => void }) {
  const text = useTexts(sheetTexts)
  const [language] = useLanguage()
  const id = useCampaignId()
  const client = useQueryClient()
  const alias = useAlias()
  const filterWords = useFilterWords()
  const { membershipId } = useMembership()
  const refresh = () => client.invalidateQueries({ queryKey: ['campaigns', id, 'sheets'] })
  const settle = useMutation({
    mutationFn: (grant: boolean) =>
      grant ? api.team.grantApproval({ id: sheet.id }) : api.team.refuseApproval({ id: sheet.id }),
    onSuccess: refresh,
  })
  const open = useMutation({
    mutationFn: () => api.campaigns.openSheet({ id, sheetId: sheet.id }),
    onSuccess: (people) => {
      onOpen({ sheet, people })
      void refresh()
    },
  })
  const over = new Date(sheet.expiresAt) < new Date()
  const state = sheet.openedAt
    ? 'opened'
    : sheet.refused
      ? 'refused'
      : over
        ? 'over'
        : sheet.grantedBy
          ? 'granted'
          : 'waiting'
  const own = sheet.askedBy === membershipId
  const mine = own || sheet.grantedBy === membershipId
  const said = {
    opened: () => text.opened(moment(sheet.openedAt!, language)),
    refused: () => text.refusedOne,
    over: () => text.over,
    granted: () => text.approved(alias(sheet.grantedBy!), moment(sheet.expiresAt, language)),
    waiting: () => (own ? text.waitingOwn : text.waiting),
  }
  return (
    <li className={styles.card}>
      <strong className={styles.cardTitle}>
        {text.purposes[sheet.purpose]} · {text.names(sheet.people)}
      </strong>
      <span>{filterWords(sheet.filter as Filter)}</span>
      <span>“{sheet.reason}”</span>
      <span className={styles.soft}>
        {text.askedBy(alias(sheet.askedBy), moment(sheet.askedAt, language))}
      </span>
      <span>{said[state]()}</span>
      <Failure error={settle.error ?? open.error} />
      {state === 'waiting' && (
        <div className={styles.bar}>
          {!own && (
            <Button onClick={() => settle.mutate(true)} loading={settle.isPending}>
              {text.approve}
            </Button>
          )}
          <Button variant="default" onClick={() => settle.mutate(false)}>
            {text.refuse}
          </Button>
        </div>
      )}
      {state === 'granted' && mine && (
        <div className={styles.bar}>
          <Button onClick={() => open.mutate()} loading={open.isPending}>
            {text.open(sheet.people)}
          </Button>
          <span className={styles.soft}>{text.openHelp}</span>
        </div>
      )}
    </li>
  )
}

/** A filter as somebody would say it. */
export const useFilterWords = () => {
  const text = useTexts(sheetTexts)
  const words = useTexts(campaignWords)
  const campaign = useCampaign()
  return ({ departmentId, shiftId, routeId, level, silent, text: typed }: Filter): string => {
    const named = [departmentId, shiftId, routeId].flatMap((unitId) => {
      const unit = campaign.data?.units.find((one) => one.id === unitId)
      return unit ? [`${words.kinds[unit.kind]}: ${unit.name}`] : []
    })
    const rest = [
      ...(level ? [`${level} · ${words.levels[level as 1]}`] : []),
      ...(silent ? [text.silent] : []),
      ...(typed ? [text.text(typed)] : []),
    ]
    return [...named, ...rest].join(' · ') || text.everybody
  }
}
