import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { Choices } from '#ui/Choice.tsx'
import { deviceToday, longDay } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { deskTexts } from '../messages.desk.ts'
import { voteWords } from '../messages.ts'
import { type Asked, askedOf, questionOf } from '../rules.draft.ts'
import type { Mode, VoteId, VoteKind } from '../schema.ts'
import { modes, voteKinds } from '../words.ts'
import type { SeenVote } from './VoteFrame.tsx'
import styles from './votes.module.css'

/** What is voted on, when, where and how. What the law leaves off is refused with its sentence. */
export function VoteForm({ draft }: { draft?: SeenVote }) {
  const text = useTexts(deskTexts)
  const words = useTexts(voteWords)
  const [language] = useLanguage()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [id] = useState(() => draft?.id ?? (crypto.randomUUID() as VoteId))
  const [kind, setKind] = useState<VoteKind>(draft?.kind ?? 'leadership_election')
  const [asked, setAsked] = useState<Asked[]>(
    () =>
      draft?.questions.map(askedOf) ?? [
        { id: crypto.randomUUID(), text: '', choices: text.yesNo, before: [] },
      ],
  )
  const [ways, setWays] = useState<Mode[]>(draft ? [...draft.modes] : ['paper'])
  const [day, setDay] = useState(draft ? dayOf(new Date(draft.opensAt)) : '')
  const lasting = { staleTime: Number.POSITIVE_INFINITY }
  const states = useQuery({ queryKey: ['states'], queryFn: () => api.companies.states(), ...lasting })
  const sectors = useQuery({ queryKey: ['sectors'], queryFn: () => api.companies.sectors(), ...lasting })
  const bySlates = kind === 'leadership_election'
  const propose = useMutation({
    mutationFn: () => api.votes.propose({ kind, from: deviceToday() }),
    onSuccess: ({ vote }) => vote && setDay(vote),
  })
  const save = useMutation({
    mutationFn: (form: FormData) => {
      const value = (name: string) => String(form.get(name) ?? '').trim()
      const opensAt = new Date(`${day}T${value('from')}`)
      const closesAt = new Date(`${day}T${value('until')}`)
      // A vote that closes at an hour before it opened goes past midnight.
      if (closesAt <= opensAt) closesAt.setDate(closesAt.getDate() + 1)
      return api.votes.keep({
        id,
        kind,
        title: value('title'),
        questions: asked.map((one) => questionOf(one, kind, () => crypto.randomUUID())),
        modes: ways,
        opensAt: opensAt.toISOString(),
        closesAt: closesAt.toISOString(),
        place: value('place'),
        municipality: value('municipality'),
        stateCode: value('stateCode'),
        sector: value('sector'),
        rounding: draft?.rounding ?? 'nearest',
      })
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['votes'] })
      await navigate({ to: '/votes/$voteId', params: { voteId: id } })
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    save.mutate(new FormData(event.currentTarget))
  }
  const change = (at: number, how: Partial<Asked>) =>
    setAsked(asked.map((one, n) => (n === at ? { ...one, ...how } : one)))
  if (!states.data || !sectors.data) return null
  const unchosen = { value: '', label: text.choose }
  return (
    <form onSubmit={submit} className={styles.stack} style={{ maxWidth: '40rem' }}>
      <NativeSelect
        label={text.what}
        value={kind}
        onChange={(event) => setKind(event.currentTarget.value as VoteKind)}
        data={voteKinds.map((value) => ({ value, label: words.kinds[value]! }))}
      />
      <TextInput name="title" label={text.name} defaultValue={draft?.title ?? ''} required maxLength={160} />
      <fieldset className={styles.stack} style={{ border: 0, padding: 0, margin: 0 }}>
        <legend style={{ fontWeight: 700, padding: 0 }}>{text.questions}</legend>
        {bySlates && <p className={styles.soft}>{text.bySlates}</p>}
        {asked.map((one, at) => (
          <div key={one.id} className={styles.stack}>
            <TextInput
              label={text.question}
              value={one.text}
              onChange={(event) => change(at, { text: event.currentTarget.value })}
              required
              maxLength={300}
            />
            {!bySlates && (
              <Textarea
                label={text.choices}
                value={one.choices}
                onChange={(event) => change(at, { choices: event.currentTarget.value })}
                autosize
                minRows={2}
                required
              />
            )}
            {asked.length > 1 && (
              <div>
                <Button
                  variant="subtle"
                  aria-label={`${text.remove}: ${one.text}`}
                  onClick={() => setAsked(asked.filter(({ id: other }) => other !== one.id))}
                >
                  {text.remove}
                </Button>
              </div>
            )}
          </div>
        ))}
        <div>
          <Button
            variant="default"
            disabled={asked.length >= 12}
            onClick={() =>
              setAsked([...asked, { id: crypto.randomUUID(), text: '', choices: text.yesNo, before: [] }])
            }
          >
            {text.addQuestion}
          </Button>
        </div>
      </fieldset>
      <Choices
        label={text.modes}
        options={modes.map((value) => ({
          value,
          label: (
            <>
              <b>{words.modes[value]}</b>
              <small>{words.modeHelp[value]}</small>
            </>
          ),
        }))}
        value={ways}
        onChange={setWays}
        columns={1}
      />
      <div className={styles.stack}>
        <div className={styles.bar} style={{ alignItems: 'end' }}>
          <TextInput
            type="date"
            label={text.day}
            value={day}
            onChange={(event) => setDay(event.currentTarget.value)}
            required
          />
          <TextInput
            type="time"
            name="from"
            label={text.from}
            defaultValue={draft ? hourOf(new Date(draft.opensAt)) : '06:00'}
            required
          />
          <TextInput
            type="time"
            name="until"
            label={text.until}
            defaultValue={draft ? hourOf(new Date(draft.closesAt)) : '18:00'}
            required
          />
          <Button variant="default" onClick={() => propose.mutate()} loading={propose.isPending}>
            {text.propose}
          </Button>
        </div>
        {propose.data && (
          <Notice kind={propose.data.vote ? 'plain' : 'warn'}>
            {propose.data.call && propose.data.vote && (
              <strong>
                {text.proposed(
                  longDay(propose.data.call, language),
                  longDay(propose.data.vote, language),
                )}{' '}
              </strong>
            )}
            {propose.data.says[language]}
          </Notice>
        )}
      </div>
      <TextInput name="place" label={text.place} defaultValue={draft?.place ?? ''} maxLength={200} />
      <TextInput
        name="municipality"
        label={text.municipality}
        defaultValue={draft?.municipality ?? ''}
        maxLength={80}
      />
      <NativeSelect
        name="stateCode"
        label={text.state}
        defaultValue={draft?.stateCode}
        data={[unchosen, ...states.data.map(({ code, name }) => ({ value: code, label: name }))]}
        required
      />
      <NativeSelect
        name="sector"
        label={text.sector}
        defaultValue={draft?.sector}
        data={[unchosen, ...sectors.data.map((sector) => ({ value: sector.code, label: sector[language] }))]}
        required
      />
      <Failure error={save.error} />
      <div>
        <Button type="submit" loading={save.isPending} disabled={ways.length === 0}>
          {text.save}
        </Button>
      </div>
    </form>
  )
}

const two = (number: number) => String(number).padStart(2, '0')
const dayOf = (at: Date) => `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
const hourOf = (at: Date) => `${two(at.getHours())}:${two(at.getMinutes())}`
