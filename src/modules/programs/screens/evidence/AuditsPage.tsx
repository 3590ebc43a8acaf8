import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { useTexts } from '#ui/language.tsx'
import { Empty, Page } from '#ui/Page.tsx'
import { auditTexts } from '../../messages.audits.ts'
import styles from '../programs.module.css'
import { AuditCard } from './AuditCard.tsx'
import { DrawDialog } from './DrawDialog.tsx'

/** A verifier's samples: counts and outcomes, never a record. */
export function AuditsPage() {
  const text = useTexts(auditTexts)
  const wanted = useSearch({ strict: false }) as { indicator?: string; period?: string }
  const [drawing, setDrawing] = useState(wanted.indicator !== undefined)
  const { data, error } = useQuery({
    queryKey: ['audits'],
    queryFn: () => api.programs.audits(),
    refetchInterval: 10_000,
  })
  return (
    <Page
      title={text.title}
      lead={text.lead}
      actions={<Button onClick={() => setDrawing(true)}>{text.draw}</Button>}
    >
      <Failure error={error} />
      {data?.length === 0 && (
        <Empty title={text.none}>
          <p>{text.noneHelp}</p>
        </Empty>
      )}
      <ul className={styles.list}>
        {data?.map((audit) => (
          <AuditCard key={audit.id} audit={audit} />
        ))}
      </ul>
      {drawing && <DrawDialog wanted={wanted} onClose={() => setDrawing(false)} />}
    </Page>
  )
}
