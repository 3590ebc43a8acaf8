import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { Choice } from '#ui/Choice.tsx'
import { Dialog, DialogActions } from '#ui/Dialog.tsx'
import { useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { hereTexts } from '../messages.here.ts'
import type { SelfAnswers } from '../schema.ts'
import { type SelfQuestion, selfQuestions } from '../words.ts'

/** Questions about oneself, each to be left blank or refused; the answers join a sum and nothing else. */
export function AboutMe({ token, id, onClose }: { token: string; id: string; onClose: () => void }) {
  const text = useTexts(hereTexts)
  const [answers, setAnswers] = useState<SelfAnswers>({})
  const send = useMutation({ mutationFn: () => api.support.answer({ token, id, answers }) })
  if (send.isSuccess)
    return (
      <Dialog title={text.about} onClose={onClose}>
        <Notice kind="good" title={text.answered} />
        <DialogActions>
          <Button onClick={onClose}>OK</Button>
        </DialogActions>
      </Dialog>
    )
  return (
    <Dialog title={text.about} onClose={onClose}>
      <p>{text.aboutHelp}</p>
      {(Object.keys(selfQuestions) as SelfQuestion[]).map((question) => (
        <Choice
          key={question}
          label={text.questions[question]}
          options={selfQuestions[question].map((value) => ({ value, label: text.answers[question]![value] }))}
          value={answers[question] ?? null}
          onChange={(value) => setAnswers({ ...answers, [question]: value ?? undefined })}
          clearable
        />
      ))}
      <Failure error={send.error} />
      <DialogActions>
        <Button
          fullWidth
          onClick={() => send.mutate()}
          disabled={Object.values(answers).every((answer) => answer === undefined)}
          loading={send.isPending}
        >
          {text.send}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
