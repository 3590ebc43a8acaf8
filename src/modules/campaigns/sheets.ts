import { askApproval, spendApproval } from '#platform/access/team/store.approvals.ts'
import { writeLogs } from '#platform/access/team/store.log.ts'
import type { Call } from '#platform/http/call.ts'
import { common } from '#platform/http/refusal.ts'
import type { Identity } from '../people/schema.ts'
import { findVaulted } from '../people/store.ts'
import { openedIdentity } from '../people/store.vault.ts'
import { refuse } from './refusals.ts'
import { mostOnSheet, shownOnSheet } from './rules.ts'
import type { CampaignId, SheetId } from './schema.ts'
import type { Filter } from './store.people.ts'
import * as store from './store.sheets.ts'
import type { SheetPurpose } from './words.ts'

type Asked = { id: CampaignId; sheetId: SheetId; purpose: SheetPurpose; reason: string; filter: Filter }

/**
 * Asks for the names of everybody whom a filter finds now. They are frozen with the request, under its own id, so that the second
 * person approves these people for this purpose and nothing else.
 */
export const askSheet = async (call: Call, { id, sheetId, purpose, reason, filter }: Asked) => {
  const { tx, actor, now, log } = call
  const people = await store.findFiltered(tx, actor, id, filter, mostOnSheet + 1)
  if (people.length === 0) throw refuse('campaigns.sheet-empty')
  if (people.length > mostOnSheet) throw refuse('campaigns.sheet-large')
  const sheet = { id: sheetId, campaignId: id, purpose, filter }
  if (!(await store.insertSheet(tx, actor, sheet, people))) return
  await askApproval(tx, actor, { id: sheetId, kind: 'vault', subject: sheetId, reason }, now)
  await log('ask', 'vault', sheetId)
}

/** Opens the names that two people agreed to open: once, what the purpose needs and no more, a line in the log for each. */
export const openSheet = async ({ tx, actor, vault, now, log }: Call, id: CampaignId, sheetId: SheetId) => {
  const sheet = await store.findSheet(tx, actor, id, sheetId)
  if (!sheet) throw common.refuse('missing')
  await spendApproval(tx, actor, { id: sheetId, kind: 'vault', subject: sheetId }, now)
  await store.markOpened(tx, actor, sheetId, now)
  const people = await store.findSheetPeople(tx, actor, id, sheetId)
  const sealed = await findVaulted(
    tx,
    actor,
    people.map((person) => person.id),
  )
  const identities = new Map(sealed.map((one) => [one.personId, openedIdentity(vault, one)]))
  const shown = shownOnSheet[sheet.purpose as SheetPurpose]
  await log('open sheet', 'sheet', sheetId)
  const opened = people.filter((person) => identities.has(person.id))
  await writeLogs(
    tx,
    actor,
    opened.map((person) => ({ verb: 'open', target: 'person', targetId: person.id })),
  )
  return people.map((person) => ({ ...person, ...only(shown, identities.get(person.id)) }))
}

type Shown = (typeof shownOnSheet)[SheetPurpose]

const only = (shown: Shown, identity: Identity | undefined) => ({
  name: identity?.name ?? null,
  phone: shown.phone ? (identity?.phone ?? null) : null,
  address: shown.address ? (identity?.address ?? null) : null,
})
