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
import { Page } from '#ui/Page.tsx'
import { deskTexts } from '../messages.desk.ts'
import { voteWords } from '../messages.ts'
import type { Mode, Question, VoteKind } from '../schema.ts'
import { modes, voteKinds } from '../words.ts'
import styles from './votes.module.css'

type Asked = { id: string; text: string; choices: string }

/** What is voted on, when, where and how. What the law leaves off is refused with its sentence. */
export function NewVotePage() {
  const text = useTexts(deskTexts)
  const words = useTexts(voteWords)
  const [language] = useLanguage()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [id] = useState(() => crypto.randomUUID())
  const [kind, setKind] = useState<VoteKind>('leadership_election')
  const [asked, setAsked] = useState<Asked[]>(() => [
    { id: crypto.randomUUID(), text: '', choices: text.yesNo },
  ])
  const [ways, setWays] = useState<Mode[]>(['paper'])
  const [day, setDay] = useState('')
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
      const at = (hour: string) => new Date(`${day}T${hour}`)
      return api.votes.keep({
        id,
        kind,
        title: value('title'),
        questions: asked.map((one) => questionOf(one, kind)),
        modes: ways,
        opensAt: at(value('from')),
        closesAt: at(value('until')),
        place: value('place'),
        municipality: value('municipality'),
        stateCode: value('stateCode'),
        sector: value('sector'),
        rounding: 'nearest',
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
  if (!states.data || !sectors.data) return <Page title={text.add} />
  return (
    <Page title={text.add}>
      <form onSubmit={submit} className={styles.stack} style={{ maxWidth: '40rem' }}>
        <NativeSelect
          label={text.what}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value as VoteKind)}
          data={voteKinds.map((value) => ({ value, label: words.kinds[value]! }))}
        />
        <TextInput name="title" label={text.name} required maxLength={160} />
        <fieldset className={styles.stack} style={{ border: 0, padding: 0, margin: 0 }}>
          <legend>{text.questions}</legend>
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
            </div>
          ))}
          <div>
            <Button
              variant="default"
              disabled={asked.length >= 12}
              onClick={() => setAsked([...asked, { id: crypto.randomUUID(), text: '', choices: text.yesNo }])}
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
                <br />
                <small>{words.modeHelp[value]}</small>
              </>
            ),
          }))}
          value={ways}
          onChange={setWays}
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
            <TextInput type="time" name="from" label={text.from} defaultValue="06:00" required />
            <TextInput type="time" name="until" label={text.until} defaultValue="18:00" required />
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
        <TextInput name="place" label={text.place} maxLength={200} />
        <TextInput name="municipality" label={text.municipality} maxLength={80} />
        <NativeSelect
          name="stateCode"
          label={text.state}
          data={states.data.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <NativeSelect
          name="sector"
          label={text.sector}
          data={sectors.data.map((sector) => ({ value: sector.code, label: sector[language] }))}
        />
        <Failure error={save.error} />
        <div>
          <Button type="submit" loading={save.isPending} disabled={ways.length === 0}>
            {text.save}
          </Button>
        </div>
      </form>
    </Page>
  )
}

const consults: readonly VoteKind[] = ['first_contract', 'full_revision', 'wage_revision', 'statutes_change']

const questionOf = ({ id, text, choices }: Asked, kind: VoteKind): Question => {
  const lines = choices
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const made = lines.map((line) => ({ id: crypto.randomUUID(), text: line }))
  const question = { id, text } as Pick<Question, 'id' | 'text'>
  if (kind === 'leadership_election') return { ...question, kind: 'slates', choices: [] }
  const yesNo = consults.includes(kind) || made.length === 2
  return { ...question, kind: yesNo ? 'yes_no' : 'choices', choices: made as Question['choices'] }
}
