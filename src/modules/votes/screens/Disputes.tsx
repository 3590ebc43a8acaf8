import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { deviceToday, longDay } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Section } from '#ui/Page.tsx'
import { afterTexts } from '../messages.after.ts'
import type { Dispute, DisputeId, Settlement, VoteFileId } from '../schema.ts'
import { disputeForums, disputeOutcomes } from '../words.ts'
import { saveFile } from './files.ts'
import { ReceiptFile } from './ReceiptFile.tsx'
import { SavingDialog } from './SavingDialog.tsx'
import { SecondPerson, useAgreed } from './SecondPerson.tsx'
import type { SeenVote } from './VoteFrame.tsx'
import styles from './votes.module.css'

/** Who challenged the vote, before whom and how it ended; and the file that answers. */
export function Disputes({ vote }: { vote: SeenVote }) {
  const text = useTexts(afterTexts)
  const [language] = useLanguage()
  const [writing, setWriting] = useState<'new' | DisputeId>()
  const { data, error } = useQuery({
    queryKey: ['votes', vote.id, 'disputes'],
    queryFn: () => api.votes.disputes({ id: vote.id }),
  })
  const { agreed } = useAgreed(vote.id)
  const take = useMutation({
    mutationFn: async () => saveFile(await api.votes.challengeFile({ id: vote.id, language, ...agreed })),
  })
  return (
    <Section title={text.disputes}>
      <Failure error={error} />
      <p>{text.disputesLead}</p>
      {data?.length === 0 && <p>{text.noDisputes}</p>}
      {data?.map(({ id, broughtOn, forum, folio, says, settled }) => (
        <div key={id} className={styles.step}>
          <strong>
            {text.forums[forum]} · {longDay(broughtOn, language)}
          </strong>
          {folio && <span className={styles.soft}>{folio}</span>}
          <p>{says}</p>
          {settled ? (
            <p>
              <strong>{text.outcomes[settled.outcome]}</strong> · {longDay(settled.on, language)}.{' '}
              {settled.says}
            </p>
          ) : (
            <div>
              <Button onClick={() => setWriting(id)}>{text.settle}</Button>
            </div>
          )}
        </div>
      ))}
      <div className={styles.bar}>
        <Button variant="default" onClick={() => setWriting('new')}>
          {text.add}
        </Button>
        <Button variant="default" onClick={() => take.mutate()} loading={take.isPending}>
          {text.file}
        </Button>
      </div>
      <p className={styles.soft}>{text.fileHelp}</p>
      <Failure error={take.error} />
      <SecondPerson vote={vote} error={take.error} onRetry={() => take.mutate()} />
      {writing === 'new' && <NewDispute vote={vote} onClose={() => setWriting(undefined)} />}
      {writing && writing !== 'new' && (
        <SettleDispute vote={vote} id={writing} onClose={() => setWriting(undefined)} />
      )}
    </Section>
  )
}

function NewDispute({ vote, onClose }: { vote: SeenVote; onClose: () => void }) {
  const text = useTexts(afterTexts)
  const [id] = useState(() => crypto.randomUUID() as DisputeId)
  const [broughtOn, setBroughtOn] = useState(deviceToday())
  const [forum, setForum] = useState<Dispute['forum']>('authority')
  const [folio, setFolio] = useState('')
  const [says, setSays] = useState('')
  const [fileId, setFileId] = useState<VoteFileId | null>(null)
  return (
    <SavingDialog
      vote={vote}
      title={text.add}
      ready={says.trim() !== '' && broughtOn !== ''}
      save={() =>
        api.votes.dispute({
          ...{ voteId: vote.id, id, broughtOn, forum, says, fileId },
          folio: folio.trim() || null,
        })
      }
      onClose={onClose}
    >
      <NativeSelect
        label={text.forum}
        value={forum}
        onChange={(event) => setForum(event.currentTarget.value as Dispute['forum'])}
        data={disputeForums.map((value) => ({ value, label: text.forums[value]! }))}
      />
      <TextInput
        type="date"
        label={text.broughtOn}
        value={broughtOn}
        onChange={(event) => setBroughtOn(event.currentTarget.value)}
      />
      <TextInput
        label={text.caseNumber}
        value={folio}
        onChange={(event) => setFolio(event.currentTarget.value)}
        maxLength={60}
      />
      <Textarea
        label={text.says}
        value={says}
        onChange={(event) => setSays(event.currentTarget.value)}
        autosize
        minRows={3}
        maxLength={2000}
      />
      <ReceiptFile voteId={vote.id} fileId={fileId} onFile={setFileId} />
    </SavingDialog>
  )
}

function SettleDispute({ vote, id, onClose }: { vote: SeenVote; id: DisputeId; onClose: () => void }) {
  const text = useTexts(afterTexts)
  const [on, setOn] = useState(deviceToday())
  const [outcome, setOutcome] = useState<Settlement['outcome']>('stands')
  const [says, setSays] = useState('')
  return (
    <SavingDialog
      vote={vote}
      title={text.settle}
      ready={says.trim() !== '' && on !== ''}
      save={() => api.votes.settle({ voteId: vote.id, id, on, outcome, says })}
      onClose={onClose}
    >
      <NativeSelect
        label={text.outcome}
        value={outcome}
        onChange={(event) => setOutcome(event.currentTarget.value as Settlement['outcome'])}
        data={disputeOutcomes.map((value) => ({ value, label: text.outcomes[value]! }))}
      />
      <TextInput
        type="date"
        label={text.settledOn}
        value={on}
        onChange={(event) => setOn(event.currentTarget.value)}
      />
      <Textarea
        label={text.because}
        value={says}
        onChange={(event) => setSays(event.currentTarget.value)}
        autosize
        minRows={3}
        maxLength={2000}
      />
    </SavingDialog>
  )
}
