import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Section } from '#ui/Page.tsx'
import { Booths } from '../../booth/screens/Booths.tsx'
import type { Box } from '../contract.ts'
import { boxTexts } from '../messages.box.ts'
import { archiveTexts } from '../messages.ts'
import styles from './archive.module.css'
import { Credentials } from './Credentials.tsx'
import type { Link } from './NewBox.tsx'

export type Table = { readonly id: string; readonly number: number }

/** One box, step by step: what stands, and the next thing to do. */
export function BoxSteps({ box, tables, leads, over, onLinks }: BoxStepsProps) {
  const text = useTexts(boxTexts)
  const { phases } = useTexts(archiveTexts)
  const client = useQueryClient()
  const { id, state } = box
  const settled = () => client.invalidateQueries({ queryKey: ['boxes', box.voteId] })
  const act = useMutation({
    mutationFn: async (what: 'setUp' | 'close' | 'discard') => {
      await api.boxes[what]({ id })
    },
    onSuccess: settled,
  })
  const relink = useMutation({
    mutationFn: (number: number) => api.boxes.relink({ id, number }),
    onSuccess: (link) => onLinks([link]),
  })
  const isSet = ['open', 'closed', 'tallied', 'decided'].includes(state.name)
  return (
    <Section title={box.rehearsal ? text.rehearsal : text.real}>
      <ul className={styles.rows}>
        {box.trustees.map(({ number, name, step }) => (
          <li key={number}>
            <span>
              {number}. {name}
            </span>
            <span>{text.steps[step]}</span>
            {leads && (
              <Button variant="subtle" size="compact-sm" onClick={() => relink.mutate(number)}>
                {text.relink}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {state.name === 'keys' && <Notice title={text.waitingKeys(state.waitingFor.join(', '))} />}
      {leads && !isSet && <Credentials box={box} tables={tables} onKept={settled} />}
      <Failure error={act.error ?? relink.error} />
      {leads && state.name === 'ready' && (
        <>
          <p>{text.setUpHelp}</p>
          <Button onClick={() => act.mutate('setUp')} loading={act.isPending}>
            {text.setUp}
          </Button>
        </>
      )}
      {isSet && (
        <>
          <Notice title={phases[state.name]} />
          <p>
            <a href={`/archive/${box.uuid}`}>{text.publicPage}</a>
          </p>
          <p>{text.head}</p>
          <p className={styles.code}>{box.head?.hash}</p>
        </>
      )}
      {isSet && leads && <Booths box={box} tables={tables} onChanged={settled} />}
      {leads && state.name === 'open' && !over && <p>{text.closeLater}</p>}
      {leads && state.name === 'open' && over && (
        <Close onClose={() => act.mutate('close')} busy={act.isPending} />
      )}
      {leads && state.name === 'closed' && <Counting id={id} onDone={settled} />}
      {state.name === 'tallied' && <Notice title={text.waitingTrustees(box.threshold)} />}
      {leads && (!isSet || box.rehearsal) && (
        <Button mt="md" variant="subtle" onClick={() => act.mutate('discard')}>
          {text.discard}
        </Button>
      )}
    </Section>
  )
}

type BoxStepsProps = {
  box: Box
  tables: readonly Table[]
  leads: boolean
  /** Whether nobody votes any more, or it is only a rehearsal. */
  over: boolean
  onLinks: (links: readonly Link[]) => void
}

/** Closing is asked twice: nothing undoes it. */
function Close({ onClose, busy }: { onClose: () => void; busy: boolean }) {
  const text = useTexts(boxTexts)
  const [sure, setSure] = useState(false)
  return (
    <div className={styles.bar}>
      <p>{text.closeHelp}</p>
      <Button
        variant={sure ? 'filled' : 'default'}
        loading={busy}
        onClick={sure ? onClose : () => setSure(true)}
      >
        {sure ? text.closeSure : text.close}
      </Button>
    </div>
  )
}

function Counting({ id, onDone }: { id: string; onDone: () => unknown }) {
  const text = useTexts(boxTexts)
  const { data, error } = useQuery({
    queryKey: ['count', id],
    queryFn: async () => {
      const counting = await api.boxes.count({ id })
      if (counting.phase !== 'closed') await onDone()
      return counting
    },
    refetchInterval: 1000,
  })
  return (
    <>
      <Failure error={error} />
      {data?.unsound && <Notice kind="bad" title={text.unsound(data.unsound)} />}
      {data && !data.unsound && <p role="status">{text.counting(data.verified, data.ballots)}</p>}
    </>
  )
}
