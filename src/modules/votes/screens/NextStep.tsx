import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { Dialog, DialogActions } from '#ui/Dialog.tsx'
import { deviceToday } from '#ui/format.ts'
import { LinkButton } from '#ui/LinkButton.tsx'
import { useTexts } from '#ui/language.tsx'
import { Section } from '#ui/Page.tsx'
import { deskTexts } from '../messages.desk.ts'
import type { SeenVote } from './VoteFrame.tsx'
import styles from './votes.module.css'

/** The one thing that moves a vote on from where it stands; and, until it opens, its cancellation. */
export function NextStep({ vote: { id, state } }: { vote: SeenVote }) {
  const text = useTexts(deskTexts)
  const client = useQueryClient()
  const [asking, setAsking] = useState<'call' | 'freeze' | 'cancel'>()
  const [given, setGiven] = useState('')
  const move = useMutation({
    mutationFn: async (to: 'call' | 'freeze' | 'open' | 'close' | 'conclude' | 'cancel') => {
      if (to === 'call') await api.votes.call({ id, on: given || deviceToday() })
      else if (to === 'cancel') await api.votes.cancel({ id, because: given })
      else await api.votes[to]({ id })
    },
    onSuccess: async () => {
      setAsking(undefined)
      setGiven('')
      await client.invalidateQueries({ queryKey: ['votes'] })
    },
  })
  const ask = (what: 'call' | 'freeze' | 'cancel') => {
    setGiven('')
    move.reset()
    setAsking(what)
  }
  const steps = {
    preparing: <Button onClick={() => ask('call')}>{text.callIt}</Button>,
    called: <Button onClick={() => ask('freeze')}>{text.freeze}</Button>,
    frozen: <Button onClick={() => move.mutate('open')}>{text.openIt}</Button>,
    open: <Button onClick={() => move.mutate('close')}>{text.closeIt}</Button>,
    closed: <Button onClick={() => move.mutate('conclude')}>{text.conclude}</Button>,
    concluded: null,
    cancelled: null,
  }
  const step = steps[state.name]
  if (!step) return state.name === 'cancelled' ? <p>{state.because}</p> : null
  const before = state.name === 'preparing' || state.name === 'called' || state.name === 'frozen'
  return (
    <Section title={text.next}>
      <div className={styles.stack}>
        <div className={styles.bar}>
          {step}
          {state.name === 'preparing' && (
            <LinkButton to="/votes/$voteId/edit" params={{ voteId: id }} variant="default">
              {text.editDraft}
            </LinkButton>
          )}
          {before && (
            <Button variant="subtle" onClick={() => ask('cancel')}>
              {text.cancel}
            </Button>
          )}
        </div>
        {!asking && <Failure error={move.error} />}
      </div>
      {asking && (
        <Dialog
          title={asking === 'call' ? text.callIt : asking === 'freeze' ? text.freeze : text.cancel}
          onClose={() => setAsking(undefined)}
        >
          <div className={styles.stack}>
            {asking === 'freeze' && <p>{text.freezeSure}</p>}
            {asking === 'call' && (
              <TextInput
                type="date"
                label={text.calledOn}
                value={given || deviceToday()}
                onChange={(event) => setGiven(event.currentTarget.value)}
              />
            )}
            {asking === 'cancel' && (
              <TextInput
                label={text.cancelBecause}
                value={given}
                onChange={(event) => setGiven(event.currentTarget.value)}
                maxLength={300}
              />
            )}
            <Failure error={move.error} />
          </div>
          <DialogActions>
            <Button variant="default" onClick={() => setAsking(undefined)}>
              {text.back}
            </Button>
            <Button
              onClick={() => move.mutate(asking)}
              loading={move.isPending}
              disabled={asking === 'cancel' && given.trim() === ''}
            >
              {asking === 'freeze' ? text.freeze : text.save}
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </Section>
  )
}
