import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '#api'
import { useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Qr } from '#ui/Qr.tsx'
import { Doorway } from '#ui/Shell.tsx'
import { accessTexts } from '../messages.ts'
import { Failure } from './Failure.tsx'
import styles from './forms.module.css'
import { joinAddress } from './join.ts'
import { LanguageSwitch } from './LanguageSwitch.tsx'

type Kind = 'union' | 'program' | 'funder' | 'center'

/** An empty server: the first organization and the links of its two owners. */
export function FirstRun() {
  const text = useTexts(accessTexts)
  const [owners, setOwners] = useState<[string, string]>(['', ''])
  const found = useMutation({
    mutationFn: (form: { name: string; kind: Kind }) =>
      api.door.found({ ...form, owners, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone }),
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    found.mutate({ name: String(form.get('name')), kind: String(form.get('kind')) as Kind })
  }
  if (found.data) return <OwnerLinks owners={owners} tokens={found.data.invitations} />
  return (
    <Doorway foot={<LanguageSwitch />}>
      <h1>{text.firstRun}</h1>
      <p>{text.firstRunLead}</p>
      <form onSubmit={submit} className={styles.form}>
        <TextInput name="name" label={text.organizationName} required minLength={2} maxLength={120} />
        <NativeSelect
          name="kind"
          label={text.organizationKind}
          data={Object.entries(text.kinds).map(([value, label]) => ({ value, label }))}
        />
        <TextInput
          label={text.ownerOne}
          value={owners[0]}
          onChange={(event) => setOwners([event.currentTarget.value, owners[1]])}
          required
          maxLength={60}
        />
        <TextInput
          label={text.ownerTwo}
          value={owners[1]}
          onChange={(event) => setOwners([owners[0], event.currentTarget.value])}
          required
          maxLength={60}
        />
        <Notice>{text.hostReads}</Notice>
        <Failure error={found.error} />
        <Button type="submit" loading={found.isPending} fullWidth>
          {text.createOrganization}
        </Button>
      </form>
    </Doorway>
  )
}

function OwnerLinks({ owners, tokens }: { owners: [string, string]; tokens: [string, string] }) {
  const text = useTexts(accessTexts)
  return (
    <Doorway>
      <h1>{text.ownerLinks}</h1>
      <p>{text.ownerLinksHelp}</p>
      {tokens.map((token, at) => (
        <section key={token} className={styles.way}>
          <h2>{owners[at]}</h2>
          <Qr text={joinAddress(token)} label={text.invitedAs(owners[at]!, text.roles.owner)} />
          <Button component="a" href={joinAddress(token)} variant={at === 0 ? 'filled' : 'default'}>
            {at === 0 ? text.openMine : joinAddress(token).slice(0, 40)}
          </Button>
        </section>
      ))}
    </Doorway>
  )
}
