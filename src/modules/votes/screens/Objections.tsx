import { Button, NativeSelect, Textarea } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { Dialog, DialogActions } from '#ui/Dialog.tsx'
import { deviceToday, longDay } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Section } from '#ui/Page.tsx'
import { deskTexts, rollTexts } from '../messages.desk.ts'
import { voteWords } from '../messages.ts'
import type { Objection } from '../schema.ts'
import { objectionKinds } from '../words.ts'
import { SavingDialog } from './SavingDialog.tsx'
import type { SeenVote } from './VoteFrame.tsx'
import styles from './votes.module.css'

type Known = Awaited<ReturnType<typeof api.votes.objections>>[number]

/** What people objected to the published roll, and what the commission decided and why. */
export function Objections({ vote, open }: { vote: SeenVote; open: boolean }) {
  const text = useTexts(rollTexts)
  const words = useTexts(voteWords)
  const [language] = useLanguage()
  const [writing, setWriting] = useState<'new' | Known>()
  const { data, error } = useQuery({
    queryKey: ['votes', vote.id, 'objections'],
    queryFn: () => api.votes.objections({ id: vote.id }),
  })
  return (
    <Section
      title={text.objections}
      actions={
        open && (
          <Button variant="default" onClick={() => setWriting('new')}>
            {text.object}
          </Button>
        )
      }
    >
      <Failure error={error} />
      {data?.length === 0 && <p>{text.noObjections}</p>}
      {data?.map((one) => (
        <div key={one.id} className={styles.step}>
          <strong>{words.objections[one.kind]}</strong>
          <span>{one.says}</span>
          <span className={styles.soft}>{longDay(one.receivedOn, language)}</span>
          {one.decision ? (
            <span>
              {words.decisions[one.decision]}: {one.reason}
            </span>
          ) : (
            open && (
              <div>
                <Button onClick={() => setWriting(one)}>{text.decide}</Button>
              </div>
            )
          )}
        </div>
      ))}
      {writing === 'new' && <ObjectDialog vote={vote} onClose={() => setWriting(undefined)} />}
      {writing && writing !== 'new' && (
        <DecideDialog vote={vote} objection={writing} onClose={() => setWriting(undefined)} />
      )}
    </Section>
  )
}

function ObjectDialog({ vote, onClose }: { vote: SeenVote; onClose: () => void }) {
  const text = useTexts(rollTexts)
  const words = useTexts(voteWords)
  const [id] = useState(() => crypto.randomUUID() as Objection['id'])
  const [kind, setKind] = useState<Objection['kind']>('missing')
  const [says, setSays] = useState('')
  return (
    <SavingDialog
      vote={vote}
      title={text.objections}
      ready={says.trim() !== ''}
      save={() =>
        api.votes.object({ voteId: vote.id, id, voterId: null, kind, says, receivedOn: deviceToday() })
      }
      onClose={onClose}
    >
      <NativeSelect
        label={text.kind}
        value={kind}
        onChange={(event) => setKind(event.currentTarget.value as Objection['kind'])}
        data={objectionKinds.map((value) => ({ value, label: words.objections[value]! }))}
      />
      <Textarea
        label={text.says}
        value={says}
        onChange={(event) => setSays(event.currentTarget.value)}
        autosize
        minRows={3}
        maxLength={600}
      />
    </SavingDialog>
  )
}

function DecideDialog({
  vote,
  objection,
  onClose,
}: {
  vote: SeenVote
  objection: Known
  onClose: () => void
}) {
  const text = useTexts(rollTexts)
  const desk = useTexts(deskTexts)
  const words = useTexts(voteWords)
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const save = useMutation({
    mutationFn: (decision: 'granted' | 'refused') =>
      api.votes.decide({ voteId: vote.id, id: objection.id, decision, reason }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['votes', vote.id, 'objections'] })
      onClose()
    },
  })
  return (
    <Dialog title={text.decide} onClose={onClose}>
      <div className={styles.stack}>
        <p>{objection.says}</p>
        <Textarea
          label={text.reason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          autosize
          minRows={2}
          maxLength={600}
        />
        <Failure error={save.error} />
      </div>
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {desk.back}
        </Button>
        <Button variant="default" onClick={() => save.mutate('refused')} disabled={reason.trim() === ''}>
          {words.decisions.refused}
        </Button>
        <Button onClick={() => save.mutate('granted')} disabled={reason.trim() === ''}>
          {words.decisions.granted}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
