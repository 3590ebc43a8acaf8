import { Button, FileButton, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { useTexts } from '#ui/language.tsx'
import { Section } from '#ui/Page.tsx'
import { Qr } from '#ui/Qr.tsx'
import type { Box } from '../../archive/contract.ts'
import { boxTexts } from '../../archive/messages.box.ts'
import { firstLink, nextLink } from '../chain.ts'
import { ballotsInCopy } from '../medium.ts'
import styles from './booth.module.css'

type Table = { readonly id: string; readonly number: number }

/** The tablets of a box as the commission handles them: registering, delivered or not, the second copy, the loss. */
export function Booths({
  box,
  tables,
  onChanged,
}: {
  box: Box
  tables: readonly Table[]
  onChanged: () => unknown
}) {
  const text = useTexts(boxTexts)
  const [link, setLink] = useState<string | null>(null)
  const [because, setBecause] = useState('')
  const withBooth = tables.filter(({ id }) => box.lots.some(({ tableId }) => tableId === id))
  const add = useMutation({
    mutationFn: (tableId: string) =>
      api.booth.addBooth({ id: box.id, boothId: crypto.randomUUID(), tableId }),
    onSuccess: ({ token }) => {
      setLink(`${location.origin}/booth#${token}`)
      return onChanged()
    },
  })
  const lose = useMutation({
    mutationFn: (boothId: string) => api.booth.loseBooth({ id: box.id, boothId, because }),
    onSuccess: onChanged,
  })
  const copy = useMutation({
    mutationFn: async ({ boothId, file }: { boothId: string; file: File }) => {
      const ballots = ballotsInCopy(await file.text())
      const head = ballots.reduce(nextLink, firstLink(box.uuid, boothId))
      return api.booth.deliverCopy({ id: box.id, boothId, head, ballots })
    },
    onSuccess: onChanged,
  })
  const [asked, setAsked] = useState<string>()
  const empty = useMutation({
    mutationFn: (boothId: string) => api.booth.confirmEmpty({ id: box.id, boothId }),
    onSuccess: onChanged,
  })
  if (withBooth.length === 0) return null
  const numberOf = (tableId: string) => tables.find(({ id }) => id === tableId)?.number ?? 0
  const isOpen = box.state.name === 'open'
  return (
    <Section title={text.booths}>
      <Failure error={add.error ?? lose.error ?? copy.error ?? empty.error} />
      <ul className={styles.rows}>
        {box.booths.map((booth) => (
          <li key={booth.id}>
            <strong>{text.table(numberOf(booth.tableId))}</strong>
            {booth.ballots !== null && <span>{text.boothDelivered(booth.ballots)}</span>}
            {booth.ballots !== null && <code>{booth.chainHead}</code>}
            {booth.ballots === null && (
              <span>{booth.lostBecause ? text.boothLost(booth.lostBecause) : text.boothWaiting}</span>
            )}
            {isOpen && booth.ballots === null && (
              <div className={styles.bar}>
                <FileButton onChange={(file) => file && copy.mutate({ boothId: booth.id, file })}>
                  {(props) => (
                    <Button variant="default" {...props}>
                      {text.copy}
                    </Button>
                  )}
                </FileButton>
                <TextInput
                  aria-label={text.because}
                  placeholder={text.because}
                  value={because}
                  onChange={(event) => setBecause(event.currentTarget.value)}
                />
                <Button
                  variant="subtle"
                  disabled={because.trim() === ''}
                  onClick={() => lose.mutate(booth.id)}
                >
                  {text.lose}
                </Button>
                {!booth.lostBecause && (
                  <Button
                    variant="subtle"
                    onClick={() => (asked === booth.id ? empty.mutate(booth.id) : setAsked(booth.id))}
                  >
                    {asked === booth.id ? text.emptySure : text.empty}
                  </Button>
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
      {isOpen &&
        withBooth.map(({ id, number }) => (
          <Button key={id} variant="default" onClick={() => add.mutate(id)} loading={add.isPending}>
            {text.addBooth(number)}
          </Button>
        ))}
      {link && (
        <div className={styles.qr}>
          <p>{text.boothLink}</p>
          <Qr text={link} label={text.boothLink} />
          <code data-booth>{link}</code>
        </div>
      )}
    </Section>
  )
}
