import { readCredentialCode } from '@asamblea/ballots/credential'
import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { shownElection } from '../../archive/election.ts'
import { ask } from '../../archive/worker.ts'
import { hasCamera } from '../camera.ts'
import type { BoothKit } from '../contract.ts'
import { boothTexts } from '../messages.ts'
import { isUsed } from '../tablet.ts'
import styles from './booth.module.css'
import { Scan } from './Scan.tsx'

/** A code that may vote at this table, and the digest of its public credential. */
export type Entered = { readonly code: string; readonly credential: string }
type Trouble = 'codeWrong' | 'notHere' | 'used'

/** Waits for the next voter. A scanner that types as a keyboard works as well as fingers. */
export function BoothEntry({ kit, pin, onEntered, onLeave }: BoothEntryProps) {
  const text = useTexts(boothTexts)
  const [typed, setTyped] = useState('')
  const [leaving, setLeaving] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [busy, setBusy] = useState(false)
  const [scanning, setScanning] = useState(false)
  const enter = async (written: string) => {
    const code = readCredentialCode(written)
    if (!code.ok) return setTrouble('codeWrong')
    setBusy(true)
    try {
      const { credential } = await ask('identify', { election: kit.election, code: code.value })
      if (!kit.credentials.includes(credential)) return setTrouble('notHere')
      if (await isUsed(credential)) return setTrouble('used')
      onEntered({ code: code.value, credential })
    } finally {
      setTyped('')
      setBusy(false)
    }
  }
  return (
    <>
      <h1>{shownElection(kit.election).name}</h1>
      <p>{text.welcome}</p>
      {trouble && <Notice kind="bad" title={text[trouble]} />}
      {hasCamera() && !scanning && (
        <Button
          size="xl"
          fullWidth
          mb="md"
          onClick={() => {
            setTrouble(null)
            setScanning(true)
          }}
        >
          {text.scan}
        </Button>
      )}
      {scanning && (
        <Scan
          onCode={(code) => {
            setScanning(false)
            void enter(code)
          }}
          onClose={() => setScanning(false)}
        />
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void enter(typed)
        }}
      >
        <TextInput
          label={text.code}
          size="xl"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
        />
        <Button type="submit" size="xl" fullWidth mt="md" loading={busy}>
          {text.enter}
        </Button>
      </form>
      <div className={`${styles.bar} no-print`}>
        {leaving === null ? (
          <Button variant="subtle" onClick={() => setLeaving('')}>
            {text.leave}
          </Button>
        ) : (
          <PasswordInput
            label={text.leavePin}
            inputMode="numeric"
            value={leaving}
            onChange={(event) => {
              setLeaving(event.currentTarget.value)
              if (event.currentTarget.value === pin) onLeave()
            }}
          />
        )}
      </div>
    </>
  )
}

type BoothEntryProps = {
  kit: BoothKit
  pin: string
  onEntered: (entered: Entered) => void
  onLeave: () => void
}
