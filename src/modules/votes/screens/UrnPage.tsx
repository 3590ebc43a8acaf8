import { useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { api } from '#api'
import { keepCached, readCached } from '#platform/offline/phone/cache.ts'
import { writeOperation } from '#platform/offline/phone/outbox.ts'
import type { UnlockedPhone } from '#platform/offline/phone/phone.ts'
import { signedIn } from '#platform/offline/phone/signed.ts'
import { usePhone } from '#platform/offline/screens/PhoneProvider.tsx'
import { moment } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page, Section } from '#ui/Page.tsx'
import { dayTexts } from '../messages.day.ts'
import { deskTexts } from '../messages.desk.ts'
import type { Question, TableId, VoteId, VoteKind } from '../schema.ts'
import { CountForm } from './CountForm.tsx'
import { UrnNote } from './UrnNote.tsx'

/** What a phone keeps of a vote to work at its tables without a signal: no name of any voter. */
export type TableOnPhone = {
  voteId: VoteId
  tableId: TableId
  title: string
  kind: VoteKind
  number: number
  place: string
  onRoll: number
  questions: Question[]
  closesAt: string
}

const threeDays = 72 * 3600_000

/** One urn in the hand of whoever serves at its table: notes and counts, with or without a signal. */
export function UrnPage() {
  const text = useTexts(dayTexts)
  const desk = useTexts(deskTexts)
  const { current } = usePhone()
  if (current.state !== 'unlocked')
    return (
      <Page title={desk.urns}>
        <Notice>{text.noPhone}</Notice>
      </Page>
    )
  return <Urn phone={current.phone} />
}

function Urn({ phone }: { phone: UnlockedPhone }) {
  const text = useTexts(dayTexts)
  const desk = useTexts(deskTexts)
  const [language] = useLanguage()
  const { deliver } = usePhone()
  const { voteId, tableId } = useParams({ strict: false }) as { voteId: VoteId; tableId: TableId }
  const table = useTable(phone, voteId, tableId)
  if (table === 'loading') return null
  if (!table)
    return (
      <Page title={desk.urns}>
        <Notice>{text.noVoteHere}</Notice>
      </Page>
    )
  const write = async (kind: string, input: object) => {
    await writeOperation(phone, { kind, input })
    void deliver()
  }
  const closed = new Date() >= new Date(table.closesAt)
  return (
    <Page title={`${text.table(table.number)} · ${table.place}`} lead={table.title}>
      <Section title={text.count}>
        {closed ? (
          <CountForm table={table} phone={phone} write={write} />
        ) : (
          <p>{text.early(moment(table.closesAt, language))}</p>
        )}
      </Section>
      <Section title={text.noteSomething}>
        <UrnNote table={table} write={write} />
      </Section>
    </Page>
  )
}

/** The table from this phone at once, and from the server when it is reached. */
const useTable = (phone: UnlockedPhone, voteId: VoteId, tableId: TableId) => {
  const [table, setTable] = useState<TableOnPhone | 'loading' | undefined>('loading')
  useEffect(() => {
    const name = `urn/${tableId}`
    let over = false
    const load = async () => {
      const kept = await readCached<TableOnPhone>(phone, name)
      if (!over && kept) setTable(kept.value)
      const fresh = await signedIn(phone, () => fetchTable(voteId, tableId)).catch(() => undefined)
      if (fresh) {
        const expiresAt = new Date(Date.now() + threeDays).toISOString()
        await keepCached(phone, name, fresh, '', expiresAt)
      }
      if (!over) setTable(fresh ?? kept?.value)
    }
    void load()
    return () => {
      over = true
    }
  }, [phone, voteId, tableId])
  return table
}

const fetchTable = async (voteId: VoteId, tableId: TableId): Promise<TableOnPhone | undefined> => {
  const [vote, urns] = await Promise.all([api.votes.get({ id: voteId }), api.votes.urns({ id: voteId })])
  const urn = urns.find(({ id }) => id === tableId)
  if (!urn) return undefined
  const { title, kind, questions, closesAt } = vote
  const { number, place, onRoll } = urn
  return { voteId, tableId, title, kind, number, place, onRoll, questions, closesAt }
}
