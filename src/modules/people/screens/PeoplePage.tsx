import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { Confirm } from '#platform/access/screens/Confirm.tsx'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { count, moment } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Empty, Page, Section } from '#ui/Page.tsx'
import { peopleTexts } from '../messages.ts'
import styles from './people.module.css'

type Pair = Awaited<ReturnType<typeof api.people.duplicates>>[number]

/** Keeping the list clean: who stands twice, what was merged, which lists were brought in. */
export function PeoplePage() {
  const text = useTexts(peopleTexts)
  const [language] = useLanguage()
  const client = useQueryClient()
  const pairs = useQuery({ queryKey: ['people', 'duplicates'], queryFn: () => api.people.duplicates() })
  const merges = useQuery({ queryKey: ['people', 'merges'], queryFn: () => api.people.merges() })
  const imports = useQuery({ queryKey: ['people', 'imports'], queryFn: () => api.people.imports() })
  const refresh = () => client.invalidateQueries({ queryKey: ['people'] })
  const merge = useMutation({
    mutationFn: ({ keptId, goneId }: { keptId: string; goneId: string }) =>
      api.campaigns.merge({ id: crypto.randomUUID(), keptId, goneId }),
    onSuccess: refresh,
  })
  const undo = useMutation({
    mutationFn: (id: string) => api.campaigns.undoMerge({ id }),
    onSuccess: refresh,
  })
  const distinct = useMutation({
    mutationFn: ({ one, other }: Pair) => api.people.notDuplicates({ one, other }),
    onSuccess: refresh,
  })
  const [asked, setAsked] = useState<{ id: string; createdAt: string }>()
  const [undone, setUndone] = useState<{ removed: number; kept: number }>()
  return (
    <Page title={text.title} lead={text.lead}>
      <Failure error={pairs.error ?? merge.error ?? undo.error ?? distinct.error} />
      <Section title={text.duplicates}>
        {pairs.data?.length === 0 && <Empty title={text.noDuplicates} />}
        <ul className={styles.list}>
          {pairs.data?.map((pair) => (
            <li key={`${pair.one}${pair.other}`} className={styles.pair}>
              <div>
                <strong>{pair.oneHandle}</strong> · <strong>{pair.otherHandle}</strong>
                <div className={styles.soft}>{text.reasons[pair.reason]}</div>
              </div>
              <div className={styles.bar}>
                <Button
                  variant="default"
                  size="sm"
                  onClick={() => merge.mutate({ keptId: pair.one, goneId: pair.other })}
                >
                  {text.keepFirst(pair.oneHandle)}
                </Button>
                {pair.oneHandle !== pair.otherHandle && (
                  <Button
                    variant="default"
                    size="sm"
                    onClick={() => merge.mutate({ keptId: pair.other, goneId: pair.one })}
                  >
                    {text.keepFirst(pair.otherHandle)}
                  </Button>
                )}
                <Button variant="subtle" size="sm" onClick={() => distinct.mutate(pair)}>
                  {text.distinct}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={text.merges}>
        {merges.data?.length === 0 && <p className={styles.soft}>{text.noMerges}</p>}
        <ul className={styles.list}>
          {merges.data?.map(({ id, kept, gone, mergedAt }) => (
            <li key={id} className={styles.pair}>
              <div>
                {text.mergedInto(gone, kept)}
                <div className={styles.soft}>{moment(mergedAt, language)}</div>
              </div>
              <Button variant="default" size="sm" onClick={() => undo.mutate(id)}>
                {text.undoMerge}
              </Button>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={text.imports}>
        {undone && <Notice kind="good">{text.undone(undone.removed, undone.kept)}</Notice>}
        {imports.data?.length === 0 && <p className={styles.soft}>{text.noImports}</p>}
        <ul className={styles.list}>
          {imports.data?.map((one) => (
            <li key={one.id} className={styles.pair}>
              <div>
                {moment(one.createdAt, language)} · {text.importStates[one.status]}
                <div className={styles.soft}>
                  {text.importCounts(count(one.added, language), count(one.leftOut, language))}
                </div>
              </div>
              {one.status !== 'undone' && (
                <Button variant="default" size="sm" onClick={() => setAsked(one)}>
                  {text.undo}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Section>
      {asked && (
        <Confirm
          title={text.undoImportSure(moment(asked.createdAt, language))}
          help={text.undoImportHelp}
          no={text.keep}
          yes={text.undo}
          changes="people"
          work={async () => setUndone(await api.campaigns.undoImport({ importId: asked.id }))}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Page>
  )
}
