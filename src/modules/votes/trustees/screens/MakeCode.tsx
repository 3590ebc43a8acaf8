import { readCredentialCode } from '@asamblea/ballots/credential'
import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { useTexts } from '#ui/language.tsx'
import { Section } from '#ui/Page.tsx'
import { nobody } from '../../archive/client.ts'
import { ask } from '../../archive/worker.ts'
import type { Custody } from '../contract.ts'
import { custodyTexts } from '../messages.ts'
import { saveClosed } from '../sheet.ts'
import styles from './custody.module.css'

const same = (a: string, b: string) => {
  const [one, other] = [readCredentialCode(a), readCredentialCode(b)]
  return one.ok && other.ok && one.value === other.value
}

/** The first step: the code is made here, kept by its holder, typed back, and only then the certificate is published. */
export function MakeCode({ custody, token, onDone }: MakeCodeProps) {
  const text = useTexts(custodyTexts)
  const [typed, setTyped] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [wrong, setWrong] = useState(false)
  const make = useMutation({
    mutationFn: () =>
      ask('begin', {
        threshold: custody.threshold,
        size: custody.trustees.length,
        number: custody.number,
      }),
  })
  const publish = useMutation({
    mutationFn: (certificate: string) => nobody.custody.enroll({ token, message: certificate }),
    onSuccess: () => onDone(make.data!.printed),
  })
  const save = useMutation({
    mutationFn: () =>
      saveClosed(passphrase, `custodia-${custody.number}-${custody.uuid}`, {
        uuid: custody.uuid,
        title: custody.title,
        number: custody.number,
        code: make.data!.printed,
      }),
  })
  if (!make.data)
    return (
      <Section title={text.first}>
        <p>{text.firstHelp}</p>
        <Failure error={make.error} />
        <Button size="lg" fullWidth onClick={() => make.mutate()} loading={make.isPending}>
          {text.make}
        </Button>
      </Section>
    )
  const { printed, certificate } = make.data
  return (
    <Section title={text.yourCode}>
      <p className={styles.code} data-code>
        {printed}
      </p>
      <p>{text.keep}</p>
      <div className={`${styles.stack} no-print`}>
        <Button variant="default" onClick={() => window.print()}>
          {text.print}
        </Button>
        <PasswordInput
          label={text.passphrase}
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
        <Button
          variant="default"
          disabled={passphrase.length < 12}
          onClick={() => save.mutate()}
          loading={save.isPending}
        >
          {text.save}
        </Button>
      </div>
      <form
        className="no-print"
        onSubmit={(event) => {
          event.preventDefault()
          const isSame = same(typed, printed)
          setWrong(!isSame)
          if (isSame) publish.mutate(certificate)
        }}
      >
        <TextInput
          label={text.confirm}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          error={wrong && text.confirmWrong}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
        />
        <Failure error={publish.error} />
        <Button type="submit" size="lg" fullWidth mt="md" loading={publish.isPending}>
          {text.publish}
        </Button>
      </form>
    </Section>
  )
}

type MakeCodeProps = { custody: Custody; token: string; onDone: (code: string) => void }
