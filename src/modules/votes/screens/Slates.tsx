import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Section } from '#ui/Page.tsx'
import { dayTexts } from '../messages.day.ts'
import { deskTexts } from '../messages.desk.ts'
import { voteWords } from '../messages.ts'
import { candidatesFrom } from '../rules.paste.ts'
import type { ChoiceId, QuestionId } from '../schema.ts'
import { SavingDialog } from './SavingDialog.tsx'
import type { SeenVote } from './VoteFrame.tsx'
import styles from './votes.module.css'

/** Slates with their candidates, and the proportion of women and men of each beside that of the roll. */
export function Slates({ vote, leads }: { vote: SeenVote; leads: boolean }) {
  const text = useTexts(dayTexts)
  const words = useTexts(voteWords)
  const desk = useTexts(deskTexts)
  const [language] = useLanguage()
  const client = useQueryClient()
  const [adding, setAdding] = useState(false)
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
          <Button variant="default" onClick={() => setAdding(true)}>
            {text.addSlate}
          </Button>
        )
      }
    >
      <Failure error={error ?? remove.error} />
      {data?.length === 0 && <p>{text.noSlates}</p>}
      {data?.map((slate) => (
        <div key={slate.id} className={styles.step}>
          <strong>
            <span className={styles.swatch} style={{ background: slate.color }} aria-hidden="true" />{' '}
            {slate.name}
          </strong>
          <span className={styles.soft}>
            {vote.questions.find(({ id }) => id === slate.questionId)?.text} · {slate.colorName}
          </span>
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
            <div>
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
      {adding && (
        <SlateDialog vote={vote} position={(data?.length ?? 0) + 1} onClose={() => setAdding(false)} />
      )}
    </Section>
  )
}

function SlateDialog({ vote, position, onClose }: { vote: SeenVote; position: number; onClose: () => void }) {
  const text = useTexts(dayTexts)
  const desk = useTexts(deskTexts)
  const [language] = useLanguage()
  const bySlates = vote.questions.filter(({ kind }) => kind === 'slates')
  const [questionId, setQuestionId] = useState<string>(bySlates[0]?.id ?? '')
  const [name, setName] = useState('')
  const [color, setColor] = useState('#7a1f2b')
  const [colorName, setColorName] = useState('')
  const [lines, setLines] = useState('')
  const candidates = candidatesFrom(lines, language === 'en', () => crypto.randomUUID())
  return (
    <SavingDialog
      vote={vote}
      title={text.addSlate}
      ready={name.trim() !== '' && colorName.trim() !== '' && candidates.length > 0}
      save={() =>
        api.votes.keepSlate({
          voteId: vote.id,
          id: crypto.randomUUID() as ChoiceId,
          questionId: questionId as QuestionId,
          position,
          name,
          color,
          colorName,
          emblemFileId: null,
          candidates,
        })
      }
      onClose={onClose}
    >
      <NativeSelect
        label={desk.question}
        value={questionId}
        onChange={(event) => setQuestionId(event.currentTarget.value)}
        data={bySlates.map((one) => ({ value: one.id, label: one.text }))}
      />
      <TextInput
        label={text.slateName}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        maxLength={80}
      />
      <TextInput
        type="color"
        label={text.color}
        value={color}
        onChange={(event) => setColor(event.currentTarget.value)}
      />
      <TextInput
        label={text.colorName}
        value={colorName}
        onChange={(event) => setColorName(event.currentTarget.value)}
        maxLength={40}
      />
      <Textarea
        label={text.candidates}
        description={text.candidatesHelp}
        value={lines}
        onChange={(event) => setLines(event.currentTarget.value)}
        autosize
        minRows={4}
      />
    </SavingDialog>
  )
}
