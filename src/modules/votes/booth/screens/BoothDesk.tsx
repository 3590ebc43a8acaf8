import { Button, PasswordInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { LanguageSwitch } from '#platform/access/screens/LanguageSwitch.tsx'
import { useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page, Section } from '#ui/Page.tsx'
import { nobody, tabletOf } from '../../archive/client.ts'
import { shownElection } from '../../archive/election.ts'
import { firstLink } from '../chain.ts'
import type { BoothKit } from '../contract.ts'
import { canHoldMedium, type Medium, pickMedium, saveCopy } from '../medium.ts'
import { boothTexts } from '../messages.ts'
import { entries, openings, setBooth } from '../tablet.ts'
import styles from './booth.module.css'

/** What those who serve at the table see: the box, its second copy, the delivery. */
export function BoothDesk({ kit, token, medium, onStart, onChanged }: BoothDeskProps) {
  const text = useTexts(boothTexts)
  const [pin, setPin] = useState('')
  const { data: box = [], isSuccess: isRead } = useQuery({
    queryKey: ['box'],
    queryFn: entries,
    networkMode: 'always',
    staleTime: 0,
  })
  const head = box.at(-1)?.link ?? firstLink(kit.uuid, kit.boothId)
  const open = useMutation({
    networkMode: 'always',
    mutationFn: async () => {
      await setBooth({ pin })
      await document.documentElement.requestFullscreen?.().catch(() => {})
      await onChanged()
    },
    onSuccess: onStart,
  })
  const pick = useMutation({
    networkMode: 'always',
    mutationFn: async () => setBooth({ medium: await pickMedium() }),
    onSuccess: onChanged,
  })
  const deliver = useMutation({
    mutationFn: async () => {
      for (const { opening } of await openings()) await nobody.remote.challenge({ uuid: kit.uuid, opening })
      return tabletOf(token).booth.deliver({ head, ballots: box.map(({ ballot }) => ballot) })
    },
  })
  return (
    <Page title={text.table(kit.table.number, kit.table.place)} lead={shownElection(kit.election).name}>
      {kit.rehearsal && <Notice kind="warn" title={text.rehearsal} />}
      <p>{text.ballots(box.length)}</p>
      <p>{text.head}</p>
      <p className={styles.code}>{head}</p>
      <Section title={text.medium}>
        {medium && <p>{text.mediumKept(medium.name)}</p>}
        {!medium && !canHoldMedium() && <p>{text.mediumNone}</p>}
        <div className={styles.bar}>
          {canHoldMedium() && (
            <Button variant="default" onClick={() => pick.mutate()}>
              {text.mediumPick}
            </Button>
          )}
          <Button variant="default" onClick={() => saveCopy(kit, box)}>
            {text.save}
          </Button>
        </div>
      </Section>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          open.mutate()
        }}
      >
        <PasswordInput
          label={text.pin}
          inputMode="numeric"
          value={pin}
          onChange={(event) => setPin(event.currentTarget.value)}
        />
        <Button type="submit" size="xl" fullWidth mt="md" disabled={pin.length < 4}>
          {text.start}
        </Button>
      </form>
      <Section title={text.deliver}>
        <p>{text.deliverHelp}</p>
        <Failure error={deliver.error} />
        {deliver.data && <Notice kind="good" title={text.delivered(deliver.data.ballots)} />}
        <Button
          variant="default"
          onClick={() => deliver.mutate()}
          loading={deliver.isPending}
          disabled={!isRead}
        >
          {text.deliver}
        </Button>
      </Section>
      <LanguageSwitch />
    </Page>
  )
}

type BoothDeskProps = {
  kit: BoothKit
  token: string
  medium: Medium | null
  onStart: () => void
  onChanged: () => unknown
}
