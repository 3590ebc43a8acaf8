import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { owners } from '#platform/access/roles.ts'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { useMay, useMembership } from '#platform/access/screens/session.tsx'
import { codeOf } from '#platform/http/client.ts'
import { Choices } from '#ui/Choice.tsx'
import { Dialog, DialogActions } from '#ui/Dialog.tsx'
import { moment } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { organizationTexts } from '../messages.ts'
import type { Shareable } from '../sharing.ts'
import styles from './organizations.module.css'

type Sharing = Awaited<ReturnType<typeof api.organizations.sharings>>[number]

/** One agreement, as its giver reads it: what could be known, in what detail, and what never. */
export function SharingCard({ sharing, shareable }: { sharing: Sharing; shareable: readonly Shareable[] }) {
  const text = useTexts(organizationTexts)
  const [language] = useLanguage()
  const client = useQueryClient()
  const { orgId } = useMembership()
  const owns = useMay(owners)
  const gives = sharing.giverId === orgId
  const [kinds, setKinds] = useState<string[]>([...sharing.kinds])
  const [dimensions, setDimensions] = useState<string[]>([...sharing.dimensions])
  const [sure, setSure] = useState(false)
  const refresh = () => client.invalidateQueries({ queryKey: ['sharings'] })
  const sign = useMutation({
    mutationFn: (knowing: boolean) => api.organizations.sign({ id: sharing.id, kinds, dimensions, knowing }),
    onSuccess: refresh,
  })
  const withdraw = useMutation({
    mutationFn: () => api.organizations.withdraw({ id: sharing.id }),
    onSuccess: refresh,
    onSettled: () => setSure(false),
  })
  const labelOf = (kind: string) => shareable.find((one) => one.kind === kind)?.[language] ?? kind
  const details = new Map(shareable.flatMap((one) => one.dimensions).map((one) => [one.id, one]))
  const detailOf = (dimension: string) => details.get(dimension)?.[language] ?? dimension
  const open = gives && owns && !sharing.signedAt && !sharing.withdrawnAt
  const day = (at: string) => moment(at, language)
  const stage = sharing.withdrawnAt ? 'withdrawn' : sharing.signedAt ? 'signed' : 'asked'
  const titles = gives
    ? { asked: text.proposes, signed: text.mayCount, withdrawn: text.couldCount }
    : { asked: text.askedOf, signed: text.letsCount, withdrawn: text.letCount }
  return (
    <li className={styles.card}>
      <h3>{titles[stage](gives ? sharing.receiverName : sharing.giverName)}</h3>
      <p className={styles.soft}>{sharing.purpose}</p>
      {open ? (
        <>
          <Choices
            label={text.whatCounted}
            options={sharing.kinds.map((kind) => ({ value: kind, label: labelOf(kind) }))}
            value={kinds}
            onChange={setKinds}
          />
          <Choices
            label={text.couldSee}
            options={sharing.dimensions.map((one) => ({ value: one, label: detailOf(one) }))}
            value={dimensions}
            onChange={setDimensions}
          />
        </>
      ) : (
        <>
          <ul className={styles.plain}>
            {sharing.kinds.map((kind) => (
              <li key={kind}>{labelOf(kind)}</li>
            ))}
          </ul>
          <p>
            {text.by} {sharing.dimensions.map(detailOf).join(', ') || text.onlyTotal}
          </p>
        </>
      )}
      {gives && <p className={styles.soft}>{text.neverSees}</p>}
      <Failure error={sign.error ?? withdraw.error} />
      <div className={styles.bar}>
        {open && (
          <Button onClick={() => sign.mutate(false)} disabled={kinds.length === 0} loading={sign.isPending}>
            {text.sign}
          </Button>
        )}
        {open && codeOf(sign.error) === 'organizations.shared-elsewhere' && (
          <Button variant="default" onClick={() => sign.mutate(true)}>
            {text.signKnowing}
          </Button>
        )}
        {gives && owns && !sharing.withdrawnAt && (
          <Button variant="default" onClick={() => setSure(true)}>
            {text.withdraw}
          </Button>
        )}
        <span className={styles.soft}>
          {sharing.withdrawnAt
            ? text.withdrawn(day(sharing.withdrawnAt))
            : sharing.signedAt
              ? text.signed(day(sharing.signedAt))
              : text.waiting}
        </span>
      </div>
      {sure && (
        <Dialog title={text.withdraw} onClose={() => setSure(false)}>
          <p>{text.withdrawSure}</p>
          <DialogActions>
            <Button variant="default" onClick={() => setSure(false)}>
              {text.cancel}
            </Button>
            <Button onClick={() => withdraw.mutate()} loading={withdraw.isPending}>
              {text.withdraw}
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </li>
  )
}
