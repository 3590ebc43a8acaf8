import { Button, FileButton, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { dayTexts } from '../messages.day.ts'
import { deskTexts } from '../messages.desk.ts'
import { candidatesFrom, linesOf } from '../rules.paste.ts'
import type { ChoiceId, QuestionId, Slate, VoteFileId } from '../schema.ts'
import { Emblem } from './Emblem.tsx'
import { emblemFrom, sendFile } from './files.ts'
import { SavingDialog } from './SavingDialog.tsx'
import type { SeenVote } from './VoteFrame.tsx'
import styles from './votes.module.css'

export type SeenSlate = Awaited<ReturnType<typeof api.votes.slates>>[number]

/** Registers a slate as it goes on the ballot, emblem and color included, or changes one. */
export function SlateDialog({ vote, slate, position, onClose }: SlateDialogProps) {
  const text = useTexts(dayTexts)
  const desk = useTexts(deskTexts)
  const [language] = useLanguage()
  const english = language === 'en'
  const bySlates = vote.questions.filter(({ kind }) => kind === 'slates')
  const [id] = useState(() => slate?.id ?? (crypto.randomUUID() as ChoiceId))
  const [questionId, setQuestionId] = useState<string>(slate?.questionId ?? bySlates[0]?.id ?? '')
  const [name, setName] = useState(slate?.name ?? '')
  const [color, setColor] = useState(slate?.color ?? '#7a1f2b')
  const [colorName, setColorName] = useState(slate?.colorName ?? '')
  const [emblem, setEmblem] = useState<VoteFileId | null>(slate?.emblemFileId ?? null)
  const [lines, setLines] = useState(() => linesOf((slate?.candidates ?? []) as Slate['candidates'], english))
  const candidates = candidatesFrom(lines, english, () => crypto.randomUUID())
  const choose = useMutation({
    mutationFn: async (file: File) => sendFile(vote.id, await emblemFrom(file), 'image/png'),
    onSuccess: setEmblem,
  })
  return (
    <SavingDialog
      vote={vote}
      title={slate ? text.changeSlate : text.addSlate}
      ready={name.trim() !== '' && colorName.trim() !== '' && candidates.length > 0 && !choose.isPending}
      save={() =>
        api.votes.keepSlate({
          voteId: vote.id,
          id,
          questionId: questionId as QuestionId,
          position: slate?.position ?? position,
          name,
          color,
          colorName,
          emblemFileId: emblem,
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
      <div className={styles.bar}>
        {emblem && <Emblem voteId={vote.id} fileId={emblem} of={name} />}
        <FileButton onChange={(file) => file && choose.mutate(file)} accept="image/png,image/jpeg,image/webp">
          {(props) => (
            <Button {...props} variant="default" loading={choose.isPending}>
              {text.emblem}: {text.emblemChoose}
            </Button>
          )}
        </FileButton>
        <span className={styles.soft}>{text.emblemHelp}</span>
      </div>
      <Failure error={choose.error} />
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

type SlateDialogProps = {
  vote: SeenVote
  slate?: SeenSlate | undefined
  position: number
  onClose: () => void
}
