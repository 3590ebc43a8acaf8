import { Button, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { useMay } from '#platform/access/screens/session.tsx'
import { Choice } from '#ui/Choice.tsx'
import { useTexts } from '#ui/language.tsx'
import { pactTexts } from '../../messages.pact.ts'
import { officers, signers } from '../../roles.ts'
import { ConfirmDialog } from '../parts/ConfirmDialog.tsx'
import { FormDialog } from '../parts/FormDialog.tsx'
import { PickFile, type Upload } from '../parts/PickFile.tsx'
import type { DefinitionSeen } from '../parts/queries.ts'
import styles from '../programs.module.css'

type Says = 'signed' | 'disputed'

const after = (id: string) => [['definition', id], ['definitions'], ['figures'], ['indicators']]

/** What one may say of this version: sign, not agree, or enter the letter of a funder that has no account here. */
export function SayBar({ definition }: { definition: DefinitionSeen }) {
  const text = useTexts(pactTexts)
  const signs = useMay(signers)
  const manages = useMay(officers)
  const client = useQueryClient()
  const [opened, setOpened] = useState<'sign' | 'dispute' | 'letter'>()
  const { id, digest, state } = definition
  const sign = useMutation({
    mutationFn: () => api.programs.signDefinition({ id, digest }),
    onSuccess: async () => {
      await Promise.all(after(id).map((queryKey) => client.invalidateQueries({ queryKey })))
      setOpened(undefined)
    },
  })
  const funderOwes =
    (state.state === 'draft' && state.missing.includes('funder')) || state.state === 'disputed'
  const letter = manages && definition.side === 'program' && !definition.funderLinked && funderOwes
  const mine = signs && definition.yourTurn
  if (!mine && !letter) return null
  return (
    <div className={`${styles.bar} no-print`} style={{ marginTop: '1.5rem' }}>
      {mine && (
        <>
          <Button onClick={() => setOpened('sign')}>{text.sign}</Button>
          <Button variant="default" onClick={() => setOpened('dispute')}>
            {text.dispute}
          </Button>
        </>
      )}
      {letter && (
        <Button variant="default" onClick={() => setOpened('letter')}>
          {text.letter}
        </Button>
      )}
      {opened === 'sign' && (
        <ConfirmDialog title={text.sign} act={sign} onClose={() => setOpened(undefined)}>
          <p>{text.signSure}</p>
        </ConfirmDialog>
      )}
      {opened === 'dispute' && (
        <FormDialog
          title={text.dispute}
          lead={text.disputeHelp}
          submit={text.dispute}
          refreshes={after(id)}
          onClose={() => setOpened(undefined)}
          keep={(field) => api.programs.disputeDefinition({ id, reason: field('reason') })}
        >
          <Textarea name="reason" label={text.reason} required maxLength={2000} />
        </FormDialog>
      )}
      {opened === 'letter' && <LetterDialog definition={definition} onClose={() => setOpened(undefined)} />}
    </div>
  )
}

function LetterDialog({
  definition: { id, digest },
  onClose,
}: {
  definition: DefinitionSeen
  onClose: () => void
}) {
  const text = useTexts(pactTexts)
  const [says, setSays] = useState<Says>('signed')
  const [letter, setLetter] = useState<Upload>()
  return (
    <FormDialog
      title={text.letter}
      lead={text.letterHelp}
      refreshes={after(id)}
      disabled={!letter}
      onClose={onClose}
      keep={(field) =>
        api.programs.signByLetter({ id, digest, says, reason: field('reason'), letter: letter! })
      }
    >
      <Choice
        label={text.letterSays}
        value={says}
        onChange={setSays}
        options={(['signed', 'disputed'] as const).map((value) => ({ value, label: text.says[value]! }))}
      />
      {says === 'disputed' && <Textarea name="reason" label={text.reason} required maxLength={2000} />}
      <PickFile label={text.letterFile} accept=".pdf,.jpg,.jpeg,.png" onPick={setLetter} />
    </FormDialog>
  )
}
