import { Button, Textarea } from '@mantine/core'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { dropCached, keepCached, readCached } from '#platform/offline/phone/cache.ts'
import { addDays } from '#platform/text/day.ts'
import { Choice, Choices } from '#ui/Choice.tsx'
import { useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { gateTexts } from '../../messages.gate.ts'
import { campaignWords } from '../../messages.ts'
import {
  type AskKind,
  askKinds,
  type ConcernKind,
  concernKinds,
  type PromiseKind,
  promiseKinds,
} from '../../words.ts'
import { useGate } from './GateProvider.tsx'
import styles from './gate.module.css'

type Again = '1' | '3' | '7' | 'none'
export type TalkForm = {
  level: '1' | '2' | '3' | '4' | '5' | null
  concerns: ConcernKind[]
  asked: AskKind | null
  promised: PromiseKind | null
  again: Again | null
  note: string
}
const empty: TalkForm = { level: null, concerns: [], asked: null, promised: null, again: null, note: '' }

/** A conversation in taps and no typing. Each tap is kept on the phone, so that a killed browser loses nothing. */
export function GateTalk() {
  const text = useTexts(gateTexts)
  const words = useTexts(campaignWords)
  const navigate = useNavigate()
  const { personId } = useParams({ strict: false }) as { personId: string }
  const { phone, bundle, today, write } = useGate()
  const person = bundle?.people.find(({ id }) => id === personId)
  const [form, setForm] = useKeptForm(phone, `talk/${personId}`)
  const [failed, setFailed] = useState(false)
  const [saving, setSaving] = useState(false)
  if (!person || !form) return null
  const set = (change: Partial<TalkForm>) => setForm({ ...form, ...change })
  const step = person.steps.find(({ dueOn }) => dueOn <= today)
  const save = async () => {
    setSaving(true)
    const { level, again, note, ...rest } = form
    try {
      await write('conversation.record', {
        campaignId: person.campaignId,
        personId,
        ...rest,
        level: level === null ? null : Number(level),
        againOn: again && again !== 'none' ? addDays(today, Number(again)) : null,
        settles: step?.id ?? null,
        note: note.trim() || null,
      })
    } catch {
      setSaving(false)
      setFailed(true)
      return
    }
    await dropCached(`talk/${personId}`)
    await navigate({ to: '/gate/people/$personId', params: { personId }, replace: true })
  }
  return (
    <Page title={person.handle} lead={text.talkTitle}>
      <div className={styles.stack}>
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
        <details>
          <summary className={styles.summary}>{text.note}</summary>
          <Textarea
            aria-label={text.note}
            description={text.noteHelp}
            value={form.note}
            onChange={(event) => set({ note: event.currentTarget.value })}
            maxLength={1000}
          />
        </details>
        {failed && <Notice kind="bad">{text.full}</Notice>}
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

/** A form whose every change is kept, encrypted, on the phone for a day. */
const useKeptForm = (phone: Parameters<typeof readCached>[0], name: string) => {
  const [form, setForm] = useState<TalkForm>()
  useEffect(() => {
    readCached<TalkForm>(phone, name)
      .then((kept) => setForm(kept?.value ?? empty))
      .catch(() => setForm(empty))
  }, [phone, name])
  const change = (next: TalkForm) => {
    setForm(next)
    const tomorrow = new Date(Date.now() + 24 * 3600_000).toISOString()
    void keepCached(phone, name, next, '', tomorrow).catch(() => {})
  }
  return [form, change] as const
}
