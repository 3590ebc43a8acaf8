import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { Dialog, DialogActions } from '#ui/Dialog.tsx'
import { useTexts } from '#ui/language.tsx'
import { Section } from '#ui/Page.tsx'
import { dayTexts } from '../messages.day.ts'
import { deskTexts, rollTexts } from '../messages.desk.ts'
import { voteWords } from '../messages.ts'
import type { Voter } from '../schema.ts'
import { categories } from '../words.ts'
import { ModeAndTable } from './ModeAndTable.tsx'
import { SecondPerson, useAgreed } from './SecondPerson.tsx'
import type { SeenVote } from './VoteFrame.tsx'
import styles from './votes.module.css'

/** The names of the roll, opened only when asked for, which is logged; each may be mended until the freeze. */
export function RollNames({ vote, open }: { vote: SeenVote; open: boolean }) {
  const text = useTexts(rollTexts)
  const day = useTexts(dayTexts)
  const words = useTexts(voteWords)
  const [shown, setShown] = useState(false)
  const [editing, setEditing] = useState<Voter>()
  const { agreed } = useAgreed(vote.id)
  const { data, error, refetch } = useQuery({
    queryKey: ['votes', vote.id, 'names'],
    queryFn: () => api.votes.roll({ id: vote.id, ...agreed }),
    enabled: shown,
    retry: false,
  })
  const tableOf = (id: string | null) => vote.tables.find((table) => table.id === id)
  return (
    <Section title={text.people}>
      {!shown && (
        <div className={styles.bar}>
          <Button variant="default" onClick={() => setShown(true)}>
            {text.people}
          </Button>
          <span className={styles.soft}>{text.peopleHelp}</span>
        </div>
      )}
      <Failure error={error} />
      <SecondPerson vote={vote} error={error} onRetry={refetch} />
      {data?.map((voter) => {
        const table = tableOf(voter.tableId)
        const where = [voter.section, words.modes[voter.mode], table && day.table(table.number)].filter(
          Boolean,
        )
        return (
          <div key={voter.id} className={styles.row}>
            <span>
              {voter.number !== null && `${voter.number}. `}
              {voter.name}
              {voter.category !== 'entitled' && (
                <span className={styles.bad}> · {words.categories[voter.category]}</span>
              )}
              <br />
              <span className={styles.soft}>{where.join(' · ')}</span>
            </span>
            {open && (
              <Button
                variant="default"
                onClick={() => setEditing(voter)}
                aria-label={`${text.change}: ${voter.name}`}
              >
                {text.change}
              </Button>
            )}
          </div>
        )
      })}
      {editing && <VoterDialog vote={vote} voter={editing} onClose={() => setEditing(undefined)} />}
    </Section>
  )
}

function VoterDialog({ vote, voter, onClose }: { vote: SeenVote; voter: Voter; onClose: () => void }) {
  const text = useTexts(rollTexts)
  const desk = useTexts(deskTexts)
  const words = useTexts(voteWords)
  const client = useQueryClient()
  const [changed, setChanged] = useState(voter)
  const set = (how: Partial<Voter>) => setChanged({ ...changed, ...how })
  const done = async () => {
    await client.invalidateQueries({ queryKey: ['votes', vote.id] })
    onClose()
  }
  const save = useMutation({
    mutationFn: () => {
      const { number: _, ...rest } = changed
      return api.votes.keepVoter({ voteId: vote.id, ...rest })
    },
    onSuccess: done,
  })
  const remove = useMutation({
    mutationFn: () => api.votes.removeVoter({ voteId: vote.id, id: voter.id }),
    onSuccess: done,
  })
  const named = (values: Record<string, string>) =>
    Object.entries(values).map(([value, label]) => ({ value, label }))
  return (
    <Dialog title={text.change} onClose={onClose}>
      <div className={styles.stack}>
        <TextInput
          label={text.fullName}
          value={changed.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
          maxLength={160}
        />
        <TextInput
          label={text.curp}
          value={changed.identifier ?? ''}
          onChange={(event) => set({ identifier: event.currentTarget.value || null })}
          maxLength={40}
        />
        <TextInput
          label={text.phone}
          value={changed.phone ?? ''}
          onChange={(event) => set({ phone: event.currentTarget.value || null })}
          maxLength={40}
        />
        <TextInput
          label={text.section}
          value={changed.section}
          onChange={(event) => set({ section: event.currentTarget.value })}
          maxLength={80}
        />
        <NativeSelect
          label={text.sex}
          value={changed.sex ?? ''}
          onChange={(event) => set({ sex: (event.currentTarget.value || null) as Voter['sex'] })}
          data={[{ value: '', label: '—' }, ...named(words.sex)]}
        />
        <NativeSelect
          label={text.category}
          value={changed.category}
          onChange={(event) => set({ category: event.currentTarget.value as Voter['category'] })}
          data={categories.map((value) => ({ value, label: words.categories[value]! }))}
        />
        <ModeAndTable
          vote={vote}
          mode={changed.mode}
          tableId={changed.tableId}
          onChange={(mode, tableId) => set({ mode, tableId: mode === 'remote' ? null : tableId })}
        />
        {changed.mode !== 'paper' && (
          <NativeSelect
            label={text.credential}
            value={changed.credentialBy}
            onChange={(event) => set({ credentialBy: event.currentTarget.value as Voter['credentialBy'] })}
            data={named(words.credentialBy)}
          />
        )}
        <Failure error={save.error ?? remove.error} />
      </div>
      <DialogActions>
        <Button variant="subtle" onClick={() => remove.mutate()} loading={remove.isPending}>
          {desk.remove}
        </Button>
        <Button variant="default" onClick={onClose}>
          {desk.back}
        </Button>
        <Button onClick={() => save.mutate()} loading={save.isPending}>
          {desk.save}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
