import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { leadership } from '#platform/access/roles.ts'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { useMay } from '#platform/access/screens/session.tsx'
import { Act } from '#ui/Act.tsx'
import { longDay, percent } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Empty, Section } from '#ui/Page.tsx'
import { organizationTexts } from '../messages.ts'
import { womenShare } from '../rules.ts'
import { CommitteeDialog } from './CommitteeDialog.tsx'
import { LeaderDialog } from './LeaderDialog.tsx'
import { LeaveDialog } from './LeaveDialog.tsx'
import styles from './organizations.module.css'

export type CommitteeView = Awaited<ReturnType<typeof api.organizations.committees>>['committees'][number]

/** The committees with their leaders, what each still lacks, and the share of women among those who said. */
export function Committees() {
  const text = useTexts(organizationTexts)
  const [language] = useLanguage()
  const leads = useMay(leadership)
  const [editing, setEditing] = useState<CommitteeView | 'new'>()
  const [naming, setNaming] = useState<string>()
  const { data, error } = useQuery({
    queryKey: ['committees'],
    queryFn: () => api.organizations.committees(),
  })
  const [leaving, setLeaving] = useState<CommitteeView['leaders'][number]>()
  return (
    <Section
      title={text.committees}
      actions={
        leads && (
          <Button size="sm" onClick={() => setEditing('new')}>
            {text.addCommittee}
          </Button>
        )
      }
    >
      <p className={styles.soft}>{text.committeesLead}</p>
      {data && (
        <p className={styles.soft}>{text.criteria(data.criteria.leastLeaders, data.criteria.needsActa)}</p>
      )}
      <Failure error={error} />
      {data?.committees.length === 0 && <Empty title={text.noCommittees}>{text.noCommitteesHelp}</Empty>}
      <ul className={styles.list}>
        {data?.committees.map((committee) => {
          const women = womenShare(
            committee.leaders.filter(({ leftOn }) => leftOn === null).map(({ sex }) => sex),
          )
          return (
            <li key={committee.id} className={styles.card}>
              <div className={styles.head}>
                <div>
                  <h3>{committee.name}</h3>
                  <div className={styles.soft}>
                    {text.kinds[committee.kind]} ·{' '}
                    {committee.formedOn
                      ? text.formed(longDay(committee.formedOn, language))
                      : committee.lacking.map((lack) => text.lacks[lack]).join(', ')}
                  </div>
                </div>
                {leads && committee.dissolvedOn === null && (
                  <div className={styles.bar}>
                    <Button size="sm" variant="default" onClick={() => setNaming(committee.id)}>
                      {text.addLeader}
                    </Button>
                    <Button
                      size="sm"
                      variant="default"
                      aria-label={text.changeOf(committee.name)}
                      onClick={() => setEditing(committee)}
                    >
                      {text.change}
                    </Button>
                  </div>
                )}
              </div>
              <ul className={styles.leaders}>
                {committee.leaders.map((leader) => (
                  <li key={leader.id}>
                    <span>
                      <strong>{leader.alias}</strong> · {leader.post}
                      {leader.leftOn && (
                        <span className={styles.soft}>
                          {' '}
                          · {text.leftOn(longDay(leader.leftOn, language))}
                        </span>
                      )}
                    </span>
                    {leads && !leader.leftOn && <Act onClick={() => setLeaving(leader)}>{text.left}</Act>}
                  </li>
                ))}
              </ul>
              {women && (
                <p className={styles.soft}>
                  {text.women(women.women, women.known, percent(women.share, language))}
                </p>
              )}
            </li>
          )
        })}
      </ul>
      {editing && (
        <CommitteeDialog
          committee={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
      {leaving && <LeaveDialog leader={leaving} onClose={() => setLeaving(undefined)} />}
      {naming && <LeaderDialog committeeId={naming} onClose={() => setNaming(undefined)} />}
    </Section>
  )
}
