import { Button, Textarea } from '@mantine/core'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { addDays } from '#platform/text/day.ts'
import { Choice, Choices } from '#ui/Choice.tsx'
import { useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Empty, Page } from '#ui/Page.tsx'
import { gateTexts } from '../../messages.gate.ts'
import { campaignWords } from '../../messages.ts'
import type { RecordConversation } from '../../operations.ts'
import {
  type AskKind,
  askKinds,
  type ConcernKind,
  concernKinds,
  type PromiseKind,
  promiseKinds,
  type WayKind,
  wayKinds,
} from '../../words.ts'
import { useGate } from './GateProvider.tsx'
import styles from './gate.module.css'
import { KeptNote } from './KeptNote.tsx'
import { useKept } from './kept.ts'

type Again = '1' | '3' | '7' | 'none'
export type TalkForm = {
  level: '1' | '2' | '3' | '4' | '5' | null
  concerns: ConcernKind[]
  asked: AskKind | null
  promised: PromiseKind | null
  again: Again | null
  way: WayKind | null
  note: string
  /** Of one that was refused and is being corrected: what it says that has no field here. */
  said?: Pick<RecordConversation, 'campaignId' | 'againOn' | 'settles'>
}

const empty = (): TalkForm => ({
  level: null,
  concerns: [],
  asked: null,
  promised: null,
  again: null,
  way: 'face',
  note: '',
})

/** The form as it was filled in for a conversation that was refused. */
export const formOf = (talk: RecordConversation): TalkForm => ({
  level: talk.level === null ? null : (`${talk.level}` as TalkForm['level']),
  concerns: talk.concerns,
  asked: talk.asked,
  promised: talk.promised,
  again: null,
  way: talk.way,
  note: talk.note ?? '',
  said: { campaignId: talk.campaignId, againOn: talk.againOn, settles: talk.settles },
})

/** Under what name a form is kept: one for each person, and one for each refused conversation that is corrected. */
export const formName = (personId: string, mends: string | undefined) =>
  mends ? `mend/${mends}` : `talk/${personId}`

/** A conversation in taps and no typing. Each tap is kept on the phone, so that a killed browser loses nothing. */
export function GateTalk() {
  const text = useTexts(gateTexts)
  const words = useTexts(campaignWords)
  const navigate = useNavigate()
  const { personId } = useParams({ strict: false }) as { personId: string }
  const { mends } = useSearch({ strict: false }) as { mends?: string }
  const { phone, bundle, today, write } = useGate()
  const person = bundle?.people.find(({ id }) => id === personId)
  const clears = formName(personId, mends)
  const { form, change, keeping, settled } = useKept(phone, clears, empty)
  const [saving, setSaving] = useState(false)
  if (!form) return null
  if (!person)
    return (
      <Page title={text.talkTitle}>
        <Empty title={text.notOnList}>{text.notOnListHelp}</Empty>
      </Page>
    )
  const set = (some: Partial<TalkForm>) => change({ ...form, ...some })
  const step = person.steps.find(({ dueOn }) => dueOn <= today)
  const save = async () => {
    setSaving(true)
    await settled()
    const { level, again, note, said, ...rest } = form
    const chosen = again && again !== 'none' ? addDays(today, Number(again)) : null
    const input = {
      campaignId: said?.campaignId ?? person.campaignId,
      personId,
      ...rest,
      level: level === null ? null : Number(level),
      againOn: again === null && said ? said.againOn : chosen,
      settles: said ? said.settles : (step?.id ?? null),
      note: note.trim() || null,
    }
    const saved = await write('conversation.record', input, { clears, replaces: mends })
    if (saved) await navigate({ to: '/gate/people/$personId', params: { personId }, replace: true })
    else setSaving(false)
  }
  return (
    <Page title={person.handle} lead={text.talkTitle}>
      <div className={styles.stack}>
        {mends && <Notice kind="warn">{text.mending}</Notice>}
        <Choice
          label={text.level}
          columns={5}
          options={([1, 2, 3, 4, 5] as const).map((level) => ({
            value: `${level}` as const,
            label: (
              <>
                <b className={styles.levelNumber}>{level}</b>
                <small>{words.levelShort[level]}</small>
              </>
            ),
          }))}
          value={form.level}
          onChange={(level) => set({ level })}
          clearable
        />
        <Choices
          label={text.concerns}
          options={concernKinds.map((kind) => ({ value: kind, label: words.concerns[kind] }))}
          value={form.concerns}
          onChange={(concerns) => set({ concerns })}
        />
        <Choice
          label={text.asked}
          options={askKinds.map((kind) => ({ value: kind, label: words.asks[kind] }))}
          value={form.asked}
          onChange={(asked) => set({ asked })}
          clearable
        />
        <Choice
          label={text.promised}
          options={promiseKinds.map((kind) => ({ value: kind, label: words.promises[kind] }))}
          value={form.promised}
          onChange={(promised) => set({ promised })}
          clearable
        />
        <Choice
          label={text.again}
          columns={2}
          options={[
            { value: '1', label: text.tomorrow },
            { value: '3', label: text.threeDays },
            { value: '7', label: text.week },
            { value: 'none', label: text.noDate },
          ]}
          value={form.again}
          onChange={(again) => set({ again })}
        />
        <Choice
          label={text.way}
          columns={2}
          options={wayKinds.map((kind) => ({ value: kind, label: words.ways[kind] }))}
          value={form.way}
          onChange={(way) => set({ way })}
        />
        <details open={form.note !== ''}>
          <summary className={styles.summary}>{text.note}</summary>
          <Textarea
            aria-label={text.note}
            description={text.noteHelp}
            value={form.note}
            onChange={(event) => set({ note: event.currentTarget.value })}
            maxLength={1000}
          />
        </details>
        <KeptNote keeping={keeping} />
        <div className={styles.bar}>
          <Button onClick={save} loading={saving} disabled={isEmpty(form)} fullWidth>
            {text.save}
          </Button>
        </div>
      </div>
    </Page>
  )
}

const isEmpty = ({ level, concerns, asked, promised, again, note }: TalkForm) =>
  level === null &&
  concerns.length === 0 &&
  asked === null &&
  promised === null &&
  again === null &&
  note.trim() === ''
