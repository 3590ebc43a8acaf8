import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { owners } from '#platform/access/roles.ts'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { useMay, useMembership } from '#platform/access/screens/session.tsx'
import { Dialog, DialogActions } from '#ui/Dialog.tsx'
import { useTexts } from '#ui/language.tsx'
import { Empty, Section } from '#ui/Page.tsx'
import { organizationTexts } from '../messages.ts'
import { connecting } from '../roles.ts'
import styles from './organizations.module.css'
import { ProposeDialog } from './ProposeDialog.tsx'
import { SharingCard } from './SharingCard.tsx'

/** Every agreement in plain words: the giver signs and withdraws, the receiver proposes. */
export function Sharings() {
  const text = useTexts(organizationTexts)
  const { kind } = useMembership()
  const owns = useMay(owners)
  const mayConnect = useMay(connecting)
  const connects = kind === 'funder' ? mayConnect : owns
  const receives = useMay(['owner', 'coordinator', 'program_officer']) && kind === 'program'
  const [proposing, setProposing] = useState(false)
  const sharings = useQuery({ queryKey: ['sharings'], queryFn: () => api.organizations.sharings() })
  const shareable = useQuery({ queryKey: ['shareable'], queryFn: () => api.organizations.shareable() })
  const connect = useMutation({ mutationFn: () => api.organizations.connect({ id: crypto.randomUUID() }) })
  return (
    <Section
      title={text.sharings}
      actions={
        receives ? (
          <Button size="sm" onClick={() => setProposing(true)}>
            {text.propose}
          </Button>
        ) : (
          connects && (
            <Button size="sm" variant="default" onClick={() => connect.mutate()} loading={connect.isPending}>
              {text.connect}
            </Button>
          )
        )
      }
    >
      <p className={styles.soft}>
        {kind === 'union'
          ? text.sharingsUnion
          : kind === 'funder'
            ? text.sharingsFunder
            : text.sharingsProgram}
      </p>
      <Failure error={sharings.error ?? connect.error} />
      {sharings.data?.length === 0 && <Empty title={text.noSharings} />}
      <ul className={styles.list}>
        {sharings.data?.map((sharing) => (
          <SharingCard key={sharing.id} sharing={sharing} shareable={shareable.data ?? []} />
        ))}
      </ul>
      {connect.data && (
        <Dialog title={text.code} onClose={connect.reset}>
          <p>{kind === 'funder' ? text.connectFunderHelp : text.connectHelp}</p>
          <output className={styles.code}>{connect.data.token}</output>
          <DialogActions>
            <Button onClick={connect.reset}>OK</Button>
          </DialogActions>
        </Dialog>
      )}
      {proposing && <ProposeDialog shareable={shareable.data ?? []} onClose={() => setProposing(false)} />}
    </Section>
  )
}
