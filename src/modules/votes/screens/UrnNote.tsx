import { Button, FileButton, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Problem } from '#ui/Problem.tsx'
import { dayTexts } from '../messages.day.ts'
import { deskTexts } from '../messages.desk.ts'
import { voteWords } from '../messages.ts'
import type { UrnEvent } from '../schema.ts'
import { urnEventKinds } from '../words.ts'
import { partsOf, photograph } from './files.ts'
import type { TableOnPhone } from './UrnPage.tsx'
import styles from './votes.module.css'

type Props = { table: TableOnPhone; write: (kind: string, input: object) => Promise<void> }

/** Something in the life of the urn, with its photograph: kept on the phone in one go, sent as there is signal. */
export function UrnNote({ table: { voteId, tableId }, write }: Props) {
  const text = useTexts(dayTexts)
  const desk = useTexts(deskTexts)
  const words = useTexts(voteWords)
  const [kind, setKind] = useState<UrnEvent['kind']>('shown_empty')
  const [seals, setSeals] = useState('')
  const [ballots, setBallots] = useState<number | string>('')
  const [custodian, setCustodian] = useState('')
  const [note, setNote] = useState('')
  const [photo, setPhoto] = useState<Uint8Array>()
  const [standing, setStanding] = useState<'idle' | 'saving' | 'kept' | 'failed'>('idle')
  const save = async () => {
    setStanding('saving')
    try {
      const parts = photo ? partsOf(photo, 'image/jpeg') : []
      await write('urn.note', {
        voteId,
        tableId,
        kind,
        seals: seals
          .split(',')
          .map((seal) => seal.trim())
          .filter(Boolean),
        ballots: ballots === '' ? null : Number(ballots),
        custodian: custodian.trim() || null,
        note: note.trim() || null,
        fileId: parts[0]?.fileId ?? null,
        digest: parts[0]?.digest ?? null,
      })
      for (const part of parts) await write('vote-file.part', { voteId, ...part })
    } catch {
      setStanding('failed')
      return
    }
    setSeals('')
    setBallots('')
    setCustodian('')
    setNote('')
    setPhoto(undefined)
    setStanding('kept')
  }
  const take = (file: File | null) => {
    setStanding('idle')
    if (file)
      photograph(file)
        .then(setPhoto)
        .catch(() => setStanding('failed'))
  }
  const withSeals = kind === 'sealed' || kind === 'unsealed'
  return (
    <div className={styles.stack}>
      <NativeSelect
        label={text.whatHappened}
        value={kind}
        onChange={(event) => {
          setKind(event.currentTarget.value as UrnEvent['kind'])
          setStanding('idle')
        }}
        data={urnEventKinds.map((value) => ({ value, label: words.urnEvents[value]! }))}
      />
      {withSeals && (
        <TextInput
          label={text.seals}
          value={seals}
          onChange={(event) => setSeals(event.currentTarget.value)}
        />
      )}
      {kind === 'material' && (
        <NumberInput
          label={text.ballotsReceived}
          value={ballots}
          onChange={setBallots}
          min={0}
          max={100_000}
        />
      )}
      {kind === 'handed' && (
        <TextInput
          label={text.custodian}
          value={custodian}
          onChange={(event) => setCustodian(event.currentTarget.value)}
          maxLength={160}
        />
      )}
      <Textarea
        label={text.note}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        autosize
        minRows={2}
        maxLength={600}
      />
      <div className={styles.bar}>
        <FileButton onChange={take} accept="image/*" capture="environment">
          {(props) => (
            <Button {...props} variant="default">
              {text.photo}
            </Button>
          )}
        </FileButton>
        <Button onClick={save} loading={standing === 'saving'}>
          {desk.save}
        </Button>
      </div>
      {photo && <Notice>{text.photoReady}</Notice>}
      {standing === 'kept' && <Notice kind="good">{text.noted}</Notice>}
      {standing === 'failed' && <Problem code="fault" sentence={undefined} />}
    </div>
  )
}
