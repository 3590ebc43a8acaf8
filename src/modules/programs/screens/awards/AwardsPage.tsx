import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { useMay } from '#platform/access/screens/session.tsx'
import { longDay } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Empty, Page } from '#ui/Page.tsx'
import { awardTexts } from '../../messages.awards.ts'
import { officers } from '../../roles.ts'
import { money } from '../parts/numbers.ts'
import { useAwards } from '../parts/queries.ts'
import styles from '../programs.module.css'
import { AwardDialog } from './AwardDialog.tsx'
import { Overview } from './Overview.tsx'

/** Every award with its money and its end, and all of them together with nothing counted twice. */
export function AwardsPage() {
  const text = useTexts(awardTexts)
  const [language] = useLanguage()
  const manages = useMay(officers)
  const [adding, setAdding] = useState(false)
  const { data, error } = useAwards()
  return (
    <Page
      title={text.title}
      lead={text.lead}
      wide
      actions={manages && <Button onClick={() => setAdding(true)}>{text.add}</Button>}
    >
      <Failure error={error} />
      {data?.length === 0 && (
        <Empty title={text.none}>
          <p>{text.noneHelp}</p>
        </Empty>
      )}
      <ul className={styles.list}>
        {data?.map((award) => (
          <li key={award.id}>
            <Link to="/programs/awards/$awardId" params={{ awardId: award.id }} className={styles.card}>
              <span className={styles.cardHead}>
                <strong>{award.name}</strong>
                <span className={styles.number}>
                  {award.total.map((sum) => money(sum.amountCents, sum.currency, language)).join(' + ')}
                </span>
              </span>
              <span className={styles.soft}>
                {award.code} · {text.funder(award.funderName)} ·{' '}
                {award.endsOn ? text.endsOn(longDay(award.endsOn, language)) : text.noEnd}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {data && data.length > 0 && <Overview />}
      {adding && <AwardDialog award={undefined} onClose={() => setAdding(false)} />}
    </Page>
  )
}
