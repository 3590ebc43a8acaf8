import { printedCode } from '@asamblea/ballots/credential'
import { Button, NumberInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { useTexts } from '#ui/language.tsx'
import { Section } from '#ui/Page.tsx'
import { Qr } from '#ui/Qr.tsx'
import type { Box } from '../contract.ts'
import { boxTexts } from '../messages.box.ts'
import type { LotMade } from '../work.ts'
import { ask } from '../worker.ts'
import styles from './archive.module.css'
import type { Table } from './BoxSteps.tsx'

/** Made on the commission's device; the codes live in this page until it is closed, and only the public lists leave it. */
export function Credentials({ box, tables, onKept }: CredentialsProps) {
  const text = useTexts(boxTexts)
  const [wanted, setWanted] = useState(12)
  const [slips, setSlips] = useState<readonly LotMade[]>([])
  const asked = box.lots.flatMap(({ tableId, asked: count }) => (count ? [{ tableId, count }] : []))
  const lots = box.rehearsal ? [{ tableId: null, count: wanted }] : asked
  const make = useMutation({
    mutationFn: async () => {
      const made = await ask('issue', { uuid: box.uuid, lots })
      const sent = made.map(({ tableId, list }) => ({ tableId, list }))
      await api.boxes.keepCredentials({ id: box.id, lots: sent })
      return made
    },
    onSuccess: (made) => {
      setSlips(made)
      onKept()
    },
  })
  const nameOf = (tableId: string | null) =>
    tableId === null ? text.anywhere : text.table(tables.find(({ id }) => id === tableId)?.number ?? 0)
  const isMade = box.lots.some(({ made }) => made > 0)
  return (
    <Section title={text.credentials}>
      <p>{text.credentialsHelp}</p>
      <ul className={styles.rows}>
        {box.lots.map(({ tableId, made, asked: count }) => (
          <li key={tableId}>
            <span>{nameOf(tableId)}</span>
            <span>{text.lot(made, count)}</span>
          </li>
        ))}
      </ul>
      {box.rehearsal && (
        <NumberInput
          label={text.howMany}
          min={1}
          max={200}
          value={wanted}
          onChange={(value) => setWanted(Number(value))}
        />
      )}
      <Failure error={make.error} />
      {slips.length === 0 ? (
        <Button
          mt="sm"
          variant={isMade ? 'default' : 'filled'}
          disabled={lots.length === 0}
          onClick={() => make.mutate()}
          loading={make.isPending}
        >
          {isMade ? text.again : text.make}
        </Button>
      ) : (
        <>
          <div className={`${styles.bar} no-print`}>
            <Button onClick={() => window.print()}>{text.print}</Button>
            <Button variant="default" onClick={() => setSlips([])}>
              {text.printed}
            </Button>
          </div>
          <div className={styles.slips}>
            {slips.flatMap(({ tableId, codes }) =>
              codes.map((code) => (
                <div key={code} className={styles.slip}>
                  <strong>{nameOf(tableId)}</strong>
                  <Qr text={addressOf(box.uuid, tableId, code)} label={text.slipUse} />
                  <code data-slip>{printedCode(code as never)}</code>
                  <small>
                    {tableId === null
                      ? text.slipUse
                      : text.slipTable(tables.find(({ id }) => id === tableId)?.number ?? 0)}
                  </small>
                </div>
              )),
            )}
          </div>
        </>
      )}
    </Section>
  )
}

/** A slip of a table holds only its code: it opens nothing on a voter's own phone. */
const addressOf = (uuid: string, tableId: string | null, code: string) =>
  tableId === null ? `${location.origin}/ballot/${uuid}#${code}` : code

type CredentialsProps = { box: Box; tables: readonly Table[]; onKept: () => unknown }
