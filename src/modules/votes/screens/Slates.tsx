import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { field } from '#platform/access/roles.ts'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { useMay } from '#platform/access/screens/session.tsx'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Section } from '#ui/Page.tsx'
import { dayTexts } from '../messages.day.ts'
import { deskTexts } from '../messages.desk.ts'
import { voteWords } from '../messages.ts'
import type { ChoiceId } from '../schema.ts'
import { Emblem } from './Emblem.tsx'
import { type SeenSlate, SlateDialog } from './SlateDialog.tsx'
import type { SeenVote } from './VoteFrame.tsx'
import styles from './votes.module.css'

/** Slates with their candidates, and the proportion of women and men of each beside that of the roll. */
export function Slates({ vote, leads }: { vote: SeenVote; leads: boolean }) {
  const text = useTexts(dayTexts)
  const words = useTexts(voteWords)
  const desk = useTexts(deskTexts)
  const [language] = useLanguage()
  const client = useQueryClient()
  const [writing, setWriting] = useState<'new' | SeenSlate>()
  const mayOpenFiles = useMay(field)
  const { data, error } = useQuery({
    queryKey: ['votes', vote.id, 'slates'],
    queryFn: () => api.votes.slates({ id: vote.id }),
  })
  const open = leads && (vote.state.name === 'preparing' || vote.state.name === 'called')
  const remove = useMutation({
    mutationFn: (id: ChoiceId) => api.votes.removeSlate({ voteId: vote.id, id }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['votes', vote.id] }),
  })
  return (
    <Section
      title={text.slates}
      actions={
        open && (
          <Button variant="default" onClick={() => setWriting('new')}>
            {text.addSlate}
          </Button>
        )
      }
    >
      <Failure error={error ?? remove.error} />
      {data?.length === 0 && <p>{text.noSlates}</p>}
      {data?.map((slate) => (
        <div key={slate.id} className={styles.step}>
          {slate.emblemFileId && mayOpenFiles && (
            <Emblem voteId={vote.id} fileId={slate.emblemFileId} of={slate.name} />
          )}
          <strong>
            <span className={styles.swatch} style={{ background: slate.color }} aria-hidden="true" />{' '}
            {slate.name}
          </strong>
          <span className={styles.soft}>
            {vote.questions.find(({ id }) => id === slate.questionId)?.text} · {slate.colorName}
          </span>
          {open && !slate.emblemFileId && <span className={styles.bad}>{text.noEmblem}</span>}
          <ul>
            {slate.candidates.map((one) => (
              <li key={one.id}>
                {one.post}: {one.name ?? text.hiddenName} ({words.sex[one.sex]}
                {one.alternate && `, ${text.alternate}`})
              </li>
            ))}
          </ul>
          {slate.proportion && (
            <details>
              <summary className={slate.proportion.verdict === 'proportional' ? styles.good : styles.bad}>
                {words.verdicts[slate.proportion.verdict]}
              </summary>
              {slate.proportion.says.map((says) => (
                <p key={says.es}>{says[language]}</p>
              ))}
            </details>
          )}
          {open && (
            <div className={styles.bar}>
              <Button
                variant="default"
                onClick={() => setWriting(slate)}
                aria-label={`${desk.edit}: ${slate.name}`}
              >
                {desk.edit}
              </Button>
              <Button
                variant="subtle"
                onClick={() => remove.mutate(slate.id)}
                aria-label={`${desk.remove}: ${slate.name}`}
              >
                {desk.remove}
              </Button>
            </div>
          )}
        </div>
      ))}
      {writing && (
        <SlateDialog
          vote={vote}
          slate={writing === 'new' ? undefined : writing}
          position={Math.max(0, ...(data ?? []).map((one) => one.position)) + 1}
          onClose={() => setWriting(undefined)}
        />
      )}
    </Section>
  )
}
